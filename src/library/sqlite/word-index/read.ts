// Answers search from the word index.

import type Database from 'libsql';
import type { Named, WordIndex } from '../../word-index.ts';
import { createCandidateReader } from './candidates.ts';
import { placedReader } from './placed.ts';
import { type Statement, statement } from './statement.ts';
import { createWordReader } from './words.ts';

export function createWordIndex(db: Database.Database): WordIndex {
  const candidates = createCandidateReader(db);
  const placed = placedReader(db);
  const languages: Statement<{ language: string }> = statement(
    db,
    'select language from episode group by language order by count(*) desc',
  );
  const names = {
    speaker: namesReader(db, 'speaker', 'name'),
    episode: namesReader(db, 'episode', 'title'),
    podcast: namesReader(db, 'podcast', 'title'),
  };
  const revision: Statement<{ revision: number }> = statement(db, 'select revision from word_index');
  return {
    ...createWordReader(db),
    languages: async () => languages.all().map(({ language }) => language),
    candidates: async (query) => candidates(query),
    placed: async (segments) => placed(segments),
    names: async (kind) => names[kind](),
    revision: async () => revision.get()?.revision ?? 0,
  };
}

type PackedName = readonly [id: string, name: string, row: number];

/** As one value, for a row each would cost several times as much; what has not changed since it was read last is not read again. */
function namesReader(db: Database.Database, table: string, column: string): () => readonly Named[] {
  const packed: Statement<{ names: string }> = statement(
    db,
    `select json_group_array(json_array(id, name, row)) as names from (
       select id, ${column} as name, row from ${table} order by row)`,
  );
  let last = '';
  let names: readonly Named[] = [];
  return () => {
    const now = packed.get()?.names ?? '[]';
    if (now !== last) {
      const all: readonly PackedName[] = JSON.parse(now);
      names = all.map(([id, name, number]) => ({ id, name, number }));
      last = now;
    }
    return names;
  };
}
