// Writes the neutral reply's texts as Discord's Markdown, each within the room it is given.

import type { Range } from '../../model.ts';
import type { Block, Fact, ListItem, QuoteBlock, RichText, Span, Tone } from '../../reply/reply.ts';
import { escapeMarkdown, plainLine, webAddress } from './escape.ts';
import { cut, share, weigh } from './fit.ts';

/** Something to write; `write` never takes more room than it is given, as `weigh` counts it. */
export interface Piece {
  readonly need: number;
  write(room: number): string;
}

export function piece(write: (room: number) => string): Piece {
  return { need: weigh(write(Number.MAX_SAFE_INTEGER)), write };
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
    const whole = writeSpan(span, span.text);
    const reserve = index < spans.length - 1 ? weigh('…') : 0;
    if (weigh(whole) <= left - reserve) {
      written += whole;
      continue;
    }
    const rest = cut(`${span.text}${reserve > 0 ? '…' : ''}`, left, (text) => weigh(writeSpan(span, text)));
    return written + (rest === '' ? '' : writeSpan(span, rest));
  }
  return written;
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
  const wanted = pieces.reduce((sum, { need }) => sum + need + separator.length, 0);
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
  const small = [quoteSource(quote, style, Math.floor(room / 2)), quotePlaces(quote)]
    .filter((line) => line !== '')
    .map((line) => `\n-# ${line}`);
  while (small.length > 0 && weigh(small.join('')) > room / 2) small.pop();
  const below = small.join('');
  const written = (text: string) => {
    const words = writeWords(text, quote.highlights);
    return style.bar ? words.replace(/^/gm, '> ') : words;
  };
  const words = cut(quote.text, room - weigh(below), (text) => weigh(written(text)));
  return words.trim() === '' ? below.trim() : written(words) + below;
}

/** Who said it, where and when. */
function quoteSource<P>(quote: QuoteBlock<P>, { inlineMoment }: QuoteStyle, room: number): string {
  const { speaker, episode, podcast, date, moment } = quote;
  const longest = Math.min(200, Math.floor(room / 3));
  const short = (text: string) => cut(plainLine(text), longest, (part) => weigh(escapeMarkdown(part)));
  const told = [
    speaker === undefined ? '' : strong(escapeMarkdown(short(speaker))),
    ...[episode, podcast, date].map((text) => (text === undefined ? '' : escapeMarkdown(short(text)))),
    moment === undefined || (moment.url !== undefined && !inlineMoment)
      ? ''
      : ((moment.url === undefined ? undefined : link(moment.label, moment.url)) ??
        escapeMarkdown(plainLine(moment.label))),
  ];
  return told.filter((text) => text !== '').join(' · ');
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

export function writeItem<P>({ text, detail }: ListItem<P>, room: number): string {
  const line = `- ${writeRich(oneLine(text), room - 2)}`;
  const begin = '\n  -# ';
  const left = room - weigh(line) - begin.length;
  if (detail === undefined || left < 1) return weigh(line) <= room ? line : '';
  const quiet = cut(plainLine(detail), left, (part) => weigh(escapeMarkdown(part)));
  return quiet === '' ? line : line + begin + escapeMarkdown(quiet);
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
