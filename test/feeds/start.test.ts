// `verbatim start` follows feeds: real processes, a real podcast host, and quotes without a restart.

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { type FeedServer, startFeedServer, type ToldEpisode } from '../support/feed-server.ts';
import { makeFolder } from '../support/folder.ts';
import { runVerbatim, startVerbatimProcess } from '../support/run-verbatim.ts';

let running: ChildProcess | undefined;
afterEach(() => running?.kill('SIGKILL'));

const env = { PORT: '0', FETCH_ALLOW: '127.0.0.1' };
const waiting = { timeout: 50_000, interval: 200 };

async function start(cwd: string) {
  const child = startVerbatimProcess(['start'], { cwd, env });
  running = child;
  let log = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      const found = /Verbatim is here: (http:\S+)/.exec(log)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`exited with ${code}: ${log}`)));
  });
  const quoted = async (words: string): Promise<string> => {
    const asking = { command: 'quote', text: words, options: {}, locale: 'en', name: 'you' };
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${url}/api/run`, { method: 'POST', headers, body: JSON.stringify(asking) })).text();
  };
  return { child, url, log: () => log, quoted };
}

async function makeDue(cwd: string): Promise<void> {
  const library = await openLibrary(join(cwd, 'var/library.db'), { access: 'write' });
  for (const feed of await library.feeds()) await library.updateFeed({ ...feed, dueAt: new Date() });
  await library.close();
}

const walrus: ToldEpisode = { guid: 'one', title: 'The walrus', words: 'A walrus has moved into the lighthouse.' };
const kettle: ToldEpisode = { guid: 'two', title: 'The kettle', words: 'The kettle sings louder than the foghorn.' };
const pigeon: ToldEpisode = { guid: 'three', title: 'The pigeon', words: 'This pigeon delivers parcels on Sundays.' };

function showing(server: FeedServer, path: string, title: string, ...episodes: readonly ToldEpisode[]): string {
  server.feeds.set(path, { title, episodes });
  return `${server.url}${path}`;
}

describe('a running bot', { timeout: 120_000 }, () => {
  test('reads a feed that another process adds, and finds its new episodes by itself', async () => {
    const server = await startFeedServer();
    const cwd = makeFolder();
    const bot = await start(cwd);
    expect(await bot.quoted('walrus lighthouse')).not.toContain('moved into the');

    const address = showing(server, '/harbour.xml', 'Harbour Lights', walrus);
    const secret = address.replace('://', '://ann:open-sesame@');
    const added = await runVerbatim(['feeds', 'add', '--no-import', secret], { cwd, env });
    expect(added.code).toBe(0);
    await vi.waitFor(async () => expect(await bot.quoted('walrus')).toContain('moved into the lighthouse'), waiting);
    await vi.waitFor(() => expect(bot.log()).toContain('1 new episode of Harbour Lights'), waiting);

    showing(server, '/harbour.xml', 'Harbour Lights', pigeon, kettle, walrus);
    await makeDue(cwd);
    await vi.waitFor(async () => expect(await bot.quoted('pigeon')).toContain('delivers parcels'), waiting);
    await vi.waitFor(() => expect(bot.log()).toContain('2 new episodes of Harbour Lights'), waiting);

    const ready = await (await fetch(`${bot.url}/readyz`)).json();
    expect(ready).toMatchObject({
      parts: expect.arrayContaining([{ name: 'feeds', ready: true, detail: 'following 1 feed' }]),
    });

    bot.child.kill('SIGTERM');
    expect(await once(bot.child, 'exit')).toEqual([0, null]);
    expect(bot.log()).not.toContain('open-sesame');
    expect(bot.log()).not.toContain('came to harm');
  });

  test('and a refresh from the command line at the same time do each other no harm, and read nothing twice', async () => {
    const server = await startFeedServer();
    const cwd = makeFolder();
    const paths = ['/a.xml', '/b.xml', '/c.xml'];
    const addresses = paths.map((path) => showing(server, path, `Show ${path}`, walrus, kettle));
    await runVerbatim(['feeds', 'add', '--no-import', ...addresses], { cwd, env });
    const [bot, ...refreshed] = await Promise.all([
      start(cwd),
      runVerbatim(['feeds', 'refresh'], { cwd, env }),
      runVerbatim(['feeds', 'refresh'], { cwd, env }),
    ]);
    expect(refreshed.map(({ code }) => code)).toEqual([0, 0]);
    await vi.waitFor(async () => expect(await bot.quoted('kettle')).toContain('sings louder'), waiting);
    const transcripts = server.asked.filter((line) => line.endsWith('.vtt'));
    expect(transcripts.toSorted()).toEqual(paths.flatMap((path) => [`GET ${path}/one.vtt`, `GET ${path}/two.vtt`]));
    expect(bot.log()).not.toMatch(/harm|cannot be followed/);
  });

  test('stops within its time while a host keeps it waiting, and goes on there when it starts again', async () => {
    const server = await startFeedServer();
    const cwd = makeFolder();
    server.feeds.set('/slow.xml', (response) => response.writeHead(200).write('<?xml version="1.0"?>'));
    await runVerbatim(['feeds', 'add', '--no-import', `${server.url}/slow.xml`], { cwd, env });
    const bot = await start(cwd);
    await vi.waitFor(() => expect(server.asked).toContain('GET /slow.xml'), waiting);
    bot.child.kill('SIGTERM');
    expect(await once(bot.child, 'exit')).toEqual([0, null]);

    showing(server, '/slow.xml', 'Slow Show', walrus);
    const again = await start(cwd);
    await vi.waitFor(async () => expect(await again.quoted('walrus')).toContain('moved into the lighthouse'), waiting);
  });
});
