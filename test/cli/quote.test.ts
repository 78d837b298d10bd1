// `verbatim quote` as a process: what people and scripts get, and what they are told when something is wrong.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { makeFolder, shareFolder } from '../support/folder.ts';
import { runVerbatim } from '../support/run-verbatim.ts';

const cwd = shareFolder();

beforeAll(async () => {
  const { code, stderr } = await runVerbatim(['import', join(packageRoot, 'data')], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

const quote = (...args: string[]) => runVerbatim(['quote', ...args], { cwd });

describe('verbatim quote', () => {
  test('prints quotes with speaker, episode and link as plain text where it is piped', async () => {
    const { code, stdout, stderr } = await quote('tiktok', 'from:maudie');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^> .*TikTok/m);
    expect(stdout).toMatch(/— Maudie Thistlecroft · /);
    expect(stdout).toMatch(/▶ ~?\d+:\d\d https:\/\//);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no escape sequence may be left.
    expect(stdout).not.toMatch(/\u001B/);
  });

  test('leads to the moment of the quoted words, not of the passage they stand in', async () => {
    const folder = makeFolder({
      'talk/kettles.vtt':
        'WEBVTT\n\n00:10.000 --> 00:14.000\nThe kettle sang at noon, as it does on Sundays.\n\n' +
        '00:14.500 --> 00:18.000\nNobody heard it but the cat, who said nothing.\n\n' +
        '00:18.000 --> 00:24.000\nIt had been a long and rainy week for all of us here.\n\n' +
        '00:24.500 --> 00:29.000\nThen the lid came off, and the parrot began to laugh.\n\n' +
        '00:29.000 --> 00:33.000\nIt laughs to this day whenever somebody makes tea.\n',
      'talk/podcast.json': JSON.stringify({
        title: 'Talk',
        episodes: [{ file: 'kettles.vtt', audio: 'https://talk.example.org/kettles.mp3' }],
      }),
    });
    await runVerbatim(['import', 'talk'], { cwd: folder });
    const { stdout } = await runVerbatim(['quote', 'parrot', '--json'], { cwd: folder });
    const [hit] = JSON.parse(stdout).hits;
    expect(hit.segment).toMatch(/^The kettle sang/);
    expect(hit.quote).toMatch(/^…Nobody heard it/);
    expect(hit).toMatchObject({ startSeconds: 14.5, link: 'https://talk.example.org/kettles.mp3#t=14' });
  });

  test('answers in Indonesian where that is the terminal’s language', async () => {
    const { stdout } = await runVerbatim(['quote', 'xyzzyplugh'], { cwd, env: { LANG: 'id_ID.UTF-8' } });
    expect(stdout).toContain('Tidak ada kutipan untuk');
  });

  test('answers in DEFAULT_LOCALE where the terminal tells no language', async () => {
    const { stdout } = await runVerbatim(['quote', 'xyzzyplugh'], {
      cwd,
      env: { LANG: 'C.UTF-8', DEFAULT_LOCALE: 'id' },
    });
    expect(stdout).toContain('Tidak ada kutipan untuk');
  });

  test('prints one JSON object, and nothing else, with --json', async () => {
    const { code, stdout, stderr } = await quote('customer', 'data', '--json', '--limit', '2');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ query: 'customer data', ms: expect.any(Number) });
    expect(answer.hits).toHaveLength(2);
    for (const hit of answer.hits) {
      expect(hit).toMatchObject({
        podcast: expect.any(String),
        episode: {
          id: expect.any(String),
          title: expect.any(String),
          source: expect.stringMatching(/^[\w-]+\/[\w.-]+$/),
        },
        segment: expect.any(String),
        quote: expect.any(String),
        score: expect.any(Number),
      });
      expect([hit.startSeconds === undefined ? undefined : 'exact', 'interpolated']).toContain(hit.timing);
      expect(hit.highlights.length).toBeGreaterThan(0);
      for (const [from, to] of hit.highlights) expect(hit.quote.slice(from, to)).toMatch(/^(customers?|data)/i);
      expect(hit.segment).toContain(hit.quote.replace(/^…|…$/g, '').trim());
    }
  });

  test('takes for words what stands behind two dashes', async () => {
    expect(await quote('git', 'push', '--force')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('put -- before the words'),
    });
    expect(await quote('--json', '--', 'customer', 'data', '--force')).toMatchObject({ code: 0 });
  });

  test('options mean what the keys in the query mean', async () => {
    const [typed, asOption] = await Promise.all([
      quote('loyalty from:"Maudie Thistlecroft" after:2019 before:2020', '--json'),
      quote('loyalty', '--speaker', 'Maudie Thistlecroft', '--after', '2019', '--before', '2020', '--json'),
    ]);
    const ids = (stdout: string) => JSON.parse(stdout).hits.map((hit: { segment: string }) => hit.segment);
    expect(ids(typed.stdout).length).toBeGreaterThan(0);
    expect(ids(asOption.stdout)).toEqual(ids(typed.stdout));
  });

  test('a word with a minus is left out, and is no option', async () => {
    const { code, stdout } = await quote('customer', '-data', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).query).toBe('customer -data');
    for (const hit of JSON.parse(stdout).hits) expect(hit.segment).not.toMatch(/\bdata\b/i);
  });

  test('answers every line of a file in its order, empty ones too', async () => {
    await writeFile(join(cwd, 'queries.txt'), 'tiktok\n\n"loyalty card"\r\nNEAR( * ^ col:x\n');
    const { code, stdout } = await quote('--batch', 'queries.txt', '--json');
    expect(code).toBe(0);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ query }) => query)).toEqual(['tiktok', '', '"loyalty card"', 'NEAR( * ^ col:x']);
    expect(answers[0].hits.length).toBeGreaterThan(0);
    expect(answers[1].hits).toEqual([]);
  });

  test('reads a batch from standard input, and a line as what would be typed or pasted', async () => {
    const input = '\uFEFFtiktok\r\nprivate:yes tiktok\r\n/quote tiktok\r\n';
    const { code, stdout } = await runVerbatim(['quote', '--batch', '-', '--json'], { cwd, input });
    expect(code).toBe(0);
    const answers = stdout.trimEnd().split('\n');
    const [plain, flagged, pasted] = answers.map((line) => JSON.parse(line));
    expect(answers).toHaveLength(3);
    expect(plain.query).toBe('tiktok');
    expect(flagged).toMatchObject({ query: 'private:yes tiktok', hits: plain.hits });
    expect(pasted).toMatchObject({ query: '/quote tiktok', hits: plain.hits });
  });
});

