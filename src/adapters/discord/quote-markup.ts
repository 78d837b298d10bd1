// Writes a quote as Discord's Markdown: the words with what matched in bold, and in small print below who said them and where.

import type { Range } from '../../model.ts';
import type { QuoteBlock } from '../../reply/reply.ts';
import { lazy } from '../../text/lazy.ts';
import { escapeMarkdown, plainLine } from './escape.ts';
import { cut, weigh } from './fit.ts';
import { link, strong } from './inline.ts';

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
  // Made one by one, as the first mostly fits. Who said it goes last, and that a machine wrote it down: a quote of nobody is none.
  const source = lazy(() => quoteSource(quote, style, 200));
  const speaker = lazy(() =>
    quoteSource({ ...quote, episode: '', podcast: '', date: '' }, { ...style, inlineMoment: false }, 40),
  );
  const variants = [
    lazy(() => smallPrint([source(), quotePlaces(quote)])),
    lazy(() => smallPrint([source()])),
    lazy(() => smallPrint([speaker()])),
    () => '',
  ];
  const whole = quote.text.length > room ? undefined : words(quote.text);
  const left = whole === undefined ? 0 : room - weigh(whole);
  const fitting = variants.find((below) => whole !== undefined && below() !== '' && weigh(below()) <= left);
  if (whole !== undefined && fitting !== undefined) return (whole + fitting()).trim();
  const below = variants.slice(1).find((lines) => weigh(lines()) <= room / 2)?.() ?? '';
  const part = cut(quote.text, room - weigh(below), (text) => weigh(words(text)));
  return (part === '' ? '' : words(part) + below).trim();
}

function smallPrint(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '' : `\n-# ${line}`)).join('');
}

/** Who said it, where and when; each name in `longest` characters at most. */
function quoteSource<P>(quote: QuoteBlock<P>, { inlineMoment }: QuoteStyle, longest: number): string {
  const { speaker, episode, podcast, date, caveat, moment } = quote;
  const short = (text = '') => escapeMarkdown(cut(plainLine(text), longest, (part) => weigh(escapeMarkdown(part))));
  const linked = inlineMoment && moment?.url !== undefined ? link(moment.label, moment.url) : undefined;
  const hasButton = !inlineMoment && moment?.url !== undefined;
  const when = hasButton ? '' : (linked ?? short(moment?.label));
  return [strong(short(speaker)), short(caveat), short(episode), short(podcast), short(date), when]
    .filter((text) => text !== '')
    .join(' · ');
}

function quotePlaces<P>({ links }: QuoteBlock<P>): string {
  return links
    .map(({ label, url }) => link(label, url))
    .filter((place) => place !== undefined)
    .join(' · ');
}
