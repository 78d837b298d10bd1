// Opening a library file: what is made, what is refused, and what of it is told.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applicationId, migrations } from '../../src/library/sqlite/migrations.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { record, said } from './record.ts';

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'library-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Makes an SQLite file by hand. */
function sqlite(name: string, sql: string): string {
  const db = new Database(at(name));
  db.exec(sql);
  db.close();
  return at(name);
}

describe('opening to write', () => {
  test('makes the file and the folders it stands in', async () => {
    const library = await openLibrary(at('var/deep/library.db'), { access: 'write' });
    expect(await library.stats()).toMatchObject({ podcasts: 0, episodes: 0, speakers: 0, segments: 0 });
    await library.close();
    await library.close();
    const header = readFileSync(at('var/deep/library.db'));
    expect(header.readUInt32BE(68)).toBe(applicationId);
    expect(header.readUInt32BE(60)).toBe(migrations.length);
  });

  test('takes an empty file for a new library', async () => {
    writeFileSync(at('empty.db'), '');
    const library = await openLibrary(at('empty.db'), { access: 'write' });
    expect(await library.podcasts()).toEqual([]);
    await library.close();
  });
});

describe('opening to read', () => {
  test('says which command makes the library that is missing', async () => {
    await expect(openLibrary(at('none.db'), { access: 'read' })).rejects.toMatchObject({
      code: 'missing',
      message: expect.stringContaining('verbatim -- import'),
    });
    expect(existsSync(at('none.db'))).toBe(false);
  });

  test('reads what another connection writes, and cannot write itself', async () => {
    const writer = await openLibrary(at('library.db'), { access: 'write' });
    const reader = await openLibrary(at('library.db'), { access: 'read' });
    await writer.shelve(record('a', said('Mira Sand', 'Hello.')));
    expect((await reader.segment('a.0'))?.segment.text).toBe('Hello.');
    await expect(reader.shelve(record('b', []))).rejects.toMatchObject({ code: 'unreadable' });
    expect(await reader.stats()).toMatchObject({ episodes: 1 });
    await writer.close();
    await reader.close();
  });
});

describe('a file that is no library', () => {
  test.each([
    ['text', () => writeFileSync(at('x'), 'Dear diary, this is not a database at all.\n'.repeat(99))],
    ['a single byte', () => writeFileSync(at('x'), 'S')],
    ['the database of another program', () => sqlite('x', 'create table notes (text)')],
    ['the database of another program that marks its files', () => sqlite('x', 'pragma application_id = 1234')],
  ])('is refused and left as it is: %s', async (_what, make) => {
    make();
    const before = readFileSync(at('x'));
    for (const access of ['read', 'write'] as const) {
      await expect(openLibrary(at('x'), { access })).rejects.toMatchObject({
        code: 'library-invalid',
        file: at('x'),
        message: `${at('x')} is not a Verbatim library. Name another file with --library or LIBRARY.`,
      });
    }
    expect(readFileSync(at('x')).equals(before)).toBe(true);
    expect(existsSync(at('x-wal'))).toBe(false);
  });

  test('is told from one that cannot be opened', async () => {
    mkdirSync(at('folder'));
    writeFileSync(at('file'), '');
    await expect(openLibrary(at('folder'), { access: 'write' })).rejects.toMatchObject({ code: 'unreadable' });
    await expect(openLibrary(at('file/library.db'), { access: 'write' })).rejects.toMatchObject({ code: 'unreadable' });
  });

  test('is refused when its pages are garbage behind a good header', async () => {
    const library = await openLibrary(at('library.db'), { access: 'write' });
    await library.close();
    const bytes = readFileSync(at('library.db'));
    writeFileSync(at('library.db'), Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 0x7f)]));
    await expect(openLibrary(at('library.db'), { access: 'read' })).rejects.toMatchObject({ code: 'library-invalid' });
  });
});

test('a library that a newer Verbatim wrote is refused, and left as it is', async () => {
  sqlite('new.db', `pragma application_id = ${applicationId}; pragma user_version = ${migrations.length + 1}`);
  await expect(openLibrary(at('new.db'), { access: 'write' })).rejects.toMatchObject({
    code: 'library-newer',
    message: expect.stringMatching(/newer Verbatim.*Update Verbatim/),
  });
  expect(readFileSync(at('new.db')).readUInt32BE(60)).toBe(migrations.length + 1);
});

describe('migrations', () => {
  test('take a library from any earlier version on', async () => {
    for (let version = 0; version < migrations.length; version++) {
      const steps = migrations.slice(0, version).join('\n');
      const file = sqlite(
        `v${version}.db`,
        `pragma application_id = ${applicationId}; ${steps}; pragma user_version = ${version}`,
      );
      const library = await openLibrary(file, { access: 'write' });
      await library.shelve(record('a', said('Mira Sand', 'Hello.')));
      expect(await library.stats()).toMatchObject({ episodes: 1 });
      await library.close();
    }
  });

  test('are taken once by processes that open a new library at the same moment', async () => {
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openLibrary(at('library.db'), { access: 'write' })),
    );
    for (const library of opened) await library.close();
    expect(readFileSync(at('library.db')).readUInt32BE(60)).toBe(migrations.length);
  });
});
