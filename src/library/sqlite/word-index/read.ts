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
  const names: Record<'speaker' | 'episode' | 'podcast', Statement<Named>> = {
    speaker: statement(db, 'select id, name, row as number from speaker order by row'),
    episode: statement(db, 'select id, title as name, row as number from episode order by row'),
    podcast: statement(db, 'select id, title as name, row as number from podcast order by row'),
  };
  const revision: Statement<{ revision: number }> = statement(db, 'select revision from word_index');
  return {
    ...createWordReader(db),
    languages: async () => languages.all().map(({ language }) => language),
    candidates: async (query) => candidates(query),
    placed: async (segments) => placed(segments),
    names: async (kind) => names[kind].all(),
    revision: async () => revision.get()?.revision ?? 0,
  };
}
