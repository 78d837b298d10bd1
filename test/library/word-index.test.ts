// The word index: what is said is found by its words, whatever became of the writing before it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Connection, connect } from '../../src/library/sqlite/connection.ts';
import { createDesk } from '../../src/library/sqlite/desk.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { createWordIndex, indexSegments } from '../../src/library/sqlite/word-index.ts';
import { tallyOf } from '../../src/text/tally.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';
import { record, said } from './record.ts';

let folder: string;
let connection: Connection;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'word-index-'));
  const file = join(folder, 'library.db');
  await (await openLibrary(file, { access: 'write' })).close();
  connection = connect(file);
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

const shelve = (id: string, ...texts: string[]) =>
  createDesk(connection).shelve(record(id, said('Mira Sand', ...texts)));

/** The forms of a segment's words, in order, as the lexicon knows them; of every segment that holds such a word. */
async function heldWith(form: string): Promise<readonly (readonly string[])[]> {
  const index = createWordIndex(connection.db);
  const [word] = await index.lexicon({ forms: [form], stems: [] });
  if (word === undefined) return [];
  const found = await index.candidates({ wanted: { stem: word.stem }, scope: {}, limit: 10 });
  return Promise.all(
    found.map(async ({ words }) => {
      const known = new Map((await index.words([...words])).map(({ id, form: said }) => [id, said]));
      return [...words].map((id) => known.get(id) ?? '');
    }),
  );
}

