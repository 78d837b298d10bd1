// Renders a reply as a card (Components V2): a container with an accent colour, each quote beside the link to its moment.
// Three layouts, from roomy to dense; the roomiest that Discord's count of components allows is used.

import type {
  APIComponentInContainer,
  APIContainerComponent,
  APIMessageTopLevelComponent,
  APISectionAccessoryComponent,
} from 'discord.js';
import type { Action, Block, ListItem, QuoteBlock, Reply, Tone } from '../../reply/reply.ts';
import { button, buttons, type Choice, createIds, type Ids, linkButton, menus, type Row, rows } from './buttons.ts';
import { plain, webAddress } from './escape.ts';
import { cut, share, weigh } from './fit.ts';
import { limits } from './limits.ts';
import { blockPiece, type Piece, piece, stack, writeItem } from './markup.ts';
import { component } from './wire.ts';

/** What stands in a card, its words not yet cut to the room there is. */
type Part =
  | { readonly kind: 'text'; readonly piece: Piece }
  | { readonly kind: 'section'; readonly piece: Piece; readonly accessory: APISectionAccessoryComponent }
  | { readonly kind: 'fixed'; readonly component: APIComponentInContainer };

interface Layout {
  /** A row of buttons under each quote and beside each item, rather than one menu for all. */
  readonly ownButtons: boolean;
  /** A rule between two quotes. */
  readonly rules: boolean;
  /** All words in one text, the links to moments within it. */
  readonly oneText: boolean;
  readonly labelLength: number;
}

const layouts: readonly Layout[] = [
  { ownButtons: true, rules: true, oneText: false, labelLength: limits.buttonLabel },
  { ownButtons: false, rules: false, oneText: false, labelLength: limits.buttonLabel },
  { ownButtons: false, rules: false, oneText: true, labelLength: 24 },
];

/** More actions than this go into a menu; more items with one each, too. */
const mostActions = 10;
const mostItemButtons = 6;

const accents: Readonly<Record<Tone | 'none', number>> = {
  none: 0x5b_6e_f5,
  info: 0x5b_6e_f5,
  success: 0x2e_a0_43,
  warning: 0xd2_99_22,
  error: 0xd1_3b_3b,
};

export function accentOf(reply: Reply<string>): number {
  const tones = reply.blocks.flatMap((block) => (block.kind === 'notice' ? [block.tone] : []));
  const loudest = (['error', 'warning', 'success'] as const).find((tone) => tones.includes(tone));
  return accents[loudest ?? 'none'];
}

export function card(reply: Reply<string>): APIMessageTopLevelComponent[] {
  const made = layouts.map((layout) => arrange(reply, layout));
  const parts = made.find((candidate) => fits(candidate)) ?? made.at(-1) ?? [];
  return [fill(parts, reply)];
}

/** A card with nothing but words, for where Discord has refused the whole one. */
export function plainCard(text: string): APIMessageTopLevelComponent[] {
  const content = cut(text, limits.cardText);
  return [{ type: component.container, components: [{ type: component.text, content }] }];
}

function arrange(reply: Reply<string>, layout: Layout): Part[] {
  const ids = createIds(layout.labelLength);
  const parts = reply.blocks.flatMap((block, index) => [
    ...(layout.rules && index > 0 && block.kind === 'quote' ? [rule] : []),
    ...arrangeBlock(block, reply, layout, ids),
  ]);
  return [
    ...(layout.oneText ? inOneText(parts) : parts),
    ...(layout.ownButtons ? [] : menus(choicesOf(reply.blocks), '…', ids).map(fixed)),
    ...arrangeActions(reply.actions, ids).map(fixed),
  ];
}

const fixed = (made: APIComponentInContainer): Part => ({ kind: 'fixed', component: made });
const rule = fixed({ type: component.separator, divider: true, spacing: 1 });

function arrangeBlock(block: Block<string>, reply: Reply<string>, layout: Layout, ids: Ids): Part[] {
  if (block.kind === 'image') return gallery(block.url, block.alt);
  if (block.kind === 'quote') return arrangeQuote(block, quoteStyle(reply), layout, ids);
  if (block.kind === 'list' && layout.ownButtons) {
    const pressed = block.items.filter(({ action }) => action !== undefined);
    if (pressed.length > 0 && pressed.length <= mostItemButtons) {
      return block.items.flatMap((item) => arrangeItem(item, ids));
    }
  }
  const words = blockPiece(block, { bar: true, inlineMoment: true });
  return words === undefined ? [] : [{ kind: 'text', piece: words }];
}

/** Among its neighbours only the quote that was asked for is set apart. */
export function quoteStyle(reply: Reply<string>): (quote: QuoteBlock<string>) => boolean {
  const inContext = reply.blocks.some((block) => block.kind === 'quote' && block.focus === true);
  return (quote) => !inContext || quote.focus === true;
}

