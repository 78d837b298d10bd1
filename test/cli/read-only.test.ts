// A library that its reader may not write: what only reads answers, what writes says plainly why it cannot.
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { shareFolder, writeFiles } from '../support/folder.ts';
import { runVerbatim } from '../support/run-verbatim.ts';

const folder = shareFolder();
const shelf = join(folder, 'shelf');
const library = join(shelf, 'library.db');

/** Nobody in particular: to root every file can be written. */
const reader = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

beforeAll(async () => {
  writeFiles(folder, { 'talk/lamp.txt': 'Odalys: The lamp was lit.\nBram: It was not.\n' });
  await runVerbatim(['import', 'talk', '--library', library], { cwd: folder });
  chmodSync(library, 0o444);
  chmodSync(shelf, 0o555);
  chmodSync(folder, 0o755);
});
afterAll(() => chmodSync(shelf, 0o755));

const run = (...args: string[]) => runWith('', ...args);

function runWith(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(packageRoot, 'bin/verbatim.mjs'), ...args, '--library', library],
    {
      cwd: folder,
      encoding: 'utf8',
      input,
      env: { PATH: process.env.PATH ?? '', NO_COLOR: '1', PORT: '0' },
      ...reader,
    },
  );
  return { code: status, stdout, stderr };
}

describe.skipIf(process.platform === 'win32')('a library in a folder that cannot be written', () => {
  test.each([
    ['stats', ['stats'], 'episodes'],
    ['quote', ['quote', 'lamp'], 'The lamp was lit.'],
    ['quote --json', ['quote', 'lamp', '--json'], 'The lamp was lit.'],
    ['feeds list', ['feeds', 'list'], 'No feed is followed.'],
  ])('%s answers', (_what, args, answer) => {
    const { code, stdout, stderr } = run(...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(answer);
  });

  test('chat answers, its buttons too', () => {
    const { code, stdout } = runWith('/quote lamp\n1\n', 'chat');
    expect(code).toBe(0);
    expect(stdout).toContain('Share this exchange');
  });

  test('doctor counts what it holds, and says that a bot could not start on it', () => {
    const { code, stdout } = run('doctor');
    expect(code).toBe(0);
    expect(stdout).toContain('holds 1 podcast, 1 episode, 2 passages.');
    expect(stdout).toMatch(/can be read and not written.*chown/s);
  });

  test.each([
    ['import', ['import', join(packageRoot, 'data')]],
    ['start', ['start']],
    ['feeds add', ['feeds', 'add', 'https://talk.example.org/feed.xml']],
  ])('%s names the file and the mend', (_what, args) => {
    const { code, stderr } = run(...args);
    expect(code).toBe(1);
    expect(stderr).toContain(`${library} cannot be written`);
    expect(stderr).not.toMatch(/SqliteError|^ {4}at /m);
  });
});
