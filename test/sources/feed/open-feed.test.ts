// Opening feeds from real servers: what is asked for, where a feed has moved, and whose secrets go where.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type FeedRequest, type OpenedFeed, openFeed } from '../../../src/sources/feed/open-feed.ts';
import type { SourceEpisode } from '../../../src/sources/source.ts';
import { failure, openFetcher, serve } from '../../fetch/local-server.ts';
import { item, rss } from './feeds.ts';

type Page = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => void);

/** A site of these pages by their paths; `asked` keeps what was asked of it, with its password. */
async function site(pages: Readonly<Record<string, Page>>) {
  const asked: string[] = [];
  const address = await serve((request, response) => {
    const secret = request.headers.authorization?.replace('Basic ', '');
    const login = secret === undefined ? '' : `${Buffer.from(secret, 'base64')}@`;
    asked.push(`${login}${request.url}`);
    const page = pages[request.url ?? ''];
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'function') page(request, response);
    else response.end(page);
  });
  return { address, asked, withLogin: address.replace('//', '//ann:s%3Acret@') };
}

async function open(address: string, request: Partial<FeedRequest> = {}): Promise<OpenedFeed> {
  return openFeed(openFetcher(), { address, ...request });
}

async function openFresh(address: string, request: Partial<FeedRequest> = {}) {
  const opened = await open(address, request);
  if (opened.kind === 'unchanged') throw new Error('It has not changed.');
  return opened;
}

async function firstEpisode(address: string): Promise<SourceEpisode> {
  const [episode] = (await openFresh(address)).source.episodes;
  if (episode === undefined) throw new Error('It has no episode.');
  return episode;
}

const redirect =
  (status: number, to: string): Page =>
  (_, response) =>
    response.writeHead(status, { location: to }).end();
const transcript = (url: string, type: string, more = '') =>
  `<podcast:transcript url="${url}" type="${type}" ${more}/>`;

describe('a feed', () => {
  test('is a source: who it is, what it is called, what it offers', async () => {
    const { address } = await site({ '/feed?key=secret': rss(item(1, transcript('/1.vtt', 'text/vtt')) + item(2)) });
    const { source, guid, title } = await openFresh(`${address}/feed?key=secret`);
    expect({ guid, title }).toEqual({ guid: expect.stringMatching(/^[0-9a-f-]{36}$/), title: 'Kettle Talk' });
    expect(source).toMatchObject({
      origin: `${address}/feed?key=…`,
      name: guid,
      podcast: { title: 'Kettle Talk', language: 'en' },
      episodes: [
        {
          path: 'guid-1',
          file: `${address}/feed?key=… "Episode 1"`,
          facts: { title: 'Episode 1' },
          offers: [{ file: `${address}/1.vtt`, mediaType: 'text/vtt' }],
        },
        { path: 'guid-2', offers: [] },
      ],
      problems: [],
    });
  });

  test('without a title is called as its host', async () => {
    const { address } = await site({ '/feed': rss(item(1)).replace('<title>Kettle Talk</title>', '') });
    expect(await openFresh(`${address}/feed`)).toMatchObject({
      title: '127.0.0.1',
      source: { podcast: { title: '127.0.0.1' } },
    });
  });

  test('is asked for with what it said of itself, and may not have changed', async () => {
    const { address } = await site({
      '/feed': (request, response) => {
        const isKnown = request.headers['if-none-match'] === '"1"';
        response.writeHead(isKnown ? 304 : 200, { etag: '"1"', 'last-modified': 'Sat, 15 Aug 2020 10:00:00 GMT' });
        response.end(isKnown ? undefined : rss(item(1)));
      },
    });
    const first = await openFresh(`${address}/feed`);
    const validators = { etag: '"1"', lastModified: 'Sat, 15 Aug 2020 10:00:00 GMT' };
    expect(first).toMatchObject(validators);
    expect(await open(`${address}/feed`, { etag: '"1"' })).toEqual({
      kind: 'unchanged',
      address: `${address}/feed`,
      ...validators,
    });
  });

  test.each([
    ['ftp://example.org/feed', 'forbidden-address', 'ftp://example.org/feed is no address of a feed.'],
    ['feed', 'forbidden-address', 'feed is no address of a feed.'],
  ])('is not at %s', async (address, code, told) => {
    expect(await failure(open(address))).toMatchObject({ code, message: expect.stringContaining(told) });
  });

  test('is not a page, an episode, or nothing; what it is is said', async () => {
    const typed =
      (type: string, body: string): Page =>
      (_, response) =>
        response.writeHead(200, { 'content-type': type }).end(body);
    const { address } = await site({
      '/page': typed('text/html', '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed">'),
      '/1.mp3': typed('audio/mpeg', 'ID3\0\0\0'),
      '/wrong': typed('audio/mpeg', rss(item(1))),
      '/nothing': '',
    });
    expect((await failure(open(`${address}/page`))).message).toBe(
      `${address}/page is a web page, not a feed. Give its feed instead: ${address}/feed`,
    );
    expect((await failure(open(`${address}/1.mp3`))).message).toBe(
      `${address}/1.mp3 is audio/mpeg, not a feed. Give the address of the podcast’s feed, not of one episode.`,
    );
    expect((await failure(open(`${address}/nothing`))).message).toMatch(/answered with nothing/);
    expect((await openFresh(`${address}/wrong`)).title).toBe('Kettle Talk');
  });
});

