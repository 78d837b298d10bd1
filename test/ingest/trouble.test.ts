// When the machine fails the import: no room on the disk, a folder that may not be read, a file too large.
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { importPaths } from '../../src/ingest.ts';
import type { Desk } from '../../src/library/library.ts';
import { connect } from '../../src/library/sqlite/connection.ts';
import { createDesk } from '../../src/library/sqlite/desk.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { faultsOf } from '../library/wholeness.ts';
import { makeFolder, writeFiles } from '../support/folder.ts';
import { madeUpShow } from '../support/made-up-show.ts';
import { vtt } from '../support/transcripts.ts';

describe('no room left on the disk', () => {
  test('ends the import with what to do; all that was shelved before is whole, and the next import completes it', async () => {
    const folder = makeFolder(madeUpShow(12, 60, 'first'));
    const file = join(folder, 'library.db');
    const request = { paths: [join(folder, 'harbour')] };
    await (await openLibrary(file, { access: 'write' })).close();

    const connection = connect(file);
    const [pages] = connection.rows<{ page_count: number }>('pragma page_count');
    // SQLite's own limit fails as a full disk does: SQLITE_FULL in the middle of a transaction.
    connection.db.exec(`pragma max_page_count = ${(pages?.page_count ?? 0) + 60}`);
    const report = await importPaths(createDesk(connection), request);
    connection.close();

    expect(report).toMatchObject({ stopped: true, removed: 0, failed: [{ code: 'library-full' }] });
    expect(report.added).toBeGreaterThan(0);
    expect(report.added).toBeLessThan(12);
    expect(report.failed[0]?.reason).toBe(
      `No room left on the disk of ${file}. Free some, then import again: what was kept is whole.`,
    );
    expect(faultsOf(file)).toEqual([]);

    const library = await openLibrary(file, { access: 'write' });
    onTestFinished(() => library.close());
    expect(await importPaths(library, request)).toMatchObject({
      added: 12 - report.added,
      unchanged: report.added,
      failed: [],
    });
  });
});

test('an episode that cannot be written keeps none of those out that are written with it', async () => {
  const folder = makeFolder(madeUpShow(12, 5, 'first'));
  const library = await openLibrary(join(folder, 'library.db'), { access: 'write' });
  onTestFinished(() => library.close());
  const together: number[] = [];
  const desk: Desk = {
    ...library,
    async shelve(...records) {
      // While the first is written, others are read.
      if (together.length === 0) await after(500);
      together.push(records.length);
      if (records.some(({ episode }) => episode.source.includes('7'))) throw new Error('of no use');
      await library.shelve(...records);
    },
  };
  const report = await importPaths(desk, { paths: [join(folder, 'harbour')] });
  expect(Math.max(...together)).toBeGreaterThan(1);
  expect(report).toMatchObject({ added: 11, stopped: false, segments: 55, failed: [{ code: 'unexpected' }] });
  expect(report.failed[0]?.file).toContain('7');
  expect((await library.stats()).episodes).toBe(11);
});

describe('what may not or cannot be read', () => {
  /** Root may read everything, so the test is somebody else meanwhile. */
  async function asNobody<T>(act: () => Promise<T>): Promise<T> {
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      return await act();
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  }

  test.skipIf(process.platform === 'win32')(
    'is told, costs nothing else, and takes nothing off the shelf (Windows has no such permissions)',
    async () => {
      const folder = makeFolder({
        'talks/ep1.vtt': vtt('Ann: The first.'),
        'talks/ep2.vtt': vtt('Ann: The second.'),
        'news/ep1.vtt': vtt('Bo: The news.'),
      });
      chmodSync(folder, 0o755);
      const library = await openLibrary(join(makeFolder(), 'library.db'), { access: 'write' });
      onTestFinished(() => library.close());
      await importPaths(library, { paths: [folder] });
      chmodSync(join(folder, 'talks/ep2.vtt'), 0o000);
      chmodSync(join(folder, 'news'), 0o000);
      onTestFinished(() => chmodSync(join(folder, 'news'), 0o755));
      writeFiles(folder, { 'talks/ep1.vtt': vtt('Ann: The first, mended.') });

      const report = await asNobody(() => importPaths(library, { paths: [folder] }));
      expect(report).toMatchObject({ changed: 1, removed: 0, stopped: false });
      expect(report.failed.map(({ code, file, reason }) => [code, file, reason])).toEqual([
        [
          'unreadable',
          join(folder, 'news'),
          `${join(folder, 'news')} cannot be read: you may not read it; check its permissions.`,
        ],
        ['unreadable', join(folder, 'talks/ep2.vtt'), expect.stringContaining('you may not read it')],
      ]);
      expect(await library.stats()).toMatchObject({ episodes: 3 });
    },
  );

  test('is told: a file of 50 MB', async () => {
    const folder = makeFolder({ 'talks/ep1.vtt': vtt('Ann: The first.') });
    const handle = openSync(join(folder, 'talks/ep2.vtt'), 'w');
    ftruncateSync(handle, 50 * 1024 * 1024);
    closeSync(handle);
    mkdirSync(join(folder, 'talks/ep3.vtt'));
    const library = await openLibrary(join(folder, 'library.db'), { access: 'write' });
    onTestFinished(() => library.close());
    expect(await importPaths(library, { paths: [join(folder, 'talks')] })).toMatchObject({
      added: 1,
      failed: [{ code: 'too-large', reason: expect.stringContaining('ep2.vtt has 50 MB') }],
    });
  });
});
