// Importing feeds again and again from a real server: what is asked for, what is shelved, and what is left alone.
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { newFeed } from '../../src/feeds/follow.ts';
import { type FeedImportOptions, importFeed } from '../../src/ingest/feed.ts';
import type { FollowedFeed } from '../../src/library/feed-shelf.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { openFetcher } from '../fetch/local-server.ts';
import { faultsOf } from '../library/wholeness.ts';
import { makeFolder } from '../support/folder.ts';
import { vtt } from '../support/transcripts.ts';
import { type Item, type PodcastServer, servePodcast } from './podcast-server.ts';

const everything = { offset: 0, limit: 1000 };
const webVtt = 'text/vtt';
const item = (guid: string, rest: Partial<Item> = {}): Item => ({
  guid,
  transcripts: { [`/${guid}.vtt`]: webVtt },
  ...rest,
});

/** A library that follows the podcast: each poll goes on from what the one before remembered. */
async function follow(server: PodcastServer) {
  const file = join(makeFolder(), 'library.db');
  const library = await openLibrary(file, { access: 'write' });
  onTestFinished(async () => {
    await library.close();
    expect(faultsOf(file)).toEqual([]);
  });
  const fetcher = openFetcher();
  let feed: FollowedFeed = newFeed(server.address, new Date());
  return {
    library,
    feed: () => feed,
    poll: async (options: FeedImportOptions = {}) => {
      const result = await importFeed(library, fetcher, feed, options);
      feed = result.feed;
      return { ...result, asked: server.asked() };
    },
    /** What is said in each episode, by its title; nothing where its transcript is awaited. */
    shelf: async () => {
      const shelf: Record<string, string> = {};
      for (const { episode } of (await library.episodes({}, everything)).items) {
        const said = await library.exchange(`${episode.id}.0`, 0, 99);
        const kind = episode.transcript === undefined ? '' : `(${episode.transcript}) `;
        shelf[episode.title] = `${kind}${said.map(({ text }) => text).join(' ')}`.trim();
      }
      return shelf;
    },
  };
}

/** A podcast of two episodes. */
async function harbour(): Promise<PodcastServer> {
  const server = await servePodcast([item('b'), item('a')]);
  server.files.set('/a.vtt', vtt('Ann: The first one.')).set('/b.vtt', vtt('Bo: The second one.'));
  return server;
}

