// On a real archive: half-remembered words find the right quote. Needs the sample archive beside the project.

import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importInBackground } from '../../src/ingest/background.ts';
import type { Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { createSearch } from '../../src/search/create-search.ts';
import type { Search } from '../../src/search/search.ts';
import { askAtTheirWord } from './archive/at-their-word.ts';
import { askAsFans } from './archive/fans.ts';
import { askTheWorst } from './archive/worst.ts';

const beside = (path: string) => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
/** Unpacked: folders of transcripts. */
const { SAMPLE_ARCHIVE: archive = beside('corpus') } = process.env;
const questionFile = beside('eval/dev-queries.jsonl');
const here = existsSync(join(archive, 'jsparty')) && existsSync(questionFile);

interface Question {
  readonly kind: string;
  readonly query: string;
  readonly episode: string;
  readonly contains: string;
}

/** First places that each kind must reach; the goals are in docs/search.md. */
const goals: Readonly<Record<string, number>> = {
  keywords: 0.98,
  typo: 0.98,
  sound: 0.98,
  phrase: 1,
  misremembered: 0.98,
  joined: 0.98,
  speaker: 0.96,
};

describe.skipIf(!here)(
  `the sample archive${here ? '' : ' (skipped: it is not here; name it with SAMPLE_ARCHIVE)'}`,
  () => {
    let folder: string;
    let library: Library;
    let search: Search;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'verbatim-archive-'));
      const file = join(folder, 'library.db');
      await importInBackground(file, { paths: [archive] });
      library = await openLibrary(file, { access: 'read' });
      search = createSearch(library);
    }, 240_000);
    afterAll(async () => {
      await library?.close();
      await rm(folder, { recursive: true, force: true });
    });

    const ask = async (words: string) => (await search.quotes({ words, offset: 0, limit: 10 })).hits;

    test('questions find their answer, first', async () => {
      const questions = readFileSync(questionFile, 'utf8')
        .trim()
        .split('\n')
        .map((line): Question => JSON.parse(line));
      const folded = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
      const ranks = new Map<string, number[]>();
      for (const { kind, query, episode, contains } of questions) {
        const hits = await ask(query);
        const rank = hits.findIndex(
          (hit) => hit.episode.source === episode && folded(hit.segment.text).includes(folded(contains)),
        );
        ranks.set(kind, [...(ranks.get(kind) ?? []), rank]);
      }
      const part = (of: readonly number[], within: number) =>
        of.filter((rank) => rank >= 0 && rank < within).length / of.length;
      for (const [kind, goal] of Object.entries(goals)) {
        expect(part(ranks.get(kind) ?? [], 1), kind).toBeGreaterThanOrEqual(goal);
      }
      expect(part([...ranks.values()].flat(), 3)).toBeGreaterThanOrEqual(0.985);
    }, 120_000);

    askAsFans(() => search);
    askAtTheirWord(() => search);
    askTheWorst(() => library);
  },
);
