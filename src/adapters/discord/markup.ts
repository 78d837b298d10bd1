// Writes the neutral reply's texts as Discord's Markdown, each within the room it is given.

import type { Range } from '../../model.ts';
import type { Block, Fact, ListItem, QuoteBlock, RichText, Span, Tone } from '../../reply/reply.ts';
import { escapeMarkdown, plainLine, webAddress } from './escape.ts';
import { cut, share, weigh } from './fit.ts';
import { limits } from './limits.ts';

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

/** Longer addresses are not worth the room they take from what was said. */
const longestInlineUrl = 512;

/** A link in running text. Brackets cannot be escaped within its label, so that such a label stands before it. */
export function link(label: string, url: string): string | undefined {
  const address = webAddress(url, longestInlineUrl);
  if (address === undefined) return undefined;
  const text = plainLine(label);
  if (text === '') return undefined;
  return /[[\]]/.test(text) ? `${escapeMarkdown(text)} [↗](${address})` : `[${escapeMarkdown(text)}](${address})`;
}

/** Emphasis may neither begin nor end with white space, nor go on over a line's end. */
function strong(escaped: string): string {
  return escaped.replace(/[^\s\n](?:[^\n]*[^\s\n])?/g, '**$&**');
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

/** A quote's words, what matched in bold. */
export function writeWords(text: string, highlights: readonly Range[]): string {
  let written = '';
  let at = 0;
  for (const [from, to] of merged(highlights, text.length)) {
    written += escapeMarkdown(text.slice(at, from)) + strong(escapeMarkdown(text.slice(from, to)));
    at = to;
  }
  return written + escapeMarkdown(text.slice(at));
}

/** Within the text, none empty, those that touch as one. */
function merged(ranges: readonly Range[], length: number): Range[] {
  const made: Range[] = [];
  for (const [from, to] of ranges) {
    const last = made.at(-1);
    const end = Math.min(to, length);
    if (last !== undefined && from <= last[1]) made[made.length - 1] = [last[0], Math.max(last[1], end)];
    else if (end > from) made.push([from, end]);
  }
  return made;
}

export interface QuoteStyle {
  /** Set apart with a bar on its left. */
  readonly bar: boolean;
  /** True where no button carries the link to the moment. */
  readonly inlineMoment: boolean;
}

export function writeQuote<P>(quote: QuoteBlock<P>, style: QuoteStyle, room: number): string {
  const words = (text: string) => {
    const written = writeWords(text, quote.highlights);
    return style.bar ? written.replace(/^/gm, '> ') : written;
  };
  // The other places go first, then the names' length; of the words something stays in any case.
  const source = quoteSource(quote, style, 200);
  const below = [[source, quotePlaces(quote)], [source], [quoteSource(quote, style, Math.floor(room / 12))], []].map(
    (lines) =>
      lines
        .filter((line) => line !== '')
        .map((line) => `\n-# ${line}`)
        .join(''),
  );
  const whole = quote.text.length > room ? undefined : words(quote.text);
  const fitting = below.find((small) => whole !== undefined && weigh(whole) + weigh(small) <= room);
  if (whole !== undefined && fitting !== undefined) return (whole + fitting).trim();
  const small = below.slice(1).find((lines) => weigh(lines) <= room / 2) ?? '';
  const part = cut(quote.text, room - weigh(small), (text) => weigh(words(text)));
  return (part === '' ? '' : words(part) + small).trim();
}

/** Who said it, where and when; each name in `longest` characters at most. */
function quoteSource<P>(quote: QuoteBlock<P>, { inlineMoment }: QuoteStyle, longest: number): string {
  const { speaker, episode, podcast, date, moment } = quote;
  const short = (text = '') => escapeMarkdown(cut(plainLine(text), longest, (part) => weigh(escapeMarkdown(part))));
  const linked = inlineMoment && moment?.url !== undefined ? link(moment.label, moment.url) : undefined;
  const hasButton = !inlineMoment && moment?.url !== undefined;
  const when = hasButton ? '' : (linked ?? short(moment?.label));
  return [strong(short(speaker)), short(episode), short(podcast), short(date), when]
    .filter((text) => text !== '')
    .join(' · ');
}

function quotePlaces<P>({ links }: QuoteBlock<P>): string {
  return links
    .map(({ label, url }) => link(label, url))
    .filter((place) => place !== undefined)
    .join(' · ');
}

export function writeFact({ label, value }: Fact, room: number): string {
  const name = cut(plainLine(label), Math.floor(room / 2), (text) => weigh(`**${escapeMarkdown(text)}:** `));
  const head = name === '' ? '' : `**${escapeMarkdown(name)}:** `;
  return head + writeRich(oneLine(value), room - weigh(head));
}

/** With its detail in small print below; without one, as a point of a list. */
export function writeItem<P>({ text, detail }: ListItem<P>, room: number): string {
  if (detail === undefined) {
    const line = writeRich(oneLine(text), room - 2);
    return line === '' ? '' : `- ${line}`;
  }
  const line = writeRich(oneLine(text), room);
  const left = room - weigh(line) - '\n-# '.length;
  const small = cut(plainLine(detail), left, (part) => weigh(escapeMarkdown(part)));
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
      const items = block.items.map((item) => piece((room) => writeItem(item, room)));
      return piece((room) => stack(items, room));
    }
    case 'image':
      return undefined;
  }
}
