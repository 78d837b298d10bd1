// `verbatim import` and `verbatim stats` as people and scripts run them.
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Writable, type WritableOptions } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { showProgress } from '../../src/cli/progress-bar.ts';
import { makeFolder } from '../support/folder.ts';
import { madeUpShow } from '../support/made-up-show.ts';
import { runVerbatim, startVerbatimProcess } from '../support/run-verbatim.ts';
import { vtt } from '../support/transcripts.ts';

const show = {
  'talks/ep1.vtt': vtt('Ann: The first.'),
  'talks/ep2.vtt': vtt('Bo: The second.'),
  'talks/README.md': '#',
};

describe('verbatim import', () => {
  test('says in the end what it did, and nothing besides when piped', async () => {
    const cwd = makeFolder(show);
    const { code, stdout, stderr } = await runVerbatim(['import', 'talks'], { cwd });
    expect(stdout).toMatch(
      /^Episodes: 2 added, 0 changed, 0 unchanged, 0 removed, 0 failed\.\n2 segments in \d+\.\d seconds\.\n/,
    );
    expect(stdout).toContain('var/library.db now holds 1 podcast, 2 episodes, 2 segments.\n');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(existsSync(join(cwd, 'var/library.db'))).toBe(true);
  });

  test('tells each failure with file, line and reason, keeps the rest, and exits with 1', async () => {
    const cwd = makeFolder({
      ...show,
      'talks/ep3.vtt': '',
      'talks/ep4.vtt': `${vtt('Ann: Fine.')}\n00:09 --> x\nBroken.\n`,
    });
    const { code, stdout } = await runVerbatim(['import', 'talks', 'nowhere', '--library', 'my.db'], { cwd });
    expect(stdout).toContain('2 added, 0 changed, 0 unchanged, 0 removed, 3 failed.');
    expect(stdout).toContain('\nFailed:\n  nowhere is not there. ');
    expect(stdout).toContain('\n  talks/ep3.vtt is empty. ');
    expect(stdout).toMatch(/\n {2}talks\/ep4\.vtt:6: .*00:09 --> x/);
    expect(code).toBe(1);
  });

  test('tells of a path that cannot even be looked at as of any that cannot be read', async () => {
    const cwd = makeFolder(show);
    const tooLong = 'a'.repeat(300);
    const { code, stdout, stderr } = await runVerbatim(['import', 'talks', tooLong], { cwd });
    expect(stdout).toContain('2 added, 0 changed, 0 unchanged, 0 removed, 1 failed.');
    expect(stdout).toContain(`\n  ${tooLong} cannot be read: `);
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  test.each([':memory:', 'file:kept.db'])('keeps a library in the file of the very name %s', async (library) => {
    const cwd = makeFolder(show);
    await runVerbatim(['import', 'talks', '--library', library], { cwd });
    expect(existsSync(join(cwd, library))).toBe(true);
    const { stdout } = await runVerbatim(['stats', '--json', '--library', library], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ episodes: 2 });
  });

  test('prints the same as JSON', async () => {
    const cwd = makeFolder(show);
    const { stdout } = await runVerbatim(['import', 'talks', '--podcast', 'Ann & Bo', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ added: 2, changed: 0, unchanged: 0, removed: 0, failed: [], segments: 2, stopped: false },
      library: { podcasts: 1, episodes: 2, segments: 2 },
    });
  });

  test('exits with 2 without a path, and with 1 where the library cannot be written', async () => {
    const cwd = makeFolder({ ...show, 'diary.txt': 'Dear diary' });
    expect((await runVerbatim(['import'], { cwd })).code).toBe(2);
    expect((await runVerbatim(['import', ''], { cwd })).code).toBe(2);
    expect(existsSync(join(cwd, 'var'))).toBe(false);
    const nameless = await runVerbatim(['import', 'talks', '--podcast', ' '], { cwd });
    expect(nameless).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--podcast') });
    const { code, stdout, stderr } = await runVerbatim(['import', 'talks', '--library', 'diary.txt'], { cwd });
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining('diary.txt is not a Verbatim library.')]);
  });

  test('ends after the episode under way on Ctrl-C, says so, and the next one brings the rest', async () => {
    const cwd = makeFolder(madeUpShow(30, 80, 'first'));
    const child = startVerbatimProcess(['import', 'harbour', '--library', 'library.db'], { cwd });
    let stdout = '';
    child.stdout?.on('data', (data) => {
      stdout += data;
    });
    // The schema alone is smaller.
    const written = () => statSync(join(cwd, 'library.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
    while (written() < 300_000) await setTimeout(5);
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(stdout).toContain(
      'Stopped before the end. What is in the library is whole; importing again brings the rest.',
    );
    // Also what was stopped is settled: all that it shelved is counted.
    const db = new Database(join(cwd, 'library.db'));
    const counted = 'select counted_segments, (select max(segment) from passage) as last from word_index';
    const { counted_segments: settled, last } = db.prepare(counted).get() as Record<string, number>;
    expect(last).toBeGreaterThan(0);
    expect(settled).toBe(last);
    db.close();
    const { code } = await runVerbatim(['import', 'harbour', '--library', 'library.db'], { cwd });
    const stats = JSON.parse((await runVerbatim(['stats', '--json', '--library', 'library.db'], { cwd })).stdout);
    expect([code, stats.episodes, stats.segments]).toEqual([0, 30, 2400]);
  });
});

describe('verbatim stats', () => {
  test('says what the library holds, as a table and as JSON', async () => {
    const cwd = makeFolder(show);
    await runVerbatim(['import', 'talks'], { cwd });
    expect((await runVerbatim(['stats'], { cwd })).stdout).toMatch(
      /^podcasts +1\nepisodes +2\nawaiting +0\nspeakers +2\nsegments +2\nbytes +[\d,]+\n$/,
    );
    const json = JSON.parse((await runVerbatim(['stats', '--json'], { cwd })).stdout);
    expect(json).toEqual({
      podcasts: 1,
      episodes: 2,
      awaiting: 0,
      speakers: 2,
      segments: 2,
      bytes: expect.any(Number),
    });
  });

  test('says how to make the library that is missing', async () => {
    const { code, stdout, stderr } = await runVerbatim(['stats'], { cwd: makeFolder() });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      'There is no library at var/library.db yet. Make one with: npm run -s verbatim -- import FOLDER',
    );
  });
});

test('the progress bar says how far it is and with what, and is gone in the end', () => {
  let written = '';
  const write: WritableOptions['write'] = (chunk, _encoding, done) => {
    written += chunk;
    done();
  };
  const terminal = Object.assign(new Writable({ write }), { isTTY: true, columns: 80, rows: 20 });
  const bar = showProgress(terminal);
  bar.show({ done: 0, total: 4, current: 'talks/ep1.vtt' });
  bar.show({ done: 4, total: 4, current: 'talks/ep4.vtt' });
  bar.clear();
  bar.clear();
  expect(written).toContain('0/4 · … left');
  expect(written).toContain('talks/ep4.vtt');
  // Erases the line as its last act: https://en.wikipedia.org/wiki/ANSI_escape_code#Control_Sequence_Introducer_commands
  expect(written.endsWith('\u001b[2K')).toBe(true);
});
