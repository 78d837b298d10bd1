// Draws a reply: one function per block.

import type { WebStrings } from '../../../i18n/web/strings.ts';
import type { WireAction, WireBlock, WireItem, WireQuote, WireReply, WireSpan } from '../wire.ts';
import { button, el, outward } from './dom.ts';

export interface Drawing {
  readonly strings: WebStrings;
  readonly onPress: (id: string, label: string, button: HTMLButtonElement) => void;
}

export function drawReply(reply: WireReply, drawing: Drawing): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...reply.blocks.map((block) => drawBlock(block, drawing)), ...drawActions(reply.actions, drawing));
  return fragment;
}

function drawBlock(block: WireBlock, drawing: Drawing): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return el('h2', { class: 'heading', dir: 'auto' }, block.text);
    case 'text':
      return el('p', { class: 'text', dir: 'auto' }, ...drawText(block.text));
    case 'quote':
      return drawQuote(block, drawing);
    case 'facts':
      return el(
        'dl',
        { class: 'facts' },
        ...block.facts.map(({ label, value }) =>
          el('div', {}, el('dt', {}, label), el('dd', { dir: 'auto' }, ...drawText(value))),
        ),
      );
    case 'list':
      return el('ul', { class: 'list' }, ...block.items.map((item) => drawItem(item, drawing)));
    case 'image':
      return el('img', {
        class: 'image',
        src: block.url,
        alt: block.alt,
        loading: 'lazy',
        referrerpolicy: 'no-referrer',
      });
    case 'notice':
      return el('p', { class: 'notice', 'data-tone': block.tone, dir: 'auto' }, ...drawText(block.text));
  }
}

const drawText = (text: readonly WireSpan[]): Node[] =>
  text.map(({ text, mark, url }) => {
    const words = mark === undefined ? document.createTextNode(text) : el(mark, {}, text);
    if (url === undefined) return words;
    const link = outward('', url);
    link.append(words);
    return link;
  });

function drawQuote(quote: WireQuote, drawing: Drawing): HTMLElement {
  const { speaker, episode, podcast, date, caveat, moment, links } = quote;
  return el(
    'figure',
    { class: 'quote', 'data-focus': quote.isFocus },
    // No language: the quote is in its episode's, which need not be the page's.
    el('blockquote', { lang: '', dir: 'auto' }, ...drawRuns(quote.runs)),
    el(
      'figcaption',
      {},
      el(
        'p',
        { class: 'source' },
        speaker !== undefined && el('span', { class: 'speaker', dir: 'auto' }, speaker),
        episode !== undefined && el('cite', { dir: 'auto' }, episode),
        podcast !== undefined && el('span', { dir: 'auto' }, podcast),
        date !== undefined && el('span', { class: 'date' }, date),
        caveat !== undefined && el('span', { class: 'caveat' }, caveat),
      ),
      moment !== undefined && drawMoment(moment, drawing.strings),
    ),
    el(
      'div',
      { class: 'quote-foot' },
      ...drawActions(quote.actions, drawing),
      links.length > 0 &&
        el(
          'p',
          { class: 'links' },
          `${drawing.strings.alsoAt} `,
          ...links
            .flatMap(({ label, url }, at) => [at > 0 && ' · ', outward(label, url)])
            .filter((part) => part !== false),
        ),
    ),
  );
}

/** Words that matched side by side are marked as one, the space between them too. */
function drawRuns(runs: WireQuote['runs']): (Node | string)[] {
  const drawn: (HTMLElement | string)[] = [];
  runs.forEach(({ text, isHighlighted }, place) => {
    const last = drawn.at(-1);
    const isBetween = text.trim() === '' && runs[place + 1]?.isHighlighted === true;
    if (last instanceof HTMLElement && (isHighlighted || isBetween)) last.append(text);
    else drawn.push(isHighlighted ? el('mark', {}, text) : text);
  });
  return drawn;
}

/** A time that leads nowhere is no button, and says why. */
const drawMoment = ({ label, url }: NonNullable<WireQuote['moment']>, { unlinked }: WebStrings): HTMLElement =>
  url === undefined
    ? el('span', { class: 'moment', title: unlinked }, label, el('span', { class: 'unseen' }, ` (${unlinked})`))
    : outward(label, url, { class: 'moment' });

const drawItem = ({ text, detail, action }: WireItem, drawing: Drawing): HTMLElement =>
  el(
    'li',
    {},
    el(
      'div',
      {},
      el('p', { dir: 'auto' }, ...drawText(text)),
      detail !== undefined && el('p', { class: 'detail', dir: 'auto' }, detail),
    ),
    action !== undefined && drawAction(action, drawing),
  );

const drawActions = (actions: readonly WireAction[], drawing: Drawing): HTMLElement[] =>
  actions.length === 0
    ? []
    : [el('div', { class: 'actions' }, ...actions.map((action) => drawAction(action, drawing)))];

function drawAction(action: WireAction, { onPress }: Drawing): HTMLElement {
  if (action.kind === 'open') return outward(action.label, action.url, { class: 'action' });
  const { label, press, isPrimary, isDisabled } = action;
  return button(label, { class: 'action', 'data-primary': isPrimary, disabled: isDisabled }, (pressed) =>
    onPress(press, label, pressed),
  );
}
