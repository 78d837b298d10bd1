// Lays a reply out as the parts of a card: what is text, what stands beside a button, what is nothing but buttons.

import type { APIComponentInContainer, APISectionAccessoryComponent } from 'discord.js';
import type { Block, ListItem, QuoteBlock, Reply } from '../../reply/reply.ts';
import { button, buttons, createIds, type Ids, linkButton, type Row, rows } from './buttons.ts';
import { plain, webAddress } from './escape.ts';
import { cut } from './fit.ts';
import { limits } from './limits.ts';
import { blockPiece, type Piece, piece, stack, writeItem } from './markup.ts';
import { choicesOf, menus } from './menu.ts';
import { component } from './wire.ts';

type ListBlock = Extract<Block<string>, { kind: 'list' }>;

/** Its words are not yet cut to the room there is. */
export type Part =
  | { readonly kind: 'text'; readonly piece: Piece }
  | { readonly kind: 'section'; readonly piece: Piece; readonly accessory: APISectionAccessoryComponent }
  | { readonly kind: 'fixed'; readonly component: APIComponentInContainer };

interface Layout {
  /** Buttons under each quote and beside each item, rather than one menu for all. */
  readonly ownButtons: boolean;
  /** All words in one text, the links to moments within it. */
  readonly oneText: boolean;
  readonly labelLength: number;
}

/** From roomy to dense: what fits in no other fits in the last. */
export const layouts: readonly Layout[] = [
  { ownButtons: true, oneText: false, labelLength: limits.buttonLabel },
  { ownButtons: false, oneText: false, labelLength: limits.buttonLabel },
  { ownButtons: false, oneText: true, labelLength: 24 },
];

/** More actions than this go into a menu; more items with one each, too. */
const mostActions = 10;
const mostItemButtons = 6;

export function arrange(reply: Reply<string>, layout: Layout): Part[] {
  const ids = createIds(layout.labelLength);
  const parts = reply.blocks.flatMap((block, index) => [
    ...(layout.ownButtons && block.kind === 'quote' && isRuledOff(reply.blocks[index - 1]) ? [rule] : []),
    ...arrangeBlock(block, reply, layout, ids),
  ]);
  return [
    ...(layout.oneText ? inOneText(parts) : parts),
    ...(layout.ownButtons ? [] : menus(choicesOf(reply.blocks), reply, ids).map(fixed)),
    ...actionRows(reply, ids).map(fixed),
  ];
}

const fixed = (made: APIComponentInContainer): Part => ({ kind: 'fixed', component: made });
const rule = fixed({ type: component.separator, divider: true, spacing: 1 });

/** A heading belongs to the quote below it; anything else ends with a rule. */
function isRuledOff(before: Block<string> | undefined): boolean {
  return before !== undefined && before.kind !== 'heading';
}

function arrangeBlock(block: Block<string>, reply: Reply<string>, layout: Layout, ids: Ids): Part[] {
  if (block.kind === 'image') return gallery(block.url, block.alt);
  if (block.kind === 'quote') return arrangeQuote(block, hasBar(block, reply), layout, ids);
  if (block.kind === 'list' && layout.ownButtons) return arrangeList(block, reply, ids);
  return worded(block);
}

function worded(block: Block<string>): Part[] {
  const words = blockPiece(block, { bar: false, inlineMoment: true });
  return words === undefined ? [] : [{ kind: 'text', piece: words }];
}

/** A button beside each item where they are few, else a menu below them. */
function arrangeList(list: ListBlock, reply: Reply<string>, ids: Ids): Part[] {
  const pressed = list.items.filter(({ action }) => action !== undefined);
  if (pressed.length > mostItemButtons) return [...worded(list), ...menus(choicesOf([list]), reply, ids).map(fixed)];
  return pressed.length === 0 ? worded(list) : list.items.flatMap((item) => arrangeItem(item, ids));
}

/** Among its neighbours only the quote that was asked for is set apart. */
export function hasBar(quote: QuoteBlock<string>, { blocks }: Reply<string>): boolean {
  return quote.focus === true || !blocks.some((block) => block.kind === 'quote' && block.focus === true);
}

function arrangeQuote(quote: QuoteBlock<string>, bar: boolean, layout: Layout, ids: Ids): Part[] {
  const { moment } = quote;
  const hasButton = !layout.oneText && moment?.url !== undefined;
  const accessory = hasButton ? linkButton(moment.label, moment.url, ids) : undefined;
  const words = blockPiece(quote, { bar, inlineMoment: accessory === undefined });
  if (words === undefined) return [];
  return [
    beside(words, accessory),
    ...(layout.ownButtons ? rows(buttons(quote.actions, ids), limits.rows).map(fixed) : []),
  ];
}

function arrangeItem(item: ListItem<string>, ids: Ids): Part[] {
  const accessory = item.action === undefined ? undefined : button(item.action, ids);
  const words = piece((room) => writeItem(item, accessory !== undefined, room));
  return [beside(words, accessory)];
}

/** What stands beside a button says something. */
function beside(words: Piece, accessory: APISectionAccessoryComponent | undefined): Part {
  if (accessory === undefined) return { kind: 'text', piece: words };
  return { kind: 'section', piece: words.need > 0 ? words : piece(() => '…'), accessory };
}

function gallery(url: string, alt: string): Part[] {
  const address = webAddress(url, limits.imageUrl);
  if (address === undefined) return [];
  const description = cut(plain(alt).trim(), limits.imageAlt, (text) => text.length);
  const item = { media: { url: address }, ...(description === '' ? {} : { description }) };
  return [fixed({ type: component.gallery, items: [item] })];
}

/** The buttons below everything: in rows, or those that ask something in a menu where they are many. */
function actionRows(reply: Reply<string>, ids: Ids): Row[] {
  const { actions } = reply;
  if (actions.length <= mostActions) return rows(buttons(actions, ids), limits.rows);
  const asked = actions.flatMap((action) =>
    action.kind === 'press' && action.disabled !== true ? [{ label: action.label, press: action.press }] : [],
  );
  const opened = actions.filter(({ kind }) => kind === 'open');
  return [...menus(asked, reply, ids), ...rows(buttons(opened, ids), 2)];
}

/** All words first, in their order, in one text; then what is no text. */
function inOneText(parts: readonly Part[]): Part[] {
  const words = parts.flatMap((part) => (part.kind === 'fixed' ? [] : [part.piece]));
  const rest = parts.filter((part) => part.kind === 'fixed').slice(0, 4);
  return [{ kind: 'text', piece: piece((room) => stack(words, room, '\n\n')) }, ...rest];
}
