// The feeds that are followed as a table for a terminal. Titles stand last: they may be of any width and any script.

import wrapAnsi from 'wrap-ansi';
import { isInTrouble } from '../../feeds/schedule.ts';
import type { FollowedFeed } from '../../library/feed-shelf.ts';
import { shownAddress } from '../../text/address.ts';
import { colours } from '../colours.ts';
import { inWords } from './time-words.ts';

export interface ListedFeed {
  readonly feed: FollowedFeed;
  readonly episodes: number;
  readonly awaiting: number;
}

export type FeedState = 'new' | 'fine' | 'failing' | 'gone';

export function stateOf({ goneAt, failures, checkedAt }: FollowedFeed): FeedState {
  if (goneAt !== undefined) return 'gone';
  if (failures > 0) return 'failing';
  return checkedAt === undefined ? 'new' : 'fine';
}

const columns = [
  { head: 'Episodes', width: 8, right: true },
  { head: 'Awaiting', width: 8, right: true },
  { head: 'Checked', width: 11, right: false },
  { head: 'Next', width: 11, right: false },
  { head: 'State', width: 7, right: false },
] as const;
const gap = '  ';
const before = columns.reduce((sum, { width }) => sum + width + gap.length, 0);
const leastTitle = 20;
const indent = ' '.repeat(4);

export function feedTable(listed: readonly ListedFeed[], now: Date, width: number): string {
  const titleWidth = Math.max(leastTitle, width - before);
  const head = `${rowOf(columns.map((column) => column.head))}${gap}Podcast`;
  const lines = listed.flatMap(({ feed, episodes, awaiting }) => {
    const state = stateOf(feed);
    const cells = rowOf([plain(episodes), plain(awaiting), checked(feed, now), next(feed, now), state]);
    const title = cut(feed.title ?? shownAddress(feed.address).replace(/^https?:\/\//, ''), titleWidth);
    return [`${painted(cells, state)}${gap}${title}`, ...troubleLines(feed, state, now, width)];
  });
  return [colours.dim(head), ...lines].join('\n');
}

function rowOf(cells: readonly string[]): string {
  return columns
    .map(({ width, right }, place) =>
      right ? (cells[place] ?? '').padStart(width) : (cells[place] ?? '').padEnd(width),
    )
    .join(gap);
}

const plain = (count: number): string => (count === 0 ? '–' : count.toLocaleString('en'));
const checked = ({ checkedAt }: FollowedFeed, now: Date): string =>
  checkedAt === undefined ? 'never' : inWords(checkedAt, now);

function next({ goneAt, dueAt }: FollowedFeed, now: Date): string {
  if (goneAt !== undefined) return 'never';
  return dueAt <= now ? 'now' : inWords(dueAt, now);
}

function painted(cells: string, state: FeedState): string {
  if (state === 'fine' || state === 'new') return cells;
  return cells.replace(state, colours.red(state));
}

/** To so many columns as they are seen: letters of some scripts take two. */
function cut(text: string, width: number): string {
  const wrapped = (most: number): readonly string[] => wrapAnsi(text, most, { hard: true }).split('\n');
  return wrapped(width).length === 1 ? text : `${wrapped(width - 1)[0]}…`;
}

/** What is wrong, and since when; below the row it belongs to. */
function troubleLines(feed: FollowedFeed, state: FeedState, now: Date, width: number): readonly string[] {
  if (state !== 'failing' && state !== 'gone') return [];
  const first = inWords(feed.failingSince ?? now, now);
  const since = feed.failures > 1 ? `Failed ${feed.failures} times, first ${first}` : `Failed ${first}`;
  const mend = isInTrouble(feed, now) ? ' Mend it, or let it go: verbatim feeds remove.' : '';
  const text = `${state === 'gone' ? 'Gone for good' : since}: ${feed.failure ?? ''}${mend}`;
  return wrapAnsi(text, Math.max(40, width - indent.length))
    .split('\n')
    .map((line) => colours.dim(`${indent}${line}`));
}
