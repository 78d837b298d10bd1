// What an import did, in words: how many episodes, what the library holds now, which feeds are followed, what failed.

import type { ImportFailure, ImportReport } from '../ingest/report.ts';
import type { LibraryStats } from '../library/library.ts';
import { commandLine } from '../text/command-line.ts';
import { counted, plain } from './counted.ts';
import type { BroughtFeed } from './import-feeds.ts';

/** @param problems what is wrong with what was named itself. */
export function sumOf(reports: readonly ImportReport[], problems: readonly ImportFailure[]): ImportReport {
  const sum = (count: (report: ImportReport) => number) => reports.reduce((all, report) => all + count(report), 0);
  return {
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    unchanged: sum(({ unchanged }) => unchanged),
    removed: sum(({ removed }) => removed),
    awaiting: sum(({ awaiting }) => awaiting),
    failed: [...problems, ...reports.flatMap(({ failed }) => failed)],
    notes: reports.flatMap(({ notes }) => notes),
    segments: sum(({ segments }) => segments),
    seconds: sum(({ seconds }) => seconds),
    stopped: reports.some(({ stopped }) => stopped),
  };
}

export function summaryOf(
  report: ImportReport,
  feeds: readonly BroughtFeed[],
  file: string,
  stats: LibraryStats,
): string {
  const { added, changed, unchanged, removed, awaiting, failed, notes, segments, seconds, stopped } = report;
  const lines = [
    `Episodes: ${plain(added)} added, ${plain(changed)} changed, ${plain(unchanged)} unchanged, ` +
      `${plain(removed)} removed, ${plain(failed.length)} failed.`,
    `${counted(segments, 'segment')} in ${seconds.toFixed(1)} seconds.`,
    `${file} now holds ${counted(stats.podcasts, 'podcast')}, ${counted(stats.episodes, 'episode')}, ` +
      `${counted(stats.segments, 'segment')}.`,
    ...awaitingLines(awaiting, failed.filter(({ awaited }) => awaited).length),
    ...followedLines(feeds),
    ...(stopped ? ['Stopped before the end. What is in the library is whole; importing again brings the rest.'] : []),
    ...notes.map((note) => `Note: ${note}`),
    ...(failed.length === 0 ? [] : ['', 'Failed:', ...failed.map((failure) => `  ${told(failure)}`)]),
  ];
  return lines.join('\n');
}

/** As `feeds list` counts them: also those whose transcript could not be read. */
function awaitingLines(offeredNone: number, unread: number): readonly string[] {
  const all = offeredNone + unread;
  if (all === 0) return [];
  const why = unread === 0 ? '' : `; of ${plain(unread)} it could not be read and is tried again`;
  return [`${counted(all, 'episode')} ${all === 1 ? 'has' : 'have'} no transcript yet${why}.`];
}

/** As many feeds are named. */
const mostNames = 10;

function followedLines(feeds: readonly BroughtFeed[]): readonly string[] {
  const fresh = feeds.filter(({ followed }) => followed === 'now').map(({ name }) => name);
  const [first] = fresh;
  if (first === undefined) return [];
  const more = fresh.length > mostNames ? ` and ${counted(fresh.length - mostNames, 'other')}` : '';
  return [
    `Followed from now on: ${fresh.slice(0, mostNames).join(', ')}${more}. New episodes come by themselves while the bot runs.`,
    `To end that: ${commandLine(`feeds remove "${fresh.length === 1 ? first : 'TITLE'}"`)}`,
  ];
}

/** `file:line: reason`, the file named once: most reasons begin with it. */
function told({ file, line, reason }: ImportFailure): string {
  if (file === undefined) return reason;
  const place = line === undefined ? file : `${file}:${line}`;
  if (reason.includes(place)) return reason;
  return reason.startsWith(file) ? `${place}${reason.slice(file.length)}` : `${place}: ${reason}`;
}