test('a filter that names nobody is told beside the JSON and in it', async () => {
  const { code, stdout, stderr } = await quote('tiktok', '--speaker', 'nobody at all', '--json');
  expect(code).toBe(0);
  expect(stderr).toContain('nobody at all');
  expect(JSON.parse(stdout).problems).toEqual([
    expect.objectContaining({ kind: 'no-speaker', value: 'nobody at all' }),
  ]);
  expect(JSON.parse(stdout).hits).toEqual([]);
});

describe('verbatim quote, used wrongly', () => {
  test.each([
    ['no words', [], 'What should be looked for?'],
    ['an unknown option', ['tiktok', '--speeker', 'x'], '--speeker'],
    ['a date that is none', ['tiktok', '--after', 'yesterday', '--json'], '2020-08'],
    ['a speaker without a name', ['tiktok', '--speaker', '', '--json'], '--speaker'],
    ['a library without a name', ['tiktok', '--library', ' '], '--library'],
    ['a day that no calendar has', ['tiktok', '--after', '2021-02-30', '--json'], '--after'],
    ['a limit that is none', ['tiktok', '--limit', 'many'], 'whole number from 1 to 100'],
    ['a batch without --json', ['--batch', 'queries.txt'], 'add --json'],
    ['a batch and words', ['tiktok', '--batch', 'queries.txt', '--json'], 'leave the words out'],
  ])('%s: says so and exits with 2', async (_, args, said) => {
    const { code, stdout, stderr } = await quote(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  test('a missing batch file is named, with exit code 1', async () => {
    const { code, stderr } = await quote('--batch', 'nowhere.txt', '--json');
    expect(code).toBe(1);
    expect(stderr).toContain('nowhere.txt');
  });

  test('a missing library names the file and the command that makes one', async () => {
    const { code, stderr } = await quote('tiktok', '--library', 'other.db');
    expect(code).toBe(1);
    expect(stderr).toMatch(/other\.db.*import/s);
  });

  test('a library file that is none is refused', async () => {
    await writeFile(join(cwd, 'notes.txt'), 'These are my notes, and I want them back.');
    const { code, stderr } = await quote('tiktok', '--library', 'notes.txt');
    expect(code).toBe(1);
    expect(stderr).toContain('notes.txt');
  });
});
