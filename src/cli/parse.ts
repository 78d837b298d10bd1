// `verbatim parse`: reads one transcript and prints what was understood of it.

import { basename } from 'node:path';
import { Command } from 'commander';
import { VerbatimError } from '../errors.ts';
import { expectShortLived } from '../short-lived.ts';
import { formatTimecode } from '../text/timecode.ts';
import type { ParsedTranscript, TranscriptSegment } from '../transcripts/transcript.ts';
import { colours } from './colours.ts';

export function parseCommand(): Command {
  return new Command('parse')
    .description('reads one transcript and prints its segments: when, who, what')
    .argument('<file>', 'the transcript: any format, recognised by its content')
    .option('--json', 'one JSON object a line: speaker, startSeconds, endSeconds, timing, text; left out where unknown')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const parsed = await parseFile(file);
      const print = json === true ? jsonLines : listing;
      for (const line of print(parsed, basename(file))) process.stdout.write(`${line}\n`);
    });
}

async function parseFile(file: string): Promise<ParsedTranscript> {
  // Here, not above: the table that tells languages apart takes a while to load, and `verbatim --help` needs none of it.
  const [{ readTranscriptFile }, { parseTranscript }] = await Promise.all([
    import('../sources/file.ts'),
    import('../transcripts/parse.ts'),
  ]);
  const text = await readTranscriptFile(file);
  expectShortLived();
  try {
    return parseTranscript(text);
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    const place = error.line === undefined ? file : `${file}:${error.line}`;
    throw new VerbatimError(error.code, `${place}: ${error.message}`, { ...error, file, cause: error });
  }
}

function* jsonLines({ segments }: ParsedTranscript): Generator<string> {
  for (const { speaker, startSeconds, endSeconds, timing, text } of segments) {
    yield JSON.stringify({ speaker, startSeconds, endSeconds, timing, text });
  }
}

function* listing({ format, facts, segments }: ParsedTranscript, file: string): Generator<string> {
  const language = new Intl.DisplayNames('en', { type: 'language' }).of(facts.language) ?? facts.language;
  yield colours.bold(facts.title ?? file);
  const told = [
    format,
    language,
    facts.publishedAt,
    segments.length === 1 ? '1 segment' : `${segments.length} segments`,
    timesOf(segments),
  ];
  yield colours.dim(told.filter((fact) => fact !== undefined).join(' · '));
  let speaker: string | undefined;
  for (const segment of segments) {
    if (segment.speaker !== speaker || segment === segments[0]) {
      speaker = segment.speaker;
      yield '';
      yield colours.bold(speaker ?? '(nobody in particular)');
    }
    yield `${colours.dim(timeOf(segment).padStart(9))}  ${segment.text}`;
  }
}

/** "~" before a time that lies between two known ones. */
function timeOf({ startSeconds, timing }: TranscriptSegment): string {
  if (startSeconds === undefined) return '';
  return `${timing === 'interpolated' ? '~' : ''}${formatTimecode(startSeconds)}`;
}

function timesOf(segments: readonly TranscriptSegment[]): string {
  const exact = segments.filter(({ timing }) => timing === 'exact').length;
  const between = segments.filter(({ timing }) => timing === 'interpolated').length;
  if (exact + between === 0) return 'no times';
  return `times: ${exact} exact, ${between} between (~), ${segments.length - exact - between} unknown`;
}
