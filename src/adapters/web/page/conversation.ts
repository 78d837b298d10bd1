// The conversation: asks, shows what comes back in its place, and says kindly what went wrong.

import type { WireAnswer, WirePage } from '../wire.ts';
import { button, byId, el } from './dom.ts';
import type { Asked } from './draft.ts';
import { drawReply } from './draw.ts';
import { drawExchange, type Exchange, type Shown } from './exchange.ts';
import { type Entry, keep, recall } from './kept.ts';
import { drawPreviews } from './previews.ts';
import { press, run, ServerFault } from './server.ts';

export interface Conversation {
  ask(asked: Asked): void;
  clear(): void;
}

interface Surroundings {
  /** Tells people who do not see the page what has come. */
  readonly say: (text: string) => void;
  readonly onChange: (isEmpty: boolean) => void;
  /** Where the focus goes when what had it is gone. */
  readonly focus: () => void;
}

export function createConversation(page: WirePage, { say, onChange, focus }: Surroundings): Conversation {
  const { strings, locale } = page;
  const asking = { locale, name: strings.youWithin };
  const list = byId('conversation', HTMLOListElement);
  let entries: Entry[] = [];

  function add(shown: Shown): Exchange {
    const exchange = drawExchange(shown, strings);
    list.append(exchange.item);
    onChange(false);
    return exchange;
  }

  function save(): void {
    keep(entries);
    onChange(list.children.length === 0);
  }

  function show({ item, card }: Exchange, entry: Entry): void {
    const { reply } = entry;
    card.removeAttribute('aria-busy');
    card.lang = reply.locale;
    card.toggleAttribute('data-private', reply.isPrivate);
    const dismiss = button(strings.dismiss, { class: 'dismiss' }, () => {
      entries = entries.filter((one) => one !== entry);
      item.remove();
      save();
      focus();
    });
    card.replaceChildren(
      ...(reply.isPrivate ? [el('p', { class: 'private' }, strings.onlyYou, dismiss)] : []),
      drawReply(reply, {
        strings,
        onPress: (id, label, pressed) => void pressButton({ item, card }, entry, id, label, pressed),
      }),
    );
    item.querySelector('.platforms')?.remove();
    card.after(...drawPreviews(reply.previews, locale, strings));
  }

  /** Fills the card with what comes back, or with what went wrong and a way to try again. */
  async function answer(exchange: Exchange, shown: Shown, question: () => Promise<WireAnswer>): Promise<void> {
    const { card } = exchange;
    card.setAttribute('aria-busy', 'true');
    card.replaceChildren(el('p', { class: 'answering' }, strings.answering), el('div', { class: 'bones' }));
    reveal(exchange);
    try {
      const { reply } = await question();
      const entry = { shown, reply };
      entries.push(entry);
      show(exchange, entry);
      save();
      say(reply.summary);
    } catch (error) {
      fail(exchange, error, () => void answer(exchange, shown, question));
    }
    reveal(exchange);
  }

  /** The answer comes in place of the one that holds the button, or below everything. */
  async function pressButton(
    exchange: Exchange,
    entry: Entry,
    id: string,
    label: string,
    pressed: HTMLButtonElement,
  ): Promise<void> {
    const { card } = exchange;
    if (card.getAttribute('aria-busy') === 'true') return;
    card.setAttribute('aria-busy', 'true');
    pressed.setAttribute('data-busy', '');
    try {
      const { delivery, reply } = await press({ id, ...asking });
      if (delivery === 'replace') {
        entry.reply = reply;
        show(exchange, entry);
        card.focus({ preventScroll: true });
        reveal(exchange);
      } else {
        const fresh = { shown: { pressed: label }, reply };
        entries.push(fresh);
        const below = add(fresh.shown);
        show(below, fresh);
        reveal(below);
      }
      save();
      say(reply.summary);
    } catch (error) {
      const below = add({ pressed: label });
      fail(below, error, () => {
        below.item.remove();
        void pressButton(exchange, entry, id, label, pressed);
      });
      reveal(below);
    } finally {
      card.removeAttribute('aria-busy');
      pressed.removeAttribute('data-busy');
    }
  }

  function fail({ card }: Exchange, error: unknown, retry: () => void): void {
    const sentence = strings[error instanceof ServerFault ? error.fault : 'failed'];
    card.removeAttribute('aria-busy');
    card.replaceChildren(
      el('p', { class: 'notice', 'data-tone': 'error' }, sentence),
      el('div', { class: 'actions' }, button(strings.retry, { class: 'action' }, retry)),
    );
    say(sentence);
  }

  const reveal = ({ item }: Exchange): void => item.scrollIntoView({ block: 'start' });

  function restore(): void {
    for (const entry of recall()) {
      show(add(entry.shown), entry);
      entries.push(entry);
    }
    list.lastElementChild?.scrollIntoView({ block: 'start' });
  }

  const clear = (): void => {
    entries = [];
    list.replaceChildren();
    save();
  };

  list.setAttribute('aria-label', strings.conversation);
  try {
    restore();
  } catch {
    // Kept by an older page, in a shape that this one cannot draw.
    clear();
  }
  onChange(list.children.length === 0);
  return {
    ask: (asked) => {
      const { command, text, options, shown } = asked;
      void answer(add(shown), shown, () => run({ command, text, options, ...asking }));
    },
    clear,
  };
}