describe('a feed', () => {
  test('brings its episodes, and costs one conditional request as long as nothing has changed', async () => {
    const { poll, shelf, feed, library } = await follow(await harbour());
    const first = await poll();
    expect(first.report).toMatchObject({
      added: 2,
      changed: 0,
      unchanged: 0,
      awaiting: 0,
      failed: [],
      notes: [],
      segments: 2,
    });
    expect(first).toMatchObject({ unchanged: false, awaiting: 0, asked: ['/feed.xml', '/b.vtt', '/a.vtt'] });
    expect(await shelf()).toEqual({ 'Episode a': 'The first one.', 'Episode b': 'The second one.' });
    expect(feed()).toMatchObject({ title: 'Harbour Lights', podcastId: expect.any(String), guid: expect.any(String) });
    expect((await library.podcasts()).map(({ id }) => id)).toEqual([feed().podcastId]);

    const second = await poll();
    expect(second).toMatchObject({ unchanged: true, awaiting: 0, asked: ['/feed.xml 304'] });
    expect(second.report).toMatchObject({ added: 0, changed: 0, unchanged: 2, failed: [] });
  });

  test('says how long an episode is: its transcript may end long before it does', async () => {
    const server = await harbour();
    server.items = [item('a', { more: '<itunes:duration>1:00:05</itunes:duration>' }), item('b')];
    const { poll, library } = await follow(server);
    await poll();
    const lengths = (await library.episodes({}, everything)).items.map(({ episode }) => episode.durationSeconds);
    expect(lengths.sort()).toEqual([3605, 5]);
  });

  test('that has changed costs requests for what is new or changed alone; what has left it stays', async () => {
    const server = await harbour();
    const { poll, shelf } = await follow(server);
    await poll();
    server.items = [item('c'), item('b', { title: 'The Second, Mended' })];
    server.files.set('/c.vtt', vtt('Ann: The third.')).set('/b.vtt', vtt('Bo: The second, mended.'));
    const { report, asked } = await poll();
    expect(report).toMatchObject({ added: 1, changed: 1, unchanged: 0, removed: 0, failed: [] });
    expect(asked).toEqual(['/feed.xml', '/c.vtt', '/b.vtt']);
    expect(await shelf()).toEqual({
      'Episode a': 'The first one.',
      'The Second, Mended': 'The second, mended.',
      'Episode c': 'The third.',
    });
  });

  test('changes its own title and picture without a request for any episode', async () => {
    const server = await harbour();
    const { poll, library } = await follow(server);
    await poll();
    const revision = await library.revision();
    server.channel = '<itunes:image href="https://harbour.example.org/new.jpg"/>';
    expect((await poll()).asked).toEqual(['/feed.xml']);
    expect(await library.podcasts()).toMatchObject([{ image: 'https://harbour.example.org/new.jpg' }]);
    expect(await library.revision()).not.toBe(revision);
  });

  test('has each episode under the podcast’s guid and its own, wherever the feed lies', async () => {
    const server = await harbour();
    server.channel = '<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>';
    const { poll, library } = await follow(server);
    await poll();
    expect(
      (await library.shelved())
        .map(({ source, origin }) => ({ source, origin }))
        .sort((one, other) => (one.source < other.source ? -1 : 1)),
    ).toEqual([
      { source: '917393e3-1b1e-5cef-ace4-edaa54e1f810/a', origin: server.address },
      { source: '917393e3-1b1e-5cef-ace4-edaa54e1f810/b', origin: server.address },
    ]);
  });

  test('tells what it is asking for, and how far it is', async () => {
    const server = await harbour();
    const { poll } = await follow(server);
    const told: string[] = [];
    await poll({ onProgress: ({ done, total, current }) => told.push(`${done}/${total} ${current}`) });
    expect(told).toContain(`0/2 ${server.origin}/b.vtt`);
    expect(told.at(-1)).toBe(`2/2 ${server.origin}/a.vtt`);
  });
});

describe('an episode without a transcript', () => {
  test('is shelved as one that awaits it, and quoted once it has appeared', async () => {
    const server = await harbour();
    server.items = [item('c', { transcripts: {} }), ...server.items];
    const { poll, shelf, library } = await follow(server);
    expect(await poll()).toMatchObject({ awaiting: 1, report: { added: 2, awaiting: 1, failed: [], notes: [] } });
    expect(await shelf()).toMatchObject({ 'Episode c': '(awaited)' });
    expect(await library.stats()).toMatchObject({ episodes: 2, awaiting: 1 });
    expect(await poll()).toMatchObject({ awaiting: 1, unchanged: true, report: { unchanged: 2, awaiting: 1 } });

    server.items = [item('c'), ...server.items.slice(1)];
    server.files.set('/c.vtt', vtt('Ann: The third.'));
    expect(await poll()).toMatchObject({
      awaiting: 0,
      report: { added: 1, unchanged: 2 },
      asked: ['/feed.xml', '/c.vtt'],
    });
    expect(await shelf()).toMatchObject({ 'Episode c': 'The third.' });
  });

  test('keeps the words a machine made for it, with what the feed tells anew, until there is a real one', async () => {
    const server = await servePodcast([item('a', { transcripts: {} })]);
    const { poll, shelf, library } = await follow(server);
    await poll();
    const [shelved] = await library.shelved();
    const entry = await library.episode(shelved?.episodeId ?? '');
    if (shelved === undefined || entry === undefined) throw new Error('It was not shelved.');
    await library.shelve({
      podcast: entry.podcast,
      episode: { ...entry.episode, transcript: 'machine-made', language: 'id' },
      origin: shelved.origin,
      contentHash: shelved.contentHash,
      segments: [{ text: 'Di pelabuhan, kata mesin.' }],
    });

    server.items = [
      item('a', { transcripts: {}, title: 'At the Harbour', more: '<pubDate>Sat, 15 Aug 2020 10:00:00 GMT</pubDate>' }),
    ];
    await poll();
    expect(await shelf()).toEqual({ 'At the Harbour': '(machine-made) Di pelabuhan, kata mesin.' });
    expect((await library.episode(shelved.episodeId))?.episode).toMatchObject({
      publishedAt: '2020-08-15',
      language: 'id',
    });
    // Search finds it by its new day.
    const [word] = await library.lexicon({ forms: ['pelabuhan'], stems: [] });
    const query = { wanted: { stem: word?.stem ?? 0 }, scope: { after: '2020-08-15', before: '2020-08-16' }, limit: 9 };
    expect(await library.candidates(query)).toHaveLength(1);

    server.items = [item('a', { title: 'At the Harbour' })];
    expect(await poll()).toMatchObject({ report: { failed: [{ code: 'bad-response' }] } });
    expect(await shelf()).toEqual({ 'At the Harbour': '(machine-made) Di pelabuhan, kata mesin.' });

    server.files.set('/a.vtt', vtt('Ann: At the harbour, she really said.'));
    expect(await poll({ byHand: true })).toMatchObject({ report: { changed: 1, failed: [] } });
    expect(await shelf()).toEqual({ 'At the Harbour': 'At the harbour, she really said.' });
  });
});

