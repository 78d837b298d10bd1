// Answers search from the word index: words by form, stem, likeness and beginning; candidates by what they hold.

import type Database from 'libsql';
import type { Candidate, CandidateQuery, LexiconWord, Named, Scope, Wanted, WordIndex } from '../../word-index.ts';
import { allOf, anyOf, matchOf, quoted } from './match.ts';
import { decodePassages } from './passage.ts';
import { placedReader } from './placed.ts';
import { type Statement, statement, type Value } from './statement.ts';
import { episodeToken, firstDay, podcastToken, speakerToken, tokensBefore, tokensFrom } from './token.ts';

const wordColumns = 'word.id, form, word.language, word.stem, stem.stem as root, abs(segments) as segments';

/** Of words that are not spelled yet, so many are taken for near ones. */
const mostUnspelled = 2000;

/** Into so many stretches the library is divided where a broad query's candidates must come from all of it. */
const stretches = 8;

export function createWordIndex(db: Database.Database): WordIndex {
  const statements = new Map<string, Statement<unknown>>();
  const rows = <Row>(sql: string, ...values: readonly Value[]): Row[] => {
    const ready = statements.get(sql) ?? statement<unknown>(db, sql);
    statements.set(sql, ready);
    return ready.all(...values) as Row[];
  };

  const placed = placedReader(db);

  const rowsOf = (table: 'speaker' | 'episode' | 'podcast', ids: readonly string[]): number[] =>
    rows<{ row: number }>(
      `select row from ${table} where id in (select value from json_each(?))`,
      JSON.stringify(ids),
    ).map(({ row }) => row);

  const scopeOf = ({ speakerIds, episodeIds, podcastIds, after, before }: Scope): string[] => {
    const [years] = rows<{ first: string | null; last: string | null }>(
      'select min(published_at) as first, max(published_at) as last from episode',
    );
    const year = (date: string | null | undefined): number => firstDay(date ?? '').year;
    return [
      ...(speakerIds ? [rowsOf('speaker', speakerIds).map(speakerToken)] : []),
      ...(episodeIds ? [rowsOf('episode', episodeIds).map(episodeToken)] : []),
      ...(podcastIds ? [rowsOf('podcast', podcastIds).map(podcastToken)] : []),
      ...(after === undefined ? [] : [tokensFrom(firstDay(after), year(years?.last))]),
      ...(before === undefined ? [] : [tokensBefore(firstDay(before), year(years?.first))]),
    ].map((tokens) => anyOf(tokens.map(quoted)));
  };

  /** Every segment is of some podcast. */
  const everything = (): string =>
    anyOf(rows<{ row: number }>('select row from podcast').map(({ row }) => quoted(podcastToken(row))));

  const candidates = ({ wanted, without, scope, limit }: CandidateQuery): Candidate[] => {
    const match = (part: Wanted): string => matchOf(part, (ids) => rowsOf('speaker', ids));
    const anything = 'all' in wanted && wanted.all.length === 0;
    const parts = [...(anything ? [] : [match(wanted)]), ...scopeOf(scope)];
    const holds = allOf(parts.length > 0 ? parts : [everything()]);
    const query = without === undefined ? holds : `${holds} NOT ${match(without)}`;
    const within = (from: number, to: number, most: number): Candidate[] => {
      const [row] = rows<{ passages: Uint8Array | ArrayBuffer | null }>(
        `select cast(group_concat(words, '') as blob) as passages from (
           select passage.words from said cross join passage on passage.segment = said.rowid
           where said match ? and said.rowid between ? and ? limit ?)`,
        query,
        from,
        to,
        most,
      );
      return row?.passages ? decodePassages(row.passages) : [];
    };
    const first = within(0, Number.MAX_SAFE_INTEGER, limit);
    if (first.length < limit) return first;
    // There are more: the first ones would all be from what was imported first.
    const last = rows<{ last: number }>('select max(segment) as last from passage')[0]?.last ?? 0;
    const length = Math.ceil(last / stretches);
    return Array.from({ length: stretches }, (_, at) =>
      within(at * length + 1, (at + 1) * length, Math.ceil(limit / stretches)),
    ).flat();
  };

  return {
    languages: async () =>
      rows<{ language: string }>('select language from episode group by language order by count(*) desc').map(
        ({ language }) => language,
      ),
    lexicon: async ({ forms, stems }) =>
      rows<LexiconWord>(
        `select ${wordColumns} from word join stem on stem.id = word.stem where segments <> 0 and (
           form in (select value from json_each(?1)) or word.stem in (
             select stem.id from json_each(?2) as asked
             join stem on stem.stem = asked.value ->> 0 and stem.language = asked.value ->> 1))`,
        JSON.stringify(forms),
        JSON.stringify(stems.map(({ stem, language }) => [stem, language])),
      ),
    words: async (ids) =>
      rows<LexiconWord>(
        `select ${wordColumns} from word join stem on stem.id = word.stem
         where segments <> 0 and word.id in (select value from json_each(?))`,
        JSON.stringify(ids),
      ),
    neighbours: async (keys, limit) =>
      // Words that are not spelled yet may be near as well: there are few, but while a big import is under way.
      rows<LexiconWord>(
        `select ${wordColumns} from word join stem on stem.id = word.stem where segments <> 0 and (
           word.id in (select word from spelling where key in (select value from json_each(?1)))
           or word.id in (select id from word where id > (select spelled_words from word_index) limit ?3))
         order by abs(segments) desc, word.id limit ?2`,
        JSON.stringify(keys),
        limit,
        mostUnspelled,
      ),
    completions: async (prefix, limit) =>
      rows<LexiconWord>(
        `select ${wordColumns} from word join stem on stem.id = word.stem where form >= ?1 and form < ?1 || char(0x10ffff)
         and segments <> 0 order by abs(segments) desc, word.id limit ?2`,
        prefix,
        limit,
      ),
    candidates: async (query) => candidates(query),
    placed: async (segments) => placed(segments),
    names: async (kind) =>
      rows<Named>(
        `select id, ${kind === 'speaker' ? 'name' : 'title'} as name, row as number from ${kind} order by row`,
      ),
    revision: async () => rows<{ revision: number }>('select revision from word_index')[0]?.revision ?? 0,
  };
}
