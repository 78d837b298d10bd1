// Puts what is wanted into the full-text index's own query language (https://sqlite.org/fts5.html#full_text_query_syntax).

import type { Wanted } from '../../word-index.ts';
import { episodeToken, podcastToken, repeatedToken, speakerToken, stemToken } from './token.ts';

/** Matches nothing; a part that cannot be met. */
export const nothing = '"none"';

/** The rows of speakers, episodes and podcasts by their ids. */
export type RowsById = Readonly<
  Record<'speaker' | 'episode' | 'podcast', (ids: readonly string[]) => readonly number[]>
>;

export function matchOf(wanted: Wanted, rows: RowsById): string {
  const each = (parts: readonly Wanted[]): string[] => parts.map((part) => matchOf(part, rows));
  if ('stem' in wanted) return quoted(stemToken(wanted.stem));
  if ('repeated' in wanted) return quoted(repeatedToken(wanted.repeated));
  if ('speakerIds' in wanted) return anyOf(rows.speaker(wanted.speakerIds).map((row) => quoted(speakerToken(row))));
  if ('episodeIds' in wanted) return anyOf(rows.episode(wanted.episodeIds).map((row) => quoted(episodeToken(row))));
  if ('podcastIds' in wanted) return anyOf(rows.podcast(wanted.podcastIds).map((row) => quoted(podcastToken(row))));
  if ('phrase' in wanted) return quoted(wanted.phrase.map(stemToken).join(' '));
  if ('near' in wanted) return nearOf(wanted.near, wanted.between);
  return 'all' in wanted ? allOf(each(wanted.all)) : anyOf(each(wanted.any));
}

export function anyOf(parts: readonly string[]): string {
  return parts.length === 0 ? nothing : `(${parts.join(' OR ')})`;
}

export function allOf(parts: readonly string[]): string {
  return parts.length === 0 ? nothing : `(${parts.join(' AND ')})`;
}

/** https://sqlite.org/fts5.html#fts5_near_queries counts the tokens between the first phrase and the last. */
function nearOf(stems: readonly number[], between: number): string {
  const tokens = [...new Set(stems)].map((stem) => quoted(stemToken(stem)));
  return tokens.length === 0 ? nothing : `NEAR(${tokens.join(' ')}, ${tokens.length - 2 + between})`;
}

export const quoted = (tokens: string): string => `"${tokens}"`;
