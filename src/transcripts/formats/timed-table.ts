// A table with start, end and text: the TSV of Whisper, the CSV of whisper.cpp, labels of Audacity (and WhisperX's with "[[Name]]").
import { VerbatimError } from '../../errors.ts';
import { Pieces } from '../../text/pieces.ts';
import { entryCues } from '../cue-entries.ts';
import type { JsonObject } from '../json.ts';
import { linesOf } from '../text-lines.ts';
import type { Format } from '../transcript.ts';

/** What programs write above the columns. */
const titles: Readonly<Record<string, RegExp>> = {
  start: /^(?:start|begin|from|in)(?:[ _-]?(?:time|ms|s|seconds))?$/i,
  end: /^(?:end|stop|to|out)(?:[ _-]?(?:time|ms|s|seconds))?$/i,
  speaker: /^(?:speaker|name|voice|who)(?:[ _-]?(?:name|label|id))?$/i,
  text: /^(?:text|transcript|transcription|sentence|caption|content|words)$/i,
};
const label = /^\d{1,7}(?:\.\d{1,9})?\t\d{1,7}(?:\.\d{1,9})?\t\s*\S/;
/** A day of talk has some 30,000. */
const mostRows = 500_000;
const mostColumns = 1000;
const voice = /^\[\[([^[\]]{1,100})\]\]\s*/;

export const timedTable: Format = {
  name: 'timed-table',

  recognise(text) {
    return shapeOf(text) === undefined ? 0 : 0.9;
  },

  parse(text) {
    const shape = shapeOf(text);
    if (shape === undefined) {
      const needs =
        'A table begins with the titles "start", "end" and "text", or has two times and a text in each line.';
      throw new VerbatimError('malformed', needs, { line: 1 });
    }
    return { format: 'timed-table', facts: {}, cues: entryCues({ [Symbol.iterator]: () => entriesOf(text, shape) }) };
  },
};

interface Shape {
  readonly separator: string;
  /** What stands in each column; `undefined`: nothing of ours. */
  readonly columns: readonly (string | undefined)[];
  readonly titled: boolean;
}

function shapeOf(text: string): Shape | undefined {
  const lines = text.slice(0, 2000).split(/\r\n|\n|\r/);
  const head = lines.find((line) => line.trim() !== '') ?? '';
  for (const separator of ['\t', ',', ';']) {
    const columns = head
      .split(separator)
      .map((title) => title.trim().replace(/^"(.*)"$/, '$1'))
      .map((title) => Object.keys(titles).find((column) => titles[column]?.test(title)));
    if (columns.includes('start') && columns.includes('text')) return { separator, columns, titled: true };
  }
  return label.test(head) ? { separator: '\t', columns: ['start', 'end', 'text'], titled: false } : undefined;
}

function* entriesOf(text: string, { separator, columns, titled }: Shape): Generator<JsonObject> {
  let isTitle = titled;
  let rows = 0;
  for (const fields of separator === '\t' ? tabbedRows(text, columns.length) : quotedRows(text, separator)) {
    if (fields.every((field) => field.trim() === '')) continue;
    if (!isTitle) yield entryOf(fields, columns);
    isTitle = false;
    if (++rows > mostRows) throw new VerbatimError('malformed', 'It has more lines than any talk.', { line: rows });
  }
}

function entryOf(fields: readonly string[], columns: readonly (string | undefined)[]): JsonObject {
  const of = (column: string): string | undefined => fields[columns.indexOf(column)];
  const text = of('text') ?? '';
  const named = voice.exec(text);
  const speaker = named?.[1] ?? of('speaker');
  return { start: of('start'), end: of('end'), speaker, text: named === null ? text : text.slice(named[0].length) };
}

/** A tab in the last column is part of it; nothing is quoted. */
function* tabbedRows(text: string, columns: number): Generator<string[]> {
  for (const line of linesOf(text)) {
    const fields = line.split('\t', columns + 1);
    if (fields.length > columns) {
      const before = fields.slice(0, columns - 1);
      yield [...before, line.slice(before.reduce((length, field) => length + field.length + 1, 0))];
    } else yield fields;
  }
}

/** As RFC 4180 has it: a field in quotation marks may hold separators, line breaks, and quotation marks written twice. */
function* quotedRows(text: string, separator: string): Generator<string[]> {
  const stop = new RegExp(`[${separator}\\n]`, 'g');
  let row: string[] = [];
  for (let at = 0; at < text.length; at = stop.lastIndex || text.length) {
    const close = text.charAt(at) === '"' ? closingQuote(text, at + 1) : undefined;
    stop.lastIndex = close ?? at;
    const end = stop.exec(text)?.index ?? text.length;
    row.push(close === undefined ? text.slice(at, end) : unquoted(text.slice(at + 1, close)));
    if (row.length > mostColumns)
      throw new VerbatimError('malformed', 'A row has more columns than any table of talk.', { line: 1 });
    if (text.charAt(end) === separator) continue;
    yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}

function unquoted(field: string): string {
  const pieces = new Pieces();
  let from = 0;
  for (let at = field.indexOf('""'); at >= 0; at = field.indexOf('""', from)) {
    pieces.add(field.slice(from, at + 1));
    from = at + 2;
  }
  pieces.add(field.slice(from));
  return pieces.take();
}

function closingQuote(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    if (text.charAt(at + 1) !== '"') return at;
  }
}
