// Reads a transcript of any known format: recognised by its content, never by its name.
import { VerbatimError } from '../errors.ts';
import { known } from '../text/known.ts';
import { detectLanguage } from '../text/language.ts';
import { soundMarks } from '../text/sound-marks.ts';
import { frontMatterTranscript } from './formats/front-matter-transcript.ts';
import { formats } from './formats/index.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { forgetJson, isMeantAsJson } from './json.ts';
import { legible } from './legible.ts';
import { segmentsOf } from './segment.ts';
import { isShredded } from './shreds.ts';
import { excerpt, layOut, type Tape } from './tape.ts';
import { type Format, type ParsedTranscript, sure, type Transcript, type TranscriptSegment } from './transcript.ts';

/**
 * @throws VerbatimError `unknown-format` where no format fits, naming the one that comes nearest; `malformed` with the line where
 * the content breaks its format or nothing is said in it.
 */
export function parseTranscript(text: string): ParsedTranscript {
  // Only NUL is looked for in the whole of it: other control characters are rare, and go from what is said.
  const clean = text.replace(/^\uFEFF/, '').replaceAll('\0', '');
  if (clean.trim() === '') throw new VerbatimError('malformed', 'The file is empty.', { line: 1 });
  if (isShredded(clean))
    throw new VerbatimError('unknown-format', 'It is cut into far too small parts for a transcript.');
  return understood(recorded(clean));
}

/** Enough to tell its language by. */
const excerptLength = 330;

/** What was read lies on the tape; of how the file wrote it nothing is kept any longer. */
interface Recorded extends Pick<Transcript, 'format' | 'facts'> {
  readonly tape: Tape;
}

function recorded(text: string): Recorded {
  try {
    const { format, facts, cues } = read(text);
    return { format, facts, tape: layOut(cues) };
  } finally {
    forgetJson();
  }
}

function understood({ format, facts, tape }: Recorded): ParsedTranscript {
  const language = facts.language ?? detectLanguage(...excerpts(tape)) ?? 'en';
  const segments = segmentsOf(tape, language);
  if (!segments.some(hasWords)) {
    throw new VerbatimError('malformed', `This reads as ${format}, but nothing is said in it.`, { line: 1 });
  }
  const title = facts.title === undefined ? undefined : legible(facts.title);
  return { format, facts: { ...facts, ...known({ title }), language }, segments };
}

/** A page's front matter gives facts; the transcript is what stands behind it, unless it stands in there itself. */
function read(text: string): Transcript {
  const front = hasTranscript(text) ? undefined : frontMatterOf(text);
  if (front === undefined) return pick(text).parse(text);
  const transcript = pick(front.body).parse(front.body);
  return { ...transcript, facts: { ...transcript.facts, ...front.facts } };
}

function hasTranscript(text: string): boolean {
  return frontMatterTranscript.recognise(text) >= sure;
}

function frontMatterOf(text: string): FrontMatter | undefined {
  try {
    return readFrontMatter(text);
  } catch {
    // Two rules drawn across the page, and no YAML between them.
    return undefined;
  }
}

interface Scored {
  readonly format: Format;
  readonly score: number;
}

function pick(text: string): Format {
  const scored = formats.map((format) => ({ format, score: format.recognise(text) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  if (best.score >= sure) return best.format;
  throw unknownFormat(text, scored);
}

/** Which format comes nearest, and where and why it fails. */
function unknownFormat(text: string, scored: readonly Scored[]): VerbatimError {
  const isJson = isMeantAsJson(text);
  // JSON is one thing; of a text the beginning tells enough.
  const looked = isJson ? text : text.slice(0, 200_000);
  const [nearest] = scored
    .filter(({ format }) => isJson === format.name.endsWith('json'))
    // The general formats stand last in the list and are nearest to any text.
    .reverse()
    .sort((one, other) => other.score - one.score);
  if (nearest === undefined) return new VerbatimError('unknown-format', 'No transcript format fits.');
  const failure = failureOf(nearest.format, looked);
  const why = failure?.message ?? 'Too little of it is written so.';
  const told = `No transcript format fits; ${nearest.format.name} comes nearest and fails at line ${failure?.line ?? 1}. ${why}`;
  return new VerbatimError('unknown-format', told);
}

function failureOf(format: Format, text: string): VerbatimError | undefined {
  try {
    layOut(format.parse(text).cues);
    return undefined;
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    return error;
  }
}

/** Enough of the beginning and of the middle to tell the language by. */
/** Begins and ends may be in another language: a greeting, a title that is read out, an advertisement. */
function excerpts(tape: Tape): readonly string[] {
  const last = tape.passages.at(-1);
  const rest = Math.max(0, (last === undefined ? 0 : last.at + last.text.length) - excerptLength);
  return [...new Set([0, Math.floor(rest / 2), rest])].map((from) => excerpt(tape, from, excerptLength));
}

function hasWords({ text }: TranscriptSegment): boolean {
  let from = 0;
  for (const [start, end] of [...soundMarks(text), [text.length, text.length] as const]) {
    if (/[\p{L}\p{N}]/u.test(text.slice(from, start))) return true;
    from = end;
  }
  return false;
}
