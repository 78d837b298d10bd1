// Front matter: the YAML between two lines of "---" with which site generators begin a page.
import { parseDocument } from 'yaml';
import { VerbatimError } from '../errors.ts';
import { type Player, players } from '../model.ts';
import { realDay } from '../text/day.ts';
import { known } from '../text/known.ts';
import { isObject, type JsonObject, languageOf, textOf } from './json.ts';
import type { TranscriptFacts } from './transcript.ts';

/** Reading YAML takes much time and room; what is longer is no front matter. In characters: a day of talk. */
export const longestFrontMatter = 1_000_000;
/** Every entry costs time and room, and where keys are many each is compared with all others. A day of talk has some 40,000 marks. */
const mostMarks = 60_000;
const mark = /[\n,:[\]{}&*]/g;
const fence = /^\s*---[ \t]*\r?\n/;
const closing = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

export interface FrontMatter {
  readonly data: JsonObject;
  readonly facts: TranscriptFacts;
  /** The text behind, its lines where they were. */
  readonly body: string;
}

/**
 * `undefined` where the text has none.
 *
 * @throws VerbatimError `malformed` with the line.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const start = fence.exec(text.slice(0, 1000));
  if (start === null) return undefined;
  const rest = text.slice(start[0].length, start[0].length + longestFrontMatter);
  const end = closing.exec(rest);
  if (end === null) return undefined;
  const written = rest.slice(0, end.index);
  const linesAbove = start[0].split('\n').length - 1;
  if ((written.match(mark)?.length ?? 0) > mostMarks)
    throw new VerbatimError('malformed', 'The front matter has more entries than a day of talk.', {
      line: linesAbove + 1,
    });
  const document = parseDocument(written, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = linesAbove + (error.linePos?.[0].line ?? 1);
    throw new VerbatimError('malformed', 'The front matter is no YAML from here on.', { line, cause: error });
  }
  const data: unknown = document.toJS();
  if (!isObject(data)) return undefined;
  const passed = start[0].length + end.index + end[0].length;
  const body = '\n'.repeat(text.slice(0, passed).split('\n').length - 1) + text.slice(passed);
  return { data, facts: factsOf(data), body };
}

function factsOf(data: JsonObject): TranscriptFacts {
  const published = data.date ?? data.published ?? data.publishedAt ?? data.pubDate;
  const links = linksOf(data);
  return {
    ...known({ title: textOf(data.title), publishedAt: dayOf(published) }),
    ...languageOf(data.language ?? data.lang),
    ...(Object.keys(links).length === 0 ? {} : { links }),
  };
}

/** YAML takes a year alone for a number. */
function dayOf(value: unknown): string | undefined {
  const written =
    value instanceof Date && !Number.isNaN(value.getTime())
      ? value.toISOString()
      : textOf(typeof value === 'number' ? String(value) : value);
  return realDay(/^\d{4}(?:-\d{2}){0,2}(?=$|[T ])/.exec(written ?? '')?.[0] ?? '');
}

function linksOf(data: JsonObject): Partial<Record<Player, string>> {
  const links = isObject(data.links) ? data.links : {};
  const ids = isObject(data.ids) ? data.ids : {};
  const found: Partial<Record<Player, string>> = {};
  for (const player of players) {
    const link = textOf(links[player]);
    if (link !== undefined && /^https?:\/\//.test(link)) found[player] = link;
  }
  const video = textOf(ids.youtube);
  if (video !== undefined && /^[\w-]{6,20}$/.test(video)) found.youtube ??= `https://www.youtube.com/watch?v=${video}`;
  return found;
}
