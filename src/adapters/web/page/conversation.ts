// What was asked and answered so far: kept for as long as the tab is open, so that a reload loses nothing.

import type { WireAnswer, WirePage, WireReply } from '../wire.ts';
import { button, byId, el } from './dom.ts';
import type { Asked } from './draft.ts';
import { drawReply } from './draw.ts';
import { drawPreviews } from './previews.ts';
import { press, run, ServerFault } from './server.ts';

/** One exchange: what somebody asked, or the button they pressed, and what came back. */
interface Entry {
  readonly shown: Asked['shown'] | { readonly pressed: string };
  reply: WireReply;
}

export interface Conversation {
  ask(asked: Asked): void;
  clear(): void;
}

const storeKey = 'verbatim.conversation';
/** Older exchanges leave the store, so that it never grows past what a tab may keep. */
const mostKept = 50;

export function createConversation(
  page: WirePage,
  say: (text: string) => void,
  onChange: (isEmpty: boolean) => void,
): Conversation {
  const { strings, locale } = page;
  const asking = { locale, name: strings.youWithin };
  const list = byId('conversation', HTMLOListElement);
  list.setAttribute('aria-label', strings.conversation);
  let entries: Entry[] = [];

  const keep = (): void => {
    try {
      sessionStorage.setItem(storeKey, JSON.stringify(entries.slice(-mostKept)));
    } catch {
      // The store is full or forbidden: the conversation is still on the page.
    }
    onChange(entries.length === 0);
  };

  function add(shown: Entry['shown']): HTMLElement {
    const card = el('article', { class: 'card', tabindex: -1 });
    const item = el(
      'li',
      { class: 'exchange' },
      'pressed' in shown ? drawPressed(shown.pressed) : drawAsked(shown),
      el('div', { class: 'line answered' }, el('p', { class: 'who' }, 'Verbatim'), card),
    );
    list.append(item);
    onChange(false);
    return card;
  }

  function drawAsked({ command, picked, text }: Asked['shown']): HTMLElement {
    return el(
      'div',
      { class: 'line' },
      el('p', { class: 'who' }, strings.you),
      el(
        'p',
        { class: 'ask' },
        el('span', { class: 'command' }, `/${command}`),
        ...picked.flatMap(({ name, label }) => [
          ' ',
          el(
            'span',
            { class: 'chip' },
            el('span', { class: 'chip-name' }, name),
            el('span', { class: 'chip-value', dir: 'auto' }, label),
          ),
        ]),
        ' ',
        el('span', { class: 'words', dir: 'auto' }, text),
      ),
    );
  }

  const drawPressed = (label: string): HTMLElement =>
    el(
      'div',
      { class: 'line' },
      el('p', { class: 'who' }, strings.you),
      el('p', { class: 'ask' }, el('span', { class: 'pressed', dir: 'auto' }, label)),
    );

  function show(card: HTMLElement, entry: Entry): void {
    const { reply } = entry;
    card.removeAttribute('aria-busy');
    card.lang = reply.locale;
    card.toggleAttribute('data-private', reply.isPrivate);
    const onPress = (id: string, label: string, pressed: HTMLButtonElement): void => {
      void pressButton(card, entry, id, label, pressed);
    };
    card.replaceChildren(
      ...(reply.isPrivate ? [drawPrivate(card, entry)] : []),
      drawReply(reply, { strings, onPress }),
    );
    card.parentElement?.querySelector('.platforms')?.remove();
    card.after(...drawPreviews(reply.previews, locale, strings));
  }

  const drawPrivate = (card: HTMLElement, entry: Entry): HTMLElement =>
    el(
      'p',
      { class: 'private' },
      strings.onlyYou,
      button(strings.dismiss, { class: 'dismiss' }, () => {
        entries = entries.filter((one) => one !== entry);
        card.closest('.exchange')?.remove();
        keep();
        byId('message', HTMLInputElement).focus();
      }),
    );

  function wait(card: HTMLElement): void {
    card.setAttribute('aria-busy', 'true');
    card.replaceChildren(el('p', { class: 'answering' }, strings.answering), el('div', { class: 'bones' }));
  }

  /** Fills the card with what comes back, or with what went wrong and a way to try again. */
  async function answer(card: HTMLElement, shown: Entry['shown'], question: () => Promise<WireAnswer>): Promise<void> {
    wait(card);
    reveal(card);
    try {
      const { reply } = await question();
      const entry = { shown, reply };
      entries.push(entry);
      show(card, entry);
      keep();
      say(reply.summary);
    } catch (error) {
      fail(card, error, () => void answer(card, shown, question));
    }
    reveal(card);
  }

  function fail(card: HTMLElement, error: unknown, retry: () => void): void {
    const sentence = strings[error instanceof ServerFault ? error.fault : 'failed'];
    card.removeAttribute('aria-busy');
    card.replaceChildren(
      el('p', { class: 'notice', 'data-tone': 'error' }, sentence),
      el('div', { class: 'actions' }, button(strings.retry, { class: 'action' }, retry)),
    );
    say(sentence);
  }

  /** The answer comes in place of the one that holds the button, or below everything. */
  async function pressButton(
    card: HTMLElement,
    entry: Entry,
    id: string,
    label: string,
    pressed: HTMLButtonElement,
  ): Promise<void> {
    if (card.getAttribute('aria-busy') === 'true') return;
    card.setAttribute('aria-busy', 'true');
    pressed.setAttribute('data-busy', '');
    try {
      const { delivery, reply } = await press({ id, ...asking });
      card.removeAttribute('aria-busy');
      pressed.removeAttribute('data-busy');
      if (delivery === 'replace') {
        entry.reply = reply;
        show(card, entry);
        card.focus({ preventScroll: true });
        reveal(card);
      } else {
        const fresh = { shown: { pressed: label }, reply };
        entries.push(fresh);
        const below = add(fresh.shown);
        show(below, fresh);
        reveal(below);
      }
      keep();
      say(reply.summary);
    } catch (error) {
      card.removeAttribute('aria-busy');
      pressed.removeAttribute('data-busy');
      const below = add({ pressed: label });
      fail(below, error, () => {
        below.closest('.exchange')?.remove();
        void pressButton(card, entry, id, label, pressed);
      });
      reveal(below);
    }
  }

  const reveal = (card: HTMLElement): void => card.closest('.exchange')?.scrollIntoView({ block: 'start' });

  try {
    for (const entry of restore()) {
      show(add(entry.shown), entry);
      entries.push(entry);
    }
  } catch {
    // Kept by an older page, in a shape that this one cannot draw.
    list.replaceChildren();
    entries = [];
  }
  onChange(entries.length === 0);
  const newest = list.lastElementChild?.querySelector<HTMLElement>('.card');
  if (newest) reveal(newest);

  return {
    ask: (asked) => {
      const { command, text, options, shown } = asked;
      void answer(add(shown), shown, () => run({ command, text, options, ...asking }));
    },
    clear: () => {
      entries = [];
      list.replaceChildren();
      keep();
    },
  };
}

function restore(): Entry[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storeKey) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