function arrangeQuote(
  quote: QuoteBlock<string>,
  bar: (quote: QuoteBlock<string>) => boolean,
  layout: Layout,
  ids: Ids,
): Part[] {
  const { moment } = quote;
  const accessory = layout.oneText || moment?.url === undefined ? undefined : linkButton(moment.label, moment.url, ids);
  const words = blockPiece(quote, { bar: bar(quote), inlineMoment: accessory === undefined });
  if (words === undefined) return [];
  return [
    accessory === undefined ? { kind: 'text', piece: words } : { kind: 'section', piece: words, accessory },
    ...(layout.ownButtons ? rows(buttons(quote.actions, ids), limits.rows).map(fixed) : []),
  ];
}

function arrangeItem(item: ListItem<string>, ids: Ids): Part[] {
  const words = piece((room) => writeItem(item, room));
  const accessory = item.action === undefined ? undefined : button(item.action, ids);
  return [accessory === undefined ? { kind: 'text', piece: words } : { kind: 'section', piece: words, accessory }];
}

function gallery(url: string, alt: string): Part[] {
  const address = webAddress(url, limits.imageUrl);
  if (address === undefined) return [];
  const description = cut(plain(alt).trim(), limits.imageAlt, (text) => text.length);
  const item = { media: { url: address }, ...(description === '' ? {} : { description }) };
  return [fixed({ type: component.gallery, items: [item] })];
}

/** The buttons below everything: in rows, or those that ask something in a menu where they are many. */
export function arrangeActions(actions: readonly Action<string>[], ids: Ids): Row[] {
  if (actions.length <= mostActions) return rows(buttons(actions, ids), limits.rows);
  const pressed = actions.flatMap((action) =>
    action.kind === 'press' && action.disabled !== true ? [{ label: action.label, press: action.press }] : [],
  );
  const opened = actions.filter(({ kind }) => kind === 'open');
  return [...menus(pressed, '…', ids), ...rows(buttons(opened, ids), 2)];
}

/** What the blocks' own buttons ask, told apart by what they stand beside. */
export function choicesOf(blocks: readonly Block<string>[]): Choice[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') {
      const detail = block.speaker === undefined ? block.text : `${block.speaker}: ${block.text}`;
      return block.actions.flatMap((action) =>
        action.kind === 'press' ? [{ label: `${action.label} · ${block.text}`, detail, press: action.press }] : [],
      );
    }
    if (block.kind !== 'list') return [];
    return block.items.flatMap(({ text, action }) =>
      action?.kind === 'press'
        ? [{ label: text.map((span) => span.text).join(''), detail: action.label, press: action.press }]
        : [],
    );
  });
}

/** All words first, in their order, in one text; then what is no text. */
function inOneText(parts: readonly Part[]): Part[] {
  const words = parts.flatMap((part) => (part.kind === 'fixed' ? [] : [part.piece]));
  const rest = parts.filter((part) => part.kind === 'fixed').slice(0, 4);
  return [{ kind: 'text', piece: piece((room) => stack(words, room, '\n\n')) }, ...rest];
}

function countOf(made: APIComponentInContainer): number {
  return made.type === component.row ? 1 + made.components.length : 1;
}

function fits(parts: readonly Part[]): boolean {
  const sizes: number[] = parts.map((part) =>
    part.kind === 'text' ? 1 : part.kind === 'section' ? 3 : countOf(part.component),
  );
  const components = sizes.reduce((sum, size) => sum + size, 1);
  return components <= limits.cardComponents && labelsWeight(parts) <= limits.cardText / 2;
}

/** Labels count as text of the card as well. */
function labelsWeight(parts: readonly Part[]): number {
  const labels = parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    if (part.kind === 'section') return 'label' in part.accessory ? [part.accessory.label] : [];
    if (part.component.type !== component.row) return [];
    return part.component.components.flatMap((made) => {
      if (made.type === component.button) return 'label' in made ? [made.label] : [];
      if (made.type !== component.select) return [];
      return [made.placeholder, ...made.options.flatMap(({ label, description }) => [label, description])];
    });
  });
  return labels.reduce((sum, label) => sum + weigh(label ?? ''), 0);
}

function fill(parts: readonly Part[], reply: Reply<string>): APIContainerComponent {
  const pieces = parts.flatMap((part) => (part.kind === 'fixed' ? [] : [part.piece]));
  const rooms = share(
    limits.cardText - labelsWeight(parts),
    pieces.map(({ need }) => need),
  );
  const texts = pieces.map(({ write }, index) => write(rooms[index] ?? 0).trim());
  let at = 0;
  const components = parts.flatMap((part): APIComponentInContainer[] => {
    if (part.kind === 'fixed') return [part.component];
    const content = texts[at] ?? '';
    at += 1;
    if (part.kind === 'section') {
      const text = { type: component.text, content: content || '…' };
      return [{ type: component.section, components: [text], accessory: part.accessory }];
    }
    return content === '' ? [] : [{ type: component.text, content }];
  });
  const shown = components.length > 0 ? components : [{ type: component.text, content: '…' }];
  return { type: component.container, accent_color: accentOf(reply), components: shown };
}