describe('who a feed is', () => {
  const named = (guid: string) => rss(item(1), `<podcast:guid>${guid}</podcast:guid>`);

  test('it says itself, unless it was known before', async () => {
    const { address } = await site({ '/feed': named('917393e3-1b1e-5cef-ace4-edaa54e1f810') });
    expect((await openFresh(`${address}/feed`)).guid).toBe('917393e3-1b1e-5cef-ace4-edaa54e1f810');
    expect((await openFresh(`${address}/feed`, { guid: 'known-before' })).source.name).toBe('known-before');
  });

  test('its address says, whatever its password, its scheme and the slashes at its end', async () => {
    const { address, withLogin } = await site({ '/feed': rss(item(1)), '/feed//': rss(item(1)) });
    const guids = await Promise.all([address, withLogin].flatMap((at) => [open(`${at}/feed`), open(`${at}/feed//`)]));
    expect(new Set(guids.map((opened) => 'guid' in opened && opened.guid)).size).toBe(1);
  });
});

describe('a feed that has moved', () => {
  test('for good is asked at its new address', async () => {
    const { address } = await site({
      '/old': redirect(301, '/older'),
      '/older': redirect(308, '/feed'),
      '/feed': rss(item(1)),
    });
    expect((await open(`${address}/old`)).address).toBe(`${address}/feed`);
  });

  test('for now is asked where it was', async () => {
    const { address } = await site({
      '/old': redirect(301, '/older'),
      '/older': redirect(302, '/feed'),
      '/feed': rss(item(1)),
    });
    expect((await open(`${address}/old`)).address).toBe(`${address}/old`);
  });

  test('keeps its password on its own server', async () => {
    const { withLogin, asked } = await site({ '/old': redirect(301, '/feed'), '/feed': rss(item(1)) });
    expect((await open(`${withLogin}/old`)).address).toBe(`${withLogin}/feed`);
    expect(asked).toEqual(['ann:s:cret@/old', 'ann:s:cret@/feed']);
  });

  const moved = (to: string, more = '') => rss(item('old'), `<itunes:new-feed-url>${to}</itunes:new-feed-url>${more}`);

  test('and says so, is read at its new address', async () => {
    const there = await site({
      '/feed': (_, response) => response.writeHead(200, { etag: '"new"' }).end(moved('/feed').replaceAll('old', 'new')),
    });
    const here = await site({ '/feed': moved(`${there.address}/feed`) });
    const opened = await openFresh(`${here.withLogin}/feed`);
    expect(opened).toMatchObject({
      address: `${there.address}/feed`,
      etag: '"new"',
      source: { episodes: [{ path: 'guid-new' }], problems: [] },
    });
    expect(there.asked).toEqual(['/feed']);
  });

  test('to where nothing is, to a page, or to another podcast, is read where it was, and told', async () => {
    const guid = (name: string) => `<podcast:guid>${name}</podcast:guid>`;
    const { address } = await site({
      '/nowhere': moved('/gone'),
      '/page': moved('/html'),
      '/html': '<html></html>',
      '/stolen': moved('/other', guid('one-podcast')),
      '/other': rss(item(1), guid('other-podcast')),
    });
    const problems = async (path: string) => {
      const { address: at, source } = await openFresh(`${address}${path}`);
      expect([at, source.episodes[0]?.path]).toEqual([`${address}${path}`, 'guid-old']);
      return source.problems.map(({ message }) => message);
    };
    expect(await problems('/nowhere')).toEqual([
      `${address}/nowhere says that it has moved to ${address}/gone, but: ${address}/gone has nothing there (404). Check the address. It is read where it was.`,
    ]);
    expect(await problems('/page')).toEqual([expect.stringContaining('is a web page, not a feed')]);
    expect(await problems('/stolen')).toEqual([expect.stringContaining('there is another podcast.')]);
  });

  test('in circles stays where it is', async () => {
    const { address, asked } = await site({ '/a': moved('/b'), '/b': moved('/a'), '/self': moved('/self/') });
    expect((await openFresh(`${address}/a`)).address).toBe(`${address}/a`);
    expect((await openFresh(`${address}/b`)).address).toBe(`${address}/b`);
    expect((await openFresh(`${address}/self`)).address).toBe(`${address}/self`);
    expect(asked).toEqual(['/a', '/b', '/b', '/a', '/self']);
  });
});

