// `verbatim import`: transcripts into the library, with a progress bar on a terminal and a summary in the end.

import { Command } from 'commander';
import type { ImportFailure, ImportReport } from '../ingest/report.ts';
import { type ImportOptions, importPaths } from '../ingest.ts';
import type { LibraryStats } from '../library/library.ts';
import { openLibrary } from '../library/sqlite/open.ts';
import { chosenLibrary, type LibraryOption, libraryOption } from './library-option.ts';
import { showProgress } from './progress-bar.ts';

interface Options extends LibraryOption {
  readonly podcast?: string;
  readonly json?: boolean;
}

export function importCommand(): Command {
  return new Command('import')
    .description('brings transcripts into the library; importing again brings what changed since')
    .argument('<path...>', "a transcript, a podcast's folder, or a folder of podcast folders")
    .option('--podcast <name>', 'one podcast of this name for all of it, instead of one a folder')
    .option('--json', 'prints the summary as JSON and nothing else')
    .addOption(libraryOption())
    .action(runImport);
}

async function runImport(paths: readonly string[], options: Options): Promise<void> {
  const file = chosenLibrary(options);
  const interrupted = onFirstInterrupt();
  const library = await openLibrary(file, { access: 'write' });
  const bar = process.stderr.isTTY ? showProgress(process.stderr) : undefined;
  try {
    const { podcast } = options;
    const request = podcast === undefined ? { paths } : { paths, podcast };
    const watching: ImportOptions = bar === undefined ? {} : { onProgress: bar.show };
    const report = await importPaths(library, request, { ...watching, signal: interrupted.signal });
    bar?.clear();
    const stats = await library.stats();
    const told = options.json ? JSON.stringify({ ...report, library: stats }) : summaryOf(report, file, stats);
    process.stdout.write(`${told}\n`);
    if (report.failed.length > 0 || report.stopped) process.exitCode = 1;
  } finally {
    bar?.clear();
    interrupted.forget();
    await library.close();
  }
}

/** The first Ctrl-C ends the import after the episode under way; the second ends the process, and the library is whole still. */
function onFirstInterrupt() {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, abort);
  return {
    signal: controller.signal,
    forget: () => {
      for (const signal of signals) process.off(signal, abort);
    },
  };
}

function summaryOf(report: ImportReport, file: string, stats: LibraryStats): string {
  const { added, changed, unchanged, removed, failed, notes, segments, seconds, stopped } = report;
  const lines = [
    `Episodes: ${plain(added)} added, ${plain(changed)} changed, ${plain(unchanged)} unchanged, ` +
      `${plain(removed)} removed, ${plain(failed.length)} failed.`,
    `${counted(segments, 'segment')} in ${seconds.toFixed(1)} seconds.`,
    `${file} now holds ${counted(stats.podcasts, 'podcast')}, ${counted(stats.episodes, 'episode')}, ` +
      `${counted(stats.segments, 'segment')}.`,
    ...(stopped ? ['Stopped before the end. What is in the library is whole; importing again brings the rest.'] : []),
    ...notes.map((note) => `Note: ${note}`),
    ...(failed.length === 0 ? [] : ['', 'Failed:', ...failed.map((failure) => `  ${told(failure)}`)]),
  ];
  return lines.join('\n');
}

/** `file:line: reason`, the file named once: most reasons begin with it. */
function told({ file, line, reason }: ImportFailure): string {
  if (file === undefined) return reason;
  const place = line === undefined ? file : `${file}:${line}`;
  if (reason.includes(place)) return reason;
  return reason.startsWith(file) ? `${place}${reason.slice(file.length)}` : `${place}: ${reason}`;
}

const plain = (number: number): string => number.toLocaleString('en');
const counted = (number: number, thing: string): string => `${plain(number)} ${thing}${number === 1 ? '' : 's'}`;