describe('a transcript that cannot be had', () => {
  const offers = { '/a.json': 'application/json', '/a.vtt': webVtt, '/a.srt': 'application/x-subrip' };

  test('gives way to the next one that is offered, and is told', async () => {
    const server = await servePodcast([item('a', { transcripts: offers })]);
    server.files.set('/a.json', '{"segments": [').set('/a.srt', '1\n00:00:01,000 --> 00:00:02,000\nThe first one.\n');
    const { poll, shelf } = await follow(server);
    const { report, asked } = await poll();
    expect(report).toMatchObject({ added: 1, failed: [] });
    expect(asked).toEqual(['/feed.xml', '/a.json', '/a.vtt', '/a.srt']);
    expect(await shelf()).toEqual({ 'Episode a': 'The first one.' });
    expect(report.notes).toEqual([
      expect.stringContaining(`${server.origin}/a.json`),
      expect.stringContaining(`${server.origin}/a.vtt`),
    ]);
    expect((await poll()).asked).toEqual(['/feed.xml 304']);
  });

  test('is tried again later and later, not at every poll, and taken when it is there', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const hours = (count: number) => vi.setSystemTime(Date.now() + count * 60 * 60 * 1000);
    const server = await harbour();
    server.files.set('/a.vtt', 404);
    const { poll, shelf } = await follow(server);
    const { report, awaiting } = await poll();
    expect(report).toMatchObject({
      added: 1,
      awaiting: 0,
      failed: [{ code: 'bad-response', file: `${server.origin}/a.vtt` }],
    });
    expect(awaiting).toBe(1);
    expect(await shelf()).toMatchObject({ 'Episode a': '(awaited)' });

    const requests: number[] = [];
    for (let halfDay = 1; halfDay <= 60; halfDay++) {
      hours(12);
      const { asked } = await poll();
      if (asked.includes('/a.vtt')) requests.push(halfDay / 2);
      else expect(asked).toEqual(['/feed.xml 304']);
    }
    // Days after the first failure: twice as long each time, and no longer than a week.
    expect(requests).toEqual([0.5, 1.5, 3.5, 7.5, 14.5, 21.5, 28.5]);

    server.files.set('/a.vtt', vtt('Ann: The first one.'));
    hours(7 * 24);
    expect(await poll()).toMatchObject({
      report: { added: 1, failed: [] },
      asked: ['/feed.xml', '/a.vtt'],
      awaiting: 0,
    });
    expect((await poll()).asked).toEqual(['/feed.xml 304']);
    expect(await shelf()).toMatchObject({ 'Episode a': 'The first one.' });
  });

  test('leaves the episode as it was, and is no longer wanted once its episode has left the feed', async () => {
    const server = await harbour();
    const { poll, shelf } = await follow(server);
    await poll();
    server.items = [item('b'), item('a', { title: 'Renamed' })];
    server.files.set('/a.vtt', 'nothing of the kind');
    expect((await poll()).report).toMatchObject({ changed: 0, unchanged: 1, failed: [{ code: 'unknown-format' }] });
    expect(await shelf()).toEqual({ Renamed: 'The first one.', 'Episode b': 'The second one.' });
    server.items = [item('b')];
    expect((await poll({ byHand: true })).asked).toEqual(['/feed.xml']);
    expect((await poll({ byHand: true })).asked).toEqual(['/feed.xml 304']);
  });

  test('from a host that is away costs three requests, however many lie there', async () => {
    const server = await servePodcast(Array.from({ length: 12 }, (_, at) => item(`${at}`)));
    for (let at = 0; at < 12; at++) server.files.set(`/${at}.vtt`, 503);
    const { poll } = await follow(server);
    const { report, asked } = await poll();
    // Those that were under way already when the third one failed are asked for as well.
    expect(asked.length).toBeLessThanOrEqual(1 + 3 + 3);
    expect(report.failed).toHaveLength(12);
    expect(report.failed.at(-1)?.reason).toContain('failed 3 times in a row');
  });
});