describe('transcripts', () => {
  test('are tried by how well they carry who speaks and when', async () => {
    const offers = [
      transcript('a.pdf', 'application/pdf'),
      transcript('a.txt', 'text/plain'),
      transcript('a', 'text/html'),
      transcript('a.srt', 'text/plain'),
      transcript('b', 'application/x-subrip; charset=utf-8'),
      transcript('a.vtt', ''),
      transcript('c', 'TEXT/VTT'),
      transcript('a.json', 'application/json'),
      transcript('a.json', 'application/json'),
    ];
    const { address } = await site({ '/feed': rss(item(1, offers.join(''))) });
    const { offers: sorted } = await firstEpisode(`${address}/feed`);
    expect(sorted.map(({ file }) => file.replace(`${address}/`, ''))).toEqual([
      'a.json',
      'a.vtt',
      'c',
      'a.srt',
      'b',
      'a',
      'a.txt',
      'a.pdf',
    ]);
  });

  test('in each other language are an episode of their own', async () => {
    const { address } = await site({
      '/feed': rss(
        item(
          1,
          transcript('en.vtt', 'text/vtt') +
            transcript('es.vtt', 'text/vtt', 'language="es-MX"') +
            transcript('en.srt', 'text/srt', 'language="en-GB"'),
        ) + item(2, transcript('de.vtt', 'text/vtt', 'language="de"')),
      ),
    });
    const { source } = await openFresh(`${address}/feed`);
    expect(
      source.episodes.map(({ path, facts, offers }) => [
        path,
        facts.title,
        facts.language,
        offers.map(({ file }) => file.slice(address.length)),
      ]),
    ).toEqual([
      ['guid-1', 'Episode 1', undefined, ['/en.vtt', '/en.srt']],
      ['guid-1 (es)', 'Episode 1 (español)', 'es', ['/es.vtt']],
      ['guid-2', 'Episode 2', 'de', ['/de.vtt']],
    ]);
    expect(new Set(source.episodes.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  test('are asked for with the feed’s password on its own server alone', async () => {
    const other = await site({ '/1.vtt': 'WEBVTT' });
    const own = await site({
      '/feed': rss(
        item(
          1,
          transcript('/1.vtt', 'text/vtt') +
            transcript(`${other.address}/1.vtt`, 'text/vtt') +
            transcript('http://bo:own@HOST/2.vtt', 'text/vtt'),
        ),
      ).replace('HOST', 'localhost:1'),
      '/1.vtt': 'WEBVTT',
    });
    const { offers } = await firstEpisode(`${own.withLogin}/feed`);
    expect(await Promise.all(offers.slice(0, 2).map((offer) => offer.load()))).toEqual(['WEBVTT', 'WEBVTT']);
    expect([own.asked, other.asked]).toEqual([['ann:s:cret@/feed', 'ann:s:cret@/1.vtt'], ['/1.vtt']]);
    expect(JSON.stringify(offers)).not.toMatch(/cret|own@/);
  });

  test('that are something else are told', async () => {
    const { address } = await site({
      '/feed': rss(
        item(
          1,
          ['a.json', 'b.vtt', 'c.srt', 'd.html', 'e.txt'].map((file) => transcript(file, '')).join('') +
            transcript('f', 'text/vtt') +
            transcript('g.pdf', 'application/pdf'),
        ),
      ),
      '/a.json': '',
      '/b.vtt': Buffer.from('%PDF-1.7'),
      '/c.srt': Buffer.from(Array.from({ length: 500 }, (_, n) => n % 32)),
      '/d.html': '<!doctype html><p>Ann: Hi.</p>',
      '/f': '\n<!DOCTYPE html><html><body>Not found: nothing to hear.</body></html>',
    });
    const { offers } = await firstEpisode(`${address}/feed`);
    const told = await Promise.all(
      offers.map(async (offer) => offer.load().catch((error: Error) => error.message.replaceAll(`${address}/`, ''))),
    );
    expect(told).toEqual([
      'a.json is empty. Export the transcript again, or take the file away.',
      'b.vtt is a PDF document, not text. Export the transcript as text, WebVTT, SRT or JSON.',
      'f is a web page instead of a transcript. Tell whoever makes the feed.',
      expect.stringContaining('c.srt is not text but binary data'),
      '<!doctype html><p>Ann: Hi.</p>',
      'e.txt has nothing there (404). Check the address.',
      'g.pdf has nothing there (404). Check the address.',
    ]);
  });
});

test('the key of a private feed stands in no link that people are shown, and opens its transcripts', async () => {
  const key = 'k3y-of-ann+1';
  const { address, asked } = await site({
    [`/feed?auth=${encodeURIComponent(key)}`]: rss(
      `<item><title>One</title><guid>1</guid><link>https://example.org/1</link>
        <enclosure url="https://cdn.example.org/${encodeURIComponent(key)}/1.mp3" type="audio/mpeg"/>
        <itunes:image href="https://cdn.example.org/1.jpg?auth=${key}"/>
        <podcast:contentLink href="https://youtu.be/abcdefghijk"/>${transcript(`/1.vtt?auth=${key}`, 'text/vtt')}</item>`,
    ),
    [`/1.vtt?auth=${key}`]: 'WEBVTT',
  });
  const { offers, ...episode } = await firstEpisode(`${address}/feed?auth=${encodeURIComponent(key)}`);
  expect(episode.facts).toEqual({
    title: 'One',
    link: 'https://example.org/1',
    links: { youtube: 'https://youtu.be/abcdefghijk' },
  });
  expect(JSON.stringify([episode, offers])).not.toMatch(/k3y/);
  expect(await offers[0]?.load()).toBe('WEBVTT');
  expect(asked).toHaveLength(2);
});

describe('chapters', () => {
  const chapters = (list: unknown) => `\ufeff${JSON.stringify({ version: '1.2.0', chapters: list })}`;

  test('are asked for when the episode is read, and in order', async () => {
    const { address, asked } = await site({
      '/feed': rss(item(1, '<podcast:chapters url="1.json" type="application/json+chapters"/>')),
      '/1.json': chapters([
        { startTime: 60.5, title: 'Pots &amp; pans' },
        { startTime: 0, title: ' Kettles ' },
        { startTime: 10, title: 'Advertisement', toc: false },
        { startTime: 20 },
        { startTime: -1, title: 'Before' },
        null,
        'no',
      ]),
    });
    const episode = await firstEpisode(`${address}/feed`);
    expect(asked).toEqual(['/feed']);
    expect(await episode.more?.()).toEqual({
      chapters: [
        { startSeconds: 0, title: 'Kettles' },
        { startSeconds: 60.5, title: 'Pots & pans' },
      ],
    });
  });

  test.each(['{}', '[]', 'no', '{"chapters": 1}'])('that read %s are none', async (text) => {
    const { address } = await site({ '/feed': rss(item(1, '<podcast:chapters url="1.json"/>')), '/1.json': text });
    const { more } = await firstEpisode(`${address}/feed`);
    expect((await failure(more?.() ?? Promise.resolve())).message).toBe(
      `${address}/1.json holds no chapters. They are left out.`,
    );
  });
});

test('an item’s fingerprint changes with all that it says, and with nothing else', async () => {
  const fingerprintOf = async (more: string, before = '') => {
    const { address } = await site({ '/feed': rss(before + item(1, more)) });
    const { source } = await openFresh(`${address}/feed`);
    return source.episodes.find(({ path }) => path === 'guid-1')?.fingerprint;
  };
  const at = (path: string) => `https://cdn.example.org/${path}`;
  const plain = await fingerprintOf('');
  expect(await fingerprintOf('<!-- x -->', item(2))).toBe(plain);
  const changes = [
    '<pubDate>2020-08-15</pubDate>',
    '<podcast:season>1</podcast:season>',
    '<podcast:person>Ann Berg</podcast:person>',
    `<podcast:chapters url="${at('1.json')}"/>`,
    transcript(at('1.vtt'), 'text/vtt'),
    transcript(at('2.vtt'), 'text/vtt'),
    transcript(at('1.vtt'), 'text/plain'),
    transcript(at('1.vtt'), 'text/vtt', 'language="de"'),
  ];
  const fingerprints = await Promise.all(changes.map((more) => fingerprintOf(more)));
  expect(new Set([plain, ...fingerprints]).size).toBe(changes.length + 1);
});
