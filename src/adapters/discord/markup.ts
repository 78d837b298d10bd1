// Writes the neutral reply's texts as Discord's Markdown, each within the room it is given.

import type { Block, Fact, ListItem, RichText, Span, Tone } from '../../reply/reply.ts';
import { escapeMarkdown, plainLine } from './escape.ts';
import { cut, share, weigh } from './fit.ts';
import { link, strong } from './inline.ts';
import { limits } from './limits.ts';
import { type QuoteStyle, writeQuote } from './quote-markup.ts';

/** Something to write; `write` takes no more room than it is given, as `weigh` counts it, and cuts nothing that fits. */
export interface Piece {
  readonly need: number;
  write(room: number): string;
}

export function piece(write: (room: number) => string): Piece {
  // Nothing Discord takes is longer: of a whole book only the beginning needs writing.
  const whole = write(limits.embedTotal);
  const need = weigh(whole);
  return { need, write: (room) => (need <= room ? whole : write(room)) };
}

/** Within backticks nothing is read, so nothing needs escaping; text with backticks of its own goes without. */
function code(text: string): string {
  return /[`\n]/.test(text) || text.trim() === '' ? escapeMarkdown(text) : `\`${text}\``;
}

function writeSpan(span: Span, text: string): string {
  const written = span.mark === 'code' ? code(text) : escapeMarkdown(text);
  const marked = span.mark === 'strong' ? strong(written) : written;
  return span.url === undefined ? marked : (link(text, span.url) ?? marked);
}

export function writeRich(given: RichText, room: number): string {
  const spans = joined(given);
  let written = '';
  for (const [index, span] of spans.entries()) {
    const left = room - weigh(written);
    const reserve = index < spans.length - 1 ? weigh('…') : 0;
    const whole = span.text.length > left ? undefined : writeSpan(span, span.text);
    if (whole !== undefined && weigh(whole) <= left - reserve) {
      written += whole;
      continue;
    }
    const text = `${span.text}${reserve > 0 ? '…' : ''}`;
    return written + (writeCut(span, text, left) || writeCut({ text }, text, left));
  }
  return written;
}

function writeCut(span: Span, text: string, room: number): string {
  const part = cut(text, room, (some) => weigh(writeSpan(span, some)));
  return part === '' ? '' : writeSpan(span, part);
}

/** Spans of one look that touch are one: `**a****b**` is no emphasis. */
function joined(spans: RichText): RichText {
  const made: Span[] = [];
  for (const span of spans.filter(({ text }) => text !== '')) {
    const last = made.at(-1);
    const alike = last !== undefined && last.mark === span.mark && last.url === span.url;
    if (alike) made[made.length - 1] = { ...last, text: last.text + span.text };
    else made.push(span);
  }
  return made;
}

const oneLine = (spans: RichText): RichText => spans.map((span) => ({ ...span, text: span.text.replace(/\s+/g, ' ') }));

/** Each on a line of its own; those that no longer fit are left out, and "…" says so. */
export function stack(pieces: readonly Piece[], room: number, separator = '\n'): string {
  const least = 24;
  let left = room - weigh(`${separator}…`);
  const wanted = pieces.reduce((sum, { need }) => sum + need + separator.length, -separator.length);
  const shown =
    wanted <= room
      ? pieces
      : pieces.filter(({ need }) => {
          left = left < 0 ? left : left - Math.min(need, least) - separator.length;
          return left >= 0;
        });
  const more = shown.length < pieces.length ? `${separator}…` : '';
  const shares = share(
    room - weigh(more) - separator.length * Math.max(0, shown.length - 1),
    shown.map(({ need }) => need),
  );
  const lines = shown.map(({ write }, index) => write(shares[index] ?? 0)).filter((line) => line.trim() !== '');
  const all = lines.join(separator) + more;
  return weigh(all) <= room ? all.trim() : '';
}

export function writeFact({ label, value }: Fact, room: number): string {
  const name = cut(plainLine(label), Math.floor(room / 2), (text) => weigh(`**${escapeMarkdown(text)}:** `));
  const head = name === '' ? '' : `**${escapeMarkdown(name)}:** `;
  return head + writeRich(oneLine(value), room - weigh(head));
}

/** With its detail in small print below; without one, as a point of a list. What no button opens stands in it as a link. */
export function writeItem<P>({ text, detail, action }: ListItem<P>, hasButton: boolean, room: number): string {
  const opened = !hasButton && action?.kind === 'open' ? link(action.label, action.url) : undefined;
  const begin = detail === undefined ? '- ' : '';
  const end = opened === undefined ? '' : ` · ${opened}`;
  const shownEnd = weigh(end) <= room / 2 ? end : '';
  const words = writeRich(oneLine(text), room - begin.length - weigh(shownEnd));
  if (words === '') return '';
  const line = begin + words + shownEnd;
  const left = room - weigh(line) - '\n-# '.length;
  const small = cut(plainLine(detail ?? ''), left, (part) => weigh(escapeMarkdown(part)));
  return small === '' ? line : `${line}\n-# ${escapeMarkdown(small)}`;
}

const toneMarks: Readonly<Record<Tone, string>> = { info: 'ℹ️', success: '✅', warning: '⚠️', error: '❌' };

function writeHeading(text: string, room: number): string {
  const head = cut(plainLine(text), room, (part) => weigh(`### ${escapeMarkdown(part)}`));
  return head === '' ? '' : `### ${escapeMarkdown(head)}`;
}

/** What a block says in words; an image says nothing. */
export function blockPiece<P>(block: Block<P>, style: QuoteStyle): Piece | undefined {
  switch (block.kind) {
    case 'heading':
      return piece((room) => writeHeading(block.text, room));
    case 'text':
      return piece((room) => writeRich(block.text, room));
    case 'notice': {
      const mark = `${toneMarks[block.tone]} `;
      return piece((room) => (room < 8 ? '' : mark + writeRich(block.text, room - weigh(mark))));
    }
    case 'quote':
      return piece((room) => writeQuote(block, style, room));
    case 'facts': {
      const facts = block.facts.map((fact) => piece((room) => writeFact(fact, room)));
      return piece((room) => stack(facts, room));
    }
    case 'list': {
      const items = block.items.map((item) => piece((room) => writeItem(item, false, room)));
      return piece((room) => stack(items, room));
    }
    case 'image':
      return undefined;
  }
}