describe('the word index', () => {
  test('keeps every word of a segment, in order, however it is written', async () => {
    await shelve('e1', 'Lanterns, LANTERNS and foghorns.', 'Foghorns at 6.');
    expect(await heldWith('foghorns')).toEqual([
      ['lanterns', 'lanterns', 'and', 'foghorns'],
      ['foghorns', 'at', '6'],
    ]);
  });

  test('finds the very word among others of its stem, even where its number reads like the end of another', async () => {
    const others = Array.from({ length: 500 }, (_, at) => `Lanterns number${at}.`);
    await shelve('e1', 'Lantern.', ...others, 'A lantern.');
    const index = createWordIndex(connection.db);
    const [word] = await index.lexicon({ forms: ['lantern'], stems: [] });
    const verbatim = [[[new Set([word?.id ?? 0])]]];
    const find = async (limit: number) =>
      (await index.candidates({ wanted: { stem: word?.stem ?? 0 }, verbatim, scope: {}, limit })).length;
    expect(await find(10)).toBe(2);
    expect(await find(2)).toBe(2);
    expect(await find(1000)).toBe(2);
  });

  test('numbers words anew where the transaction that brought them was rolled back', async () => {
    const unwritten = {
      ...{ episode: 99, podcast: 99, publishedAt: null, language: 'en' },
      ...{ segments: [{ row: 99, speaker: null }], tally: tallyOf(['Lanterns and foghorns.']) },
    };
    const written = () => {
      indexSegments(connection.db, [unwritten]);
      throw new Error('the disk is full');
    };
    for (const before of ['in an empty library', 'after others']) {
      expect(() => connection.transaction(written)).toThrow('the disk is full');
      await shelve(before, 'Foghorns and lanterns.');
    }
    expect(await heldWith('lanterns')).toEqual([
      ['foghorns', 'and', 'lanterns'],
      ['foghorns', 'and', 'lanterns'],
    ]);
  });

  test('believes no number from a transaction that failed, even where another process has used it for another word', async () => {
    let isFull = true;
    const desk = createDesk({
      ...connection,
      transaction: (work) =>
        connection.transaction(() => {
          const result = work();
          if (isFull) throw new Error('the disk is full');
          return result;
        }),
    });
    const given = { ...record('e1', said('Mira Sand', 'Lantern harbour.')), tally: tallyOf(['Lantern harbour.']) };
    await expect(desk.shelve(given)).rejects.toThrow('the disk is full');
    const other = connect(connection.file);
    await createDesk(other).shelve(record('e2', said('Ivo Reed', 'Whisky harbour.')));
    other.close();
    isFull = false;
    await desk.shelve(given);
    expect(await heldWith('lantern')).toEqual([['lantern', 'harbour']]);
  });

  test('goes on with the words that another process wrote meanwhile', async () => {
    await shelve('e1', 'Lanterns.');
    const other = connect(connection.file);
    await createDesk(other).shelve(record('e2', said('Ivo Reed', 'Foghorns at night.')));
    other.close();
    await shelve('e3', 'Night and foghorns.');
    expect(await heldWith('night')).toEqual([
      ['foghorns', 'at', 'night'],
      ['night', 'and', 'foghorns'],
    ]);
  });

  test('keeps words of two languages apart', async () => {
    await createDesk(connection).shelve(record('e1', said('Mira Sand', 'Gift.'), { language: 'de' }));
    await shelve('e2', 'A gift.');
    const words = await createWordIndex(connection.db).lexicon({ forms: ['gift'], stems: [] });
    expect(words.map(({ language, segments }) => [language, segments])).toEqual([
      ['de', 1],
      ['en', 1],
    ]);
  });

  test('finds what an episode says that was changed or comes back, before anything is counted', async () => {
    const desk = createDesk(connection);
    // As an import tells them: all its episodes by one list of words.
    const vocabulary = new Vocabulary();
    const say = (text: string) =>
      desk.shelve({ ...record('e1', said('Mira Sand', text)), tally: tallyOf([text], vocabulary) });
    const lanterns = async () => (await createWordIndex(connection.db).lexicon({ forms: ['lanterns'], stems: [] }))[0];
    await say('Lanterns.');
    await desk.settle();
    await say('Lanterns again.');
    expect(await heldWith('lanterns')).toEqual([['lanterns', 'again']]);
    await desk.remove(['e1']);
    await desk.settle();
    expect(await lanterns()).toBeUndefined();
    await say('Lanterns once more.');
    expect(await heldWith('lanterns')).toEqual([['lanterns', 'once', 'more']]);
    await desk.settle();
    expect((await lanterns())?.segments).toBe(1);
  });

  test('counts the segments of a word, whoever wrote them, changed them, took them out or failed to write them', async () => {
    const other = connect(connection.file);
    const failing = createDesk({
      ...connection,
      transaction: (work) =>
        connection.transaction(() => {
          work();
          throw new Error('the disk is full');
        }),
    });
    const [mine, theirs] = [createDesk(connection), createDesk(other)];
    const steps = {
      mine: (id: string) =>
        mine.shelve(record(id, said('Mira Sand', 'Lanterns, lanterns.', 'No foghorns.', 'Lanterns.'))),
      theirs: (id: string) => theirs.shelve(record(id, said('Ivo Reed', 'Foghorns.', 'Lanterns and foghorns.'))),
      removed: (id: string) => mine.remove([id]),
      removedByThem: (id: string) => theirs.remove([id]),
      failed: (id: string) =>
        failing.shelve(record(id, said('Mira Sand', 'Lanterns.'))).catch((error: Error) => {
          expect(error.message).toBe('the disk is full');
        }),
      settled: () => mine.settle(),
      settledByThem: () => theirs.settle(),
    };
    const names = Object.keys(steps) as (keyof typeof steps)[];
    let seed = 7;
    const next = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % most;
    };
    const index = createWordIndex(connection.db);
    for (let round = 0; round < 40; round++) {
      for (let step = 0; step < 6; step++) await steps[names[next(names.length)] ?? 'mine'](`e${next(4)}`);
      await mine.settle();
      for (const form of ['lanterns', 'foghorns', 'and']) {
        const [word] = await index.lexicon({ forms: [form], stems: [] });
        const { held } = connection.row<{ held: number }>(
          'select count(*) as held from segment where lower(text) like ?',
          `%${form}%`,
        ) ?? { held: 0 };
        expect(word?.segments ?? 0, `${form} in round ${round}`).toBe(held);
      }
    }
    other.close();
  });
});
