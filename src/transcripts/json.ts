// Reads JSON that others wrote: recognised by its shape, also where it breaks off, and refused with the line where it breaks.
import { parse as parseTolerantly, visit } from 'jsonc-parser';
import { VerbatimError } from '../errors.ts';
import { lazy } from '../text/lazy.ts';
import { parseTimecode } from '../text/timecode.ts';
import { cleanName } from './speaker.ts';
import { type Format, sure, type Transcript } from './transcript.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A format that is JSON: told from the others by the shape of the value. */
export interface JsonShape {
  readonly name: string;
  /** How sure the format is of this value, from 0 to 1; the value may be the beginning of a broken file. */
  recognise(value: unknown): number;
  /** What the format needs and did not find, for the error. */
  readonly needs: string;
  read(value: unknown): Omit<Transcript, 'format'>;
}

export function jsonFormat(shape: JsonShape): Format {
  return {
    name: shape.name,
    recognise(text) {
      const value = peek(text);
      return value === undefined ? 0 : shape.recognise(value);
    },
    parse(text) {
      const value = readJson(text);
      if (shape.recognise(value) < sure) throw new VerbatimError('malformed', shape.needs, { line: 1 });
      return { format: shape.name, ...shape.read(value) };
    },
  };
}

/** "[00:01] Hello" and "[Ann] 10:04" begin with a bracket as well, but no list of objects begins so. */
export function isMeantAsJson(text: string): boolean {
  return /^\s*(?:\{(?!\\)|\[\s*(?:[[{\]]|$))/.test(text.slice(0, 1000));
}

/** Every JSON format asks for the same text in turn; it is read once. */
let latest: Opened | undefined;

interface Opened {
  readonly text: string;
  /** Where it is broken, as much of it as can be made out. */
  readonly value: unknown;
  /** `undefined` where it is whole. */
  readonly brokenAtLine?: () => number;
}

/** A large file's tree is not kept until the next is read. */
export function forgetJson(): void {
  latest = undefined;
}

/** The value, or as much of it as can be made out; `undefined` where the text is not meant as JSON. */
function peek(text: string): unknown {
  if (!isMeantAsJson(text)) return undefined;
  if (latest?.text !== text) latest = open(text);
  return latest.value;
}

function open(text: string): Opened {
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    return { text, value: makeOut(text.slice(0, 100_000)), brokenAtLine: lazy(() => firstErrorLine(text)) };
  }
}

function makeOut(text: string): unknown {
  try {
    return parseTolerantly(text, [], { disallowComments: true });
  } catch {
    // Nested deeper than the stack is: no transcript.
    return undefined;
  }
}

/** @throws VerbatimError `malformed` with the line. */
function readJson(text: string): unknown {
  const { value, brokenAtLine } = latest?.text === text ? latest : open(text);
  if (brokenAtLine === undefined) return value;
  throw new VerbatimError('malformed', 'The JSON is broken here, or breaks off.', { line: brokenAtLine() });
}

/** JSON.parse tells no line, and not the same thing in every Node. */
function firstErrorLine(text: string): number {
  let line = 1;
  const onError = (_error: number, _offset: number, _length: number, startLine: number): never => {
    line = startLine + 1;
    throw new Error('The first error is enough.');
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch {
    // That one, or nested deeper than the stack is.
  }
  return line;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; anything else in it, or no list, is passed over. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Whether the first few of a list are objects that have all these. */
export function listOf(value: unknown, ...keys: readonly string[]): boolean {
  if (!Array.isArray(value)) return false;
  const first = value.slice(0, 3).filter(isObject);
  return first.length > 0 && first.some((one) => keys.every((key) => key in one));
}

/** A number, also one that was written as a string. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const read = Number(value);
  return Number.isFinite(read) ? read : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A speaker's label: a name, or the number that a machine gave. */
export function labelOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A speaker's name as it may be shown. */
export function speakerOf(value: unknown): string | undefined {
  const label = labelOf(value);
  return label === undefined ? undefined : cleanName(label) || undefined;
}

/** ISO 639-1, where a file says it in that form ("en", "en-US") or by its English name ("english"). */
export function languageOf(value: unknown): { readonly language?: string } {
  const written = (textOf(value) ?? '').toLowerCase();
  const code = /^([a-z]{2})(?:[-_]|$)/.exec(written)?.[1] ?? languageCodes().get(written);
  return code === undefined ? {} : { language: code };
}

/** By their English names. */
const languageCodes = lazy(() => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  return new Map(codes.map((code): [string, string] => [names.of(code)?.toLowerCase() ?? code, code]).reverse());
});

/** Seconds, also where they are written as "0:01:02.5". */
export function secondsOf(value: unknown): number | undefined {
  return numberOf(value) ?? (typeof value === 'string' ? parseTimecode(value) : undefined);
}

/** Milliseconds as seconds. */
export function millisecondsOf(value: unknown): number | undefined {
  const milliseconds = numberOf(value);
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}
