// kill -9 at random moments of a feed's import: the library is whole each time, and nothing on the shelf is asked for again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { faultsOf } from '../library/wholeness.ts';
import { makeFolder } from '../support/folder.ts';
import { vtt } from '../support/transcripts.ts';
import { servePodcast } from './podcast-server.ts';

const program = fileURLToPath(new URL('import-feed-process.mjs', import.meta.url));
const episodes = 30;
const guids = Array.from({ length: episodes }, (_, at) => `ep${at}`);

test('a feed whose import is killed again and again is complete in the end, and nothing on the shelf was asked for twice', {
  timeout: 120_000,
}, async () => {
  const server = await servePodcast(guids.map((guid) => ({ guid, transcripts: { [`/${guid}.vtt`]: 'text/vtt' } })));
  for (const guid of guids)
    server.files.set(`/${guid}.vtt`, vtt(`Ann: In the harbour, this is ${guid}.`, 'Bo: So it is.'));
  server.delayMs = 10;
  const cwd = makeFolder();
  const file = join(cwd, 'library.db');
  const start = () => spawn(process.execPath, [program, file, server.address], { stdio: 'inherit' });
  const shelved = async (): Promise<Set<string>> => {
    const library = await openLibrary(file, { access: 'write' });
    const all = await library.shelved();
    await library.close();
    return new Set(all.map(({ source }) => `/${source.split('/')[1]}.vtt`));
  };

  let midway = 0;
  for (let before = new Set<string>(); before.size < episodes; ) {
    const child = start();
    const ended = once(child, 'close');
    // Counted in requests, a slow machine is killed as fairly as a fast one; some hits fall before the first, or on the last.
    const requests = Math.floor(Math.random() * 12);
    const asked: string[] = [];
    while (asked.length <= requests && child.exitCode === null) {
      await setTimeout(2);
      asked.push(...server.asked());
    }
    await setTimeout(Math.random() * 20);
    child.kill('SIGKILL');
    await ended;
    asked.push(...server.asked());
    expect(asked.filter((path) => before.has(path))).toEqual([]);
    expect(faultsOf(file)).toEqual([]);
    const after = await shelved();
    for (const path of before) expect(after).toContain(path);
    if (after.size > before.size && after.size < episodes) midway += 1;
    before = after;
  }
  expect(midway).toBeGreaterThan(2);

  const last = start();
  await once(last, 'close');
  expect(last.exitCode).toBe(0);
  expect(server.asked()).toHaveLength(1);
  expect(faultsOf(file)).toEqual([]);
  const library = await openLibrary(file, { access: 'read' });
  expect(await library.stats()).toMatchObject({ podcasts: 1, episodes, awaiting: 0, segments: 2 * episodes });
  await library.close();
});
