// `verbatim transcribe`: transcripts for episodes that have none; how much that is, is said before it begins.

import { Command, InvalidArgumentError } from 'commander';
import { readEnvironment } from '../config.ts';
import { VerbatimError } from '../errors.ts';
import { createFetcher } from '../fetch/create-fetcher.ts';
import { openLibrary } from '../library/sqlite/open.ts';
import { readTranscription } from '../settings.ts';
import { planTranscription, type TranscriptionPlan } from '../transcription/plan.ts';
import { transcribeAwaited } from '../transcription/transcribe-awaited.ts';
import type { TranscriptionReport } from '../transcription/transcription.ts';
import { counted } from './counted.ts';
import { onFirstInterrupt } from './first-interrupt.ts';
import { chosenLibrary, type LibraryOption, libraryOption } from './library-option.ts';
import { showTranscription } from './transcription-bar.ts';

interface Options extends LibraryOption {
  readonly limit?: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function transcribeCommand(): Command {
  return new Command('transcribe')
    .description('transcribes episodes that have audio and no transcript yet, the newest first')
    .argument('[episode...]', 'only these: an id, or a part of the title')
    .option('--limit <n>', 'at most so many episodes', wholeNumber)
    .option('--dry-run', 'only says which episodes, and how many hours that is')
    .option('--json', 'prints the summary as JSON and nothing else')
    .addOption(libraryOption())
    .action(runTranscribe);
}

async function runTranscribe(wanted: readonly string[], { limit, dryRun, json, ...chosen }: Options): Promise<void> {
  const file = chosenLibrary(chosen);
  const { fetchAllow, settings } = settingsFor(file);
  const interrupted = onFirstInterrupt();
  const library = await openLibrary(file, { access: dryRun ? 'read' : 'write' });
  const fetcher = createFetcher({ allow: fetchAllow });
  const bar = process.stderr.isTTY ? showTranscription(process.stderr) : undefined;
  try {
    const { mostHoursADay } = settings;
    const plan = await planTranscription(library, { wanted, limit, mostHoursADay });
    const size = sizeOf(plan, mostHoursADay);
    if (dryRun) {
      process.stdout.write(`${json ? JSON.stringify(planJson(plan)) : [size, ...listOf(plan)].join('\n')}\n`);
      return;
    }
    process.stderr.write(`${size}\n`);
    const report = await transcribeAwaited({
      ...{ library, fetcher, settings, signal: interrupted.signal },
      episodes: plan.episodes.map(({ episode }) => episode.id),
      ...(bar && { onProgress: bar.show }),
    });
    bar?.clear();
    process.stdout.write(`${json ? JSON.stringify(report) : summaryOf(report)}\n`);
    // The day's hours used up is no failure: it is what was asked for.
    const isEnded = report.ended !== undefined && report.ended.by !== 'allowance';
    if (report.failed.length > 0 || isEnded) process.exitCode = 1;
  } finally {
    bar?.clear();
    interrupted.forget();
    await fetcher.close();
    await library.close();
  }
}

function settingsFor(library: string) {
  const { fetchAllow, transcription } = readTranscription({ ...readEnvironment(), LIBRARY: library });
  if (transcription.configured) return { fetchAllow, settings: transcription.settings };
  throw new VerbatimError(
    'configuration',
    `${transcription.lacks} is not set: nobody is there to transcribe. Set it to the address of an OpenAI-compatible service, ` +
      'such as https://api.openai.com (with TRANSCRIBE_API_KEY) or http://localhost:8000; docs/transcription.md says more.',
  );
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('give a whole number from 1.');
  return Number(text);
}

function sizeOf({ episodes, seconds, unmeasured, leftTodaySeconds }: TranscriptionPlan, mostHoursADay: number): string {
  if (episodes.length === 0) return 'No episode with audio waits for a transcript.';
  const known = unmeasured === episodes.length ? 'of unknown length' : `${hours(seconds)} of audio`;
  const unknown = unmeasured > 0 && unmeasured < episodes.length ? `, and ${unmeasured} of unknown length` : '';
  const left = `Today ${hours(leftTodaySeconds)} of ${hours(mostHoursADay * 3600)} may still be asked for.`;
  return `${counted(episodes.length, 'episode')}, ${known}${unknown}. ${left}`;
}

function listOf({ episodes }: TranscriptionPlan): string[] {
  return episodes.map(({ podcast, episode: { id, title, publishedAt, durationSeconds } }) => {
    const length = durationSeconds === undefined ? '' : `, ${hours(durationSeconds)}`;
    return `  ${id}  ${(publishedAt ?? '').padEnd(10)}  ${title} (${podcast.title}${length})`;
  });
}

function planJson({ episodes, ...sums }: TranscriptionPlan) {
  return {
    episodes: episodes.map(({ podcast, episode: { id, title, publishedAt, durationSeconds } }) => {
      return { id, podcast: podcast.title, title, publishedAt, durationSeconds };
    }),
    ...sums,
  };
}

function summaryOf({ transcribed, failed, askedSeconds, ended }: TranscriptionReport): string {
  const lines = [
    `Episodes: ${transcribed.length} transcribed, ${failed.length} failed. The service was asked for ${hours(askedSeconds)} of audio.`,
    ...transcribed.map(({ title, segments }) => `  ${title}: ${counted(segments, 'segment')}`),
    ...(ended === undefined ? [] : [`Ended early: ${ended.reason}`]),
    ...(failed.length === 0 ? [] : ['', 'Failed:', ...failed.map(({ title, reason }) => `  ${title}: ${reason}`)]),
  ];
  return lines.join('\n');
}

function hours(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  const rounded = Math.round(seconds / 360) / 10;
  return `${rounded.toLocaleString('en')} h`;
}
