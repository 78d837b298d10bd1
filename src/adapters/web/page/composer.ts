// The message box: draws the draft, listens to the keyboard, sends.

import type { WireOption, WirePage } from '../wire.ts';
import { button, byId, el } from './dom.ts';
import { type Asked, activate, clear, type Draft, drop, emptyDraft, send, stepBack, typed } from './draft.ts';
import { createListbox } from './listbox.ts';
import { fill } from './strings.ts';
import { createSuggesting } from './suggesting.ts';

export interface Composer {
  focus(): void;
  /** Sends the line as if somebody had typed it. */
  ask(line: string): void;
}

export function createComposer(page: WirePage, onAsk: (asked: Asked) => void, say: (text: string) => void): Composer {
  const { strings } = page;
  const form = byId('composer', HTMLFormElement);
  const input = byId('message', HTMLInputElement);
  const picked = byId('picked', HTMLUListElement);
  const options = byId('options', HTMLFieldSetElement);
  const listbox = createListbox(input, byId('suggestions', HTMLDivElement));
  const suggesting = createSuggesting({ page, input, listbox, change, say, sendNow });
  let draft: Draft = emptyDraft;
  let last: Draft = emptyDraft;

  /** Draws the draft; the caret goes to the end of what the box holds now. */
  function change(next: Draft): void {
    draft = next;
    if (input.value !== draft.text) {
      input.value = draft.text;
      input.setSelectionRange(draft.text.length, draft.text.length);
    }
    drawPicked();
    drawOptions();
    suggesting.update(draft);
  }

  function drawPicked(): void {
    const { command, active } = draft;
    const chips = [...draft.picked]
      .filter(([name]) => name !== active?.name)
      .map(([name, { label }]) =>
        el(
          'li',
          { class: 'chip' },
          el('span', { class: 'chip-name' }, name),
          el('span', { class: 'chip-value', dir: 'auto' }, label),
          button('×', { class: 'chip-remove', 'aria-label': fill(strings.removeOption, { name }) }, () => {
            change(drop(draft, name));
            input.focus();
          }),
        ),
      );
    picked.replaceChildren(
      ...(command === undefined ? [] : [el('li', { class: 'command' }, `/${command.name}`)]),
      ...chips,
      ...(active === undefined ? [] : [el('li', { class: 'chip-name chip-open' }, `${active.name}`)]),
    );
    const current = active ?? command?.options.find((option) => option.rest);
    const name = active?.name ?? (command && `/${command.name}`);
    input.setAttribute(
      'aria-label',
      name === undefined
        ? strings.messageLabel
        : fill(strings.enteringOption, { name, description: (current ?? command)?.description ?? '' }),
    );
    input.placeholder = command === undefined ? strings.placeholder : hint(current);
  }

  const hint = (option: WireOption | undefined): string => {
    if (option === undefined) return '';
    return option.example === undefined ? option.description : `${option.description} (${option.example})`;
  };

  function drawOptions(): void {
    const offered = draft.command?.options.filter((option) => !option.rest) ?? [];
    options.hidden = offered.length === 0;
    options.replaceChildren(
      ...offered.map((option) => {
        const isOn = draft.picked.has(option.name) || draft.active?.name === option.name;
        const label = fill(strings.addOption, { name: option.name, description: option.description });
        return button(
          option.name,
          { class: 'option', title: option.description, 'aria-label': label, 'aria-pressed': String(isOn) },
          () => {
            change(activate(draft, option, strings.flagOn));
            input.focus();
          },
        );
      }),
    );
  }

  function sendNow(asked: Asked): void {
    last = draft;
    change(emptyDraft);
    onAsk(asked);
  }

  /** Whether all that stands in the box is about to go: chosen whole, then deleted, on whatever keyboard. */
  let takesAll = false;
  input.addEventListener('beforeinput', () => {
    const { value, selectionStart, selectionEnd } = input;
    takesAll = value !== '' && selectionStart === 0 && selectionEnd === value.length;
  });
  input.addEventListener('input', () => {
    change(takesAll && input.value === '' ? clear(draft) : typed(draft, input.value, page));
  });
  input.addEventListener('blur', () => suggesting.stop());
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (react(event)) event.preventDefault();
  });

  /** True where the key did something here. */
  function react({ key, shiftKey }: KeyboardEvent): boolean {
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (listbox.isOpen()) listbox.move(key === 'ArrowDown' ? 1 : -1);
        else if (key === 'ArrowUp' && draft === emptyDraft) change(last);
        else return false;
        return true;
      case 'Enter':
        return listbox.take();
      case 'Tab':
        return !shiftKey && listbox.take();
      case 'Escape':
        if (listbox.isOpen()) suggesting.stop();
        else if (draft.active !== undefined) change(drop(draft, draft.active.name));
        else return false;
        return true;
      case 'Backspace':
        if (input.selectionStart !== 0 || input.selectionEnd !== 0) return false;
        change(stepBack(draft));
        return true;
      default:
        return false;
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = send(draft, page);
    if (asked !== undefined) sendNow(asked);
    input.focus();
  });

  form.setAttribute('aria-label', strings.messageLabel);
  options.setAttribute('aria-label', strings.options);
  byId('keys', HTMLParagraphElement).textContent = strings.keys;
  form.querySelector('.send')?.setAttribute('aria-label', strings.send);
  change(emptyDraft);
  return {
    focus: () => input.focus(),
    ask: (line) => {
      const asked = send(typed(emptyDraft, line, page), page);
      if (asked !== undefined) onAsk(asked);
    },
  };
}
