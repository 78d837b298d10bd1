// Finds segments by what they hold and whose they are: one question to the full-text index, all passages as one answer.

import type Database from 'libsql';
import { holdsRun } from '../../../text/runs.ts';
import type { Candidate, CandidateQuery, Scope, Wanted } from '../../word-index.ts';
import { allOf, anyOf, matchOf, quoted } from './match.ts';
import { decodePassages } from './passage.ts';
import { type Statement, statement } from './statement.ts';
import { firstDay, podcastToken, tokensBefore, tokensFrom } from './token.ts';
import { verbatimOf } from './verbatim.ts';

/** Into so many stretches the library is divided where a broad query has too many candidates: the first ones of each are taken. */
const stretches = 4;

export function createCandidateReader(db: Database.Database): (query: CandidateQuery) => readonly Candidate[] {
  const rowsById = {
    speaker: rowsOf(db, 'speaker'),
    episode: rowsOf(db, 'episode'),
    podcast: rowsOf(db, 'podcast'),
  };
  const podcasts: Statement<{ row: number }> = statement(db, 'select row from podcast');
  const dates: Statement<{ first: string | null; last: string | null }> = statement(
    db,
    'select min(published_at) as first, max(published_at) as last from episode',
  );
  const last: Statement<{ last: number | null }> = statement(db, 'select max(segment) as last from passage');
  // The driver hands numbers over as floating ones, for which the full-text index would read all its rows from the first on.
  const passagesWhere = (condition: string): Statement<{ passages: Uint8Array | ArrayBuffer | null }> =>
    statement(
      db,
      `select cast(group_concat(words, '') as blob) as passages from (
         select passage.words from said cross join passage on passage.segment = said.rowid
         where said match ? and said.rowid between cast(? as integer) and cast(? as integer) and ${condition} limit ?)`,
    );
  const anyPassages = passagesWhere('true');

  const match = (part: Wanted): string => matchOf(part, rowsById);
  const anyToken = (tokens: readonly string[]): string => anyOf(tokens.map(quoted));

  const within = ({ speakerIds, episodeIds, podcastIds, after, before }: Scope): string[] => {
    const { first = null, last: latest = null } =
      after === undefined && before === undefined ? {} : (dates.get() ?? {});
    return [
      ...(speakerIds ? [match({ speakerIds })] : []),
      ...(episodeIds ? [match({ episodeIds })] : []),
      ...(podcastIds ? [match({ podcastIds })] : []),
      ...(after === undefined ? [] : [anyToken(tokensFrom(firstDay(after), firstDay(latest ?? after).year))]),
      ...(before === undefined ? [] : [anyToken(tokensBefore(firstDay(before), firstDay(first ?? before).year))]),
    ];
  };

  const questionOf = ({ wanted, without, scope }: CandidateQuery): string => {
    const anything = 'all' in wanted && wanted.all.length === 0;
    const parts = [...(anything ? [] : [match(wanted)]), ...within(scope)];
    // Every segment is of some podcast.
    const held = parts.length > 0 ? allOf(parts) : anyOf(podcasts.all().map(({ row }) => quoted(podcastToken(row))));
    return without === undefined ? held : `${held} NOT ${match(without)}`;
  };

  return (query) => {
    const question = questionOf(query);
    const { verbatim = [] } = query;
    const passages = verbatim.length === 0 ? anyPassages : passagesWhere(verbatimOf(verbatim));
    const take = (from: number, to: number, most: number): Candidate[] => {
      const found = passages.get(question, from, to, most)?.passages;
      return found ? decodePassages(found) : [];
    };
    const look = (from: number, to: number, most: number): Candidate[] => {
      if (verbatim.length === 0) return take(from, to, most);
      const held: Candidate[] = [];
      // What may hold the words by its bytes alone is no candidate, and must not take the place of one.
      for (let start = from; held.length < most; ) {
        const found = take(start, to, query.limit);
        held.push(...found.filter(({ words }) => verbatim.every((runs) => holdsRun(words, runs))));
        const end = found.at(-1)?.segment;
        if (found.length < query.limit || end === undefined) break;
        start = end + 1;
      }
      return held.slice(0, most);
    };
    const first = look(0, Number.MAX_SAFE_INTEGER, query.limit);
    if (first.length < query.limit) return first;
    // There are more: the first ones would all be from what was imported first.
    const length = Math.ceil((last.get()?.last ?? 0) / stretches);
    const evenly = Array.from({ length: stretches }, (_, at) =>
      look(at * length + 1, (at + 1) * length, Math.ceil(query.limit / stretches)),
    ).flat();
    // Where some stretches hold few, the first ones fill up: fewer than the limit would say that there are no more.
    const taken = new Set(evenly.map(({ segment }) => segment));
    return [...evenly, ...first.filter(({ segment }) => !taken.has(segment))].slice(0, query.limit);
  };
}

function rowsOf(db: Database.Database, table: 'speaker' | 'episode' | 'podcast'): (ids: readonly string[]) => number[] {
  const rows: Statement<{ row: number }> = statement(
    db,
    `select row from ${table} where id in (select value from json_each(?))`,
  );
  return (ids) => rows.all(JSON.stringify(ids)).map(({ row }) => row);
}
