// Checks a feed with a progress bar on a terminal, and says what came of it.

import type { Checked } from '../../feeds/check.ts';
import type { ByHandOptions, Followed } from '../../feeds/follow.ts';
import { nameOf } from '../../feeds/told.ts';
import type { FeedImport } from '../../ingest/feed-port.ts';
import type { ImportFailure } from '../../ingest/report.ts';
import { commandLine } from '../../text/command-line.ts';
import { counted } from '../counted.ts';
import { showProgress } from '../progress-bar.ts';
import { inWords } from './time-words.ts';

/** As many reasons are named; the rest is counted. */
const mostReasons = 10;

/** Runs one check with its progress on standard error, where that is a terminal. */
export async function withProgress<C extends Checked>(
  name: string,
  check: (options: ByHandOptions) => Promise<C>,
): Promise<C> {
  const bar = process.stderr.isTTY ? showProgress(process.stderr) : undefined;
  const onWait = () => process.stderr.write(`Another Verbatim is checking ${name} right now: waiting for it…\n`);
  try {
    return await check({ onWait, ...(bar === undefined ? {} : { onProgress: bar.show }) });
  } finally {
    bar?.clear();
  }
}

/** Whether all of it went well: an episode that could not be read is a part that failed. */
export function isWell(checked: Checked): boolean {
  return checked.kind === 'removed' || (checked.kind === 'answered' && checked.result.report.failed.length === 0);
}

export function tellChecked(checked: Checked, now: Date): string {
  const name = nameOf(checked.feed);
  if (checked.kind === 'answered') return `${name}: ${newsOf(checked.result)}`;
  if (checked.kind === 'stopped') return `${name}: ${stopped}`;
  if (checked.kind === 'removed') return `${name} is not followed any more.`;
  const { message } = checked.error;
  const next =
    checked.feed.goneAt === undefined ? `A running bot asks again ${inWords(checked.feed.dueAt, now)}.` : goneFor;
  return `${message.includes(name) ? '' : `${name}: `}${message} ${next}`;
}

export function tellFollowed(followed: Followed, now: Date): string {
  if (!followed.isKept && followed.kind === 'failed') return `Not followed: ${followed.error.message}`;
  const told = tellChecked(followed, now);
  if (!followed.isNew) return `Followed already. ${told}`;
  return followed.kind === 'failed' ? `Followed all the same: ${told}` : `Followed now. ${told}`;
}

/** In one line, and one more for each episode that could not be read. */
function newsOf({ report: { added, changed, failed }, awaiting }: FeedImport): string {
  const news = [
    ...(added === 0 ? [] : [counted(added, 'new episode')]),
    ...(changed === 0 ? [] : [counted(changed, 'changed episode')]),
  ].join(', ');
  const without = awaiting === 0 ? '' : `; ${counted(awaiting, 'episode')} without transcript yet`;
  return [`${news || 'nothing new'}${without}.`, ...reasons(failed)].join('\n');
}

const stopped = `stopped before the end. What is in the library is whole; the next check brings the rest (${commandLine('feeds refresh')}).`;

const goneFor = 'It is not asked any more.';

function reasons(failed: readonly ImportFailure[]): readonly string[] {
  const named = failed.slice(0, mostReasons).map(({ reason }) => `  ${reason}`);
  const rest = failed.length - named.length;
  return rest > 0 ? [...named, `  … and ${rest} more like these.`] : named;
}
