// Reads the lexicon: words by form, stem, number, likeness and beginning.

import type Database from 'libsql';
import type { LexiconWord, WordIndex } from '../../word-index.ts';
import { keyNumber } from './spelling.ts';
import { type Statement, statement, type Value } from './statement.ts';

/** Of words that are not spelled yet (see settle.ts), so many are taken for near ones. */
const mostUnspelled = 2000;

/** Of as frequent ones, whichever order their episodes were imported in. */
const bestFirst = 'order by abs(segments) desc, form, word.language limit ?2';

type WordReader = Pick<WordIndex, 'lexicon' | 'words' | 'neighbours' | 'completions'>;
type Packed = readonly [id: number, form: string, language: string, stem: number, root: string, segments: number];

export function createWordReader(db: Database.Database): WordReader {
  const byFormAndStem = words(
    db,
    `form in (select value from json_each(?1)) or word.stem in (
       select stem.id from json_each(?2) as asked
       join stem on stem.stem = asked.value ->> 0 and stem.language = asked.value ->> 1)`,
  );
  const byId = words(db, 'word.id in (select value from json_each(?))');
  const byKey = words(
    db,
    `word.id in (select word from spelling where key in (select value from json_each(?1)))
     or word.id in (select id from word where id > (select spelled_words from word_index) limit ${mostUnspelled})`,
    bestFirst,
  );
  const byBeginning = words(db, 'form >= ?1 and form < ?1 || char(0x10ffff)', bestFirst);
  return {
    lexicon: async ({ forms, stems }) =>
      byFormAndStem(JSON.stringify(forms), JSON.stringify(stems.map(({ stem, language }) => [stem, language]))),
    words: async (ids) => byId(JSON.stringify(ids)),
    neighbours: async (keys, limit) => byKey(JSON.stringify(keys.map(keyNumber)), limit),
    completions: async (prefix, limit) => byBeginning(prefix, limit),
  };
}

/** All words of an answer come as one value: a row each would cost several times as much to hand over. */
function words(db: Database.Database, condition: string, order = ''): (...values: readonly Value[]) => LexiconWord[] {
  const packed: Statement<{ words: string }> = statement(
    db,
    `select json_group_array(json_array(id, form, language, stem, root, segments)) as words from (
       select word.id, form, word.language, word.stem, stem.stem as root, abs(segments) as segments
       from word join stem on stem.id = word.stem where segments <> 0 and (${condition}) ${order})`,
  );
  return (...values) => {
    const all: readonly Packed[] = JSON.parse(packed.get(...values)?.words ?? '[]');
    return all.map(([id, form, language, stem, root, segments]) => ({ id, form, language, stem, root, segments }));
  };
}
