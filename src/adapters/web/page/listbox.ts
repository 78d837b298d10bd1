// The list of suggestions above the message box: a combobox's popup as the ARIA practices describe it.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { el } from './dom.ts';

export interface Item {
  readonly label: string;
  readonly detail?: string;
  pick(): void;
}

export interface Listbox {
  /** `chosen`: the first one is chosen from the start, so that Enter takes it. */
  show(items: readonly Item[], label: string, chosen: boolean): void;
  hide(): void;
  isOpen(): boolean;
  move(by: number): void;
  /** Takes the chosen one; false where none is. */
  take(): boolean;
}

export function createListbox(input: HTMLInputElement, list: HTMLDivElement): Listbox {
  let items: readonly Item[] = [];
  let chosen = -1;

  const choose = (index: number): void => {
    chosen = index;
    [...list.children].forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index));
    });
    const option = list.children[index];
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  const hide = (): void => {
    items = [];
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
  };

  return {
    hide,
    isOpen: () => items.length > 0,
    show: (given, label, isFirstChosen) => {
      if (given.length === 0) return hide();
      items = given;
      list.setAttribute('aria-label', label);
      list.replaceChildren(
        ...items.map((item, index) => {
          const option = el(
            'div',
            { id: `suggestion-${index}`, role: 'option', class: 'suggestion' },
            el('span', { class: 'suggestion-label', dir: 'auto' }, ...splitPlace(item.label)),
            item.detail !== undefined && el('span', { class: 'suggestion-detail' }, item.detail),
          );
          // Pressing keeps the focus, and with it the keyboard of a phone, in the message box.
          option.addEventListener('pointerdown', (event) => event.preventDefault());
          option.addEventListener('click', () => item.pick());
          return option;
        }),
      );
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      choose(isFirstChosen ? 0 : -1);
    },
    move: (by) => {
      const places = items.length + 1;
      // One place more than items: past either end nothing is chosen, and what was typed stands.
      choose(((chosen + 1 + by + places) % places) - 1);
    },
    take: () => {
      const item = items[chosen];
      item?.pick();
      return item !== undefined;
    },
  };
}

/** "speaker: words · episode 12:04": where it was said stands on a line of its own. */
function splitPlace(label: string): (Node | string)[] {
  const at = label.lastIndexOf(' · ');
  return at < 0 ? [label] : [`${label.slice(0, at)} `, el('span', { class: 'suggestion-place' }, label.slice(at + 3))];
}
