// One exchange on the page: who asked for what, and below it the card for the answer.

import type { WebStrings } from '../../../i18n/web/strings.ts';
import { el } from './dom.ts';
import type { Asked } from './draft.ts';

/** What somebody asked, or the button they pressed. */
export type Shown = Asked['shown'] | { readonly pressed: string };

export interface Exchange {
  readonly item: HTMLElement;
  readonly card: HTMLElement;
}

export function drawExchange(shown: Shown, strings: WebStrings): Exchange {
  const card = el('article', { class: 'card', tabindex: -1 });
  const asked = 'pressed' in shown ? [el('span', { class: 'pressed', dir: 'auto' }, shown.pressed)] : drawAsked(shown);
  const item = el(
    'li',
    { class: 'exchange' },
    el('div', { class: 'line' }, el('p', { class: 'who' }, strings.you), el('p', { class: 'ask' }, ...asked)),
    el('div', { class: 'line answered' }, el('p', { class: 'who' }, 'Verbatim'), card),
  );
  return { item, card };
}

function drawAsked({ command, picked, text }: Asked['shown']): (Node | string)[] {
  const chips = picked.flatMap(({ name, label }) => [
    ' ',
    el(
      'span',
      { class: 'chip' },
      el('span', { class: 'chip-name' }, name),
      el('span', { class: 'chip-value', dir: 'auto' }, label),
    ),
  ]);
  return [el('span', { class: 'command' }, `/${command}`), ...chips, ' ', el('span', { dir: 'auto' }, text)];
}
