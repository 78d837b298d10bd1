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
/** Before a kill fewer than so many transcripts come. */
const mostAtOnce = 12;
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
  let idle = 0;
  for (let before = new Set<string>(); before.size < episodes; ) {
    const child = start();
    const ended = once(child, 'close');
    // Counted in answers, a slow machine is killed as fairly as a fast one; where it was too slow to shelve any, it gets longer.
    server.left = Math.floor(Math.random() * mostAtOnce);
    while (server.left > 0 && child.exitCode === null) await setTimeout(2);
    await setTimeout(Math.random() * 20 * (1 + idle * 5));
    child.kill('SIGKILL');
    await ended;
    const asked = server.asked();
    expect(asked.filter((path) => before.has(path))).toEqual([]);
    expect(faultsOf(file)).toEqual([]);
    const after = await shelved();
    for (const path of before) expect(after).toContain(path);
    idle = after.size > before.size ? 0 : idle + 1;
    if (idle === 0 && after.size < episodes) midway += 1;
    before = after;
  }
  expect(midway).toBeGreaterThanOrEqual(Math.floor((episodes - 1) / mostAtOnce));
  server.left = Number.POSITIVE_INFINITY;

  const last = start();
  await once(last, 'close');
  expect(last.exitCode).toBe(0);
  expect(server.asked()).toHaveLength(1);
  expect(faultsOf(file)).toEqual([]);
  const library = await openLibrary(file, { access: 'read' });
  expect(await library.stats()).toMatchObject({ podcasts: 1, episodes, awaiting: 0, segments: 2 * episodes });
  await library.close();
});