describe('what costs a request of its own', () => {
  const chapters = JSON.stringify({ version: '1.2.0', chapters: [{ startTime: 0, title: 'Tides' }] });

  test('is asked for where the episode is read, and missing alone where it fails', async () => {
    const server = await harbour();
    server.items = [item('b', { chapters: '/b.json' }), item('a', { chapters: '/a.json' })];
    server.files.set('/a.json', chapters);
    const { poll, library } = await follow(server);
    const { report, asked } = await poll();
    expect(asked.toSorted()).toEqual(['/a.json', '/a.vtt', '/b.json', '/b.vtt', '/feed.xml']);
    expect(report).toMatchObject({ added: 2, failed: [], notes: [expect.stringContaining('/b.json')] });
    const all = (await library.episodes({}, everything)).items.map(({ episode }) => episode.chapters);
    expect(all).toContainEqual([{ startSeconds: 0, title: 'Tides' }]);
    expect((await poll()).asked).toEqual(['/feed.xml 304']);
  });
});

describe('two feeds of one podcast', () => {
  test('share its episodes: each is looked after by the one that brought it', async () => {
    const channel = '<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>';
    const open = await harbour();
    const members = await harbour();
    open.channel = channel;
    members.channel = channel;
    members.items = [item('bonus'), ...members.items];
    members.files.set('/bonus.vtt', vtt('Ann: For members.'));
    const { poll, library, shelf } = await follow(open);
    const { feed } = await poll();
    await library.putFeed(feed);
    const fetcher = openFetcher();
    const result = await importFeed(library, fetcher, newFeed(members.address, new Date()));
    expect(result.report).toMatchObject({ added: 1, changed: 0, unchanged: 2 });
    expect(members.asked()).toEqual(['/feed.xml', '/bonus.vtt']);
    expect(Object.keys(await shelf())).toHaveLength(3);
  });
});

describe('an import that is stopped', () => {
  test('keeps what was shelved, asks for none of that again, and remembers no answer as read', async () => {
    const server = await servePodcast(Array.from({ length: 20 }, (_, at) => item(`${at}`)));
    for (let at = 0; at < 20; at++) server.files.set(`/${at}.vtt`, vtt(`Ann: Number ${at}.`));
    const { poll, feed, library } = await follow(server);
    const controller = new AbortController();
    const onProgress = ({ done }: { readonly done: number }) => done === 5 && controller.abort();
    const { report } = await poll({ onProgress, signal: controller.signal });
    expect(report).toMatchObject({ added: 5, failed: [], stopped: true });
    expect(feed().etag).toBeUndefined();
    expect(feed().podcastId).toBeDefined();
    const next = await poll();
    expect(next.report).toMatchObject({ added: 15, unchanged: 5, failed: [], stopped: false });
    for (const at of [0, 1, 2, 3, 4]) expect(next.asked).not.toContain(`/${at}.vtt`);
    expect(await library.stats()).toMatchObject({ episodes: 20 });
  });
});
