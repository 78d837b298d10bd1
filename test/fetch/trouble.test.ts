// Servers that are down, slow, broken or hostile: each ends in one clear sentence.
import type { RequestListener } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { failure, openFetcher, saying, serve, serveRaw } from './local-server.ts';

const megabyte = 1_000_000;

const answering =
  (status: number, headers: Record<string, string>, body: string | Buffer = ''): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

describe('nobody there', () => {
  test('where nothing listens', async () => {
    const error = await failure(openFetcher().fetch({ url: 'http://127.0.0.1:1/feed.xml?key=s3cret' }));
    expect(error).toMatchObject({ code: 'unreachable', cause: { code: 'ECONNREFUSED' } });
    expect(error.message).toBe(
      'http://127.0.0.1:1/feed.xml?key=… cannot be reached: nothing answers there. Try again later, or check the address.',
    );
  });

  test.each([
    ['ENOTFOUND', /there is no feeds\.example\.org\. Check the address/],
    ['EAI_AGAIN', /feeds\.example\.org could not be looked up just now\. Try again later/],
  ])('where the name leads nowhere: %s', async (code, message) => {
    const resolve = () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code }));
    const error = await failure(openFetcher({ resolve }).fetch({ url: 'https://feeds.example.org/feed.xml' }));
    expect(error.code).toBe('unreachable');
    expect(error.message).toMatch(message);
  });

  test('where a name has no address', async () => {
    const error = await failure(openFetcher({ resolve: async () => [] }).fetch({ url: 'https://feeds.example.org' }));
    expect(error.code).toBe('unreachable');
    expect(error.message).toMatch(/there is no feeds\.example\.org/);
  });
});

describe('somebody who does not get to the point', () => {
  const impatient = () => openFetcher({ silenceMs: 600 });

  test('says nothing at all', async () => {
    const url = await serveRaw(() => {});
    const error = await failure(impatient().fetch({ url }));
    expect(error.code).toBe('unreachable');
    expect(error.message).toMatch(/^http:\/\/127\.0\.0\.1:\d+ said nothing for 1 s\. Try again later\.$/);
  });

  test('cannot be looked up', async () => {
    const error = await failure(
      openFetcher({ silenceMs: 200, resolve: () => new Promise(() => {}) }).fetch({ url: 'https://feeds.example.org' }),
    );
    expect(error.code).toBe('unreachable');
    expect(error.message).toMatch(/nothing answers there/);
  });

  test('stops in the middle of its answer', async () => {
    const url = await serveRaw(saying('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nWEBVTT', { stay: true }));
    expect(await failure(impatient().fetch({ url }))).toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/said nothing for 1 s/),
    });
  });

  test.each([
    ['its body', 'HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n', 'x'],
    ['its head', 'HTTP/1.1 200 OK\r\nX-Long: ', 'x'],
    ['promises', '', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('drips %s', async (_, start, drip) => {
    const url = await serveRaw((socket) => {
      socket.write(start);
      const timer = setInterval(() => socket.write(drip), 20);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await failure(openFetcher().fetch({ url, timeoutMs: 300 }))).toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/was not done within 1 s\. Try again later/),
    });
  });

  test('hangs up without a word', async () => {
    const url = await serveRaw((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await failure(openFetcher().fetch({ url }))).toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/broke off the connection/),
    });
  });
});

describe('too much', () => {
  test('announced', async () => {
    const url = await serve(answering(200, { 'content-length': '2000000' }));
    expect(await failure(openFetcher().fetch({ url, mostBytes: megabyte }))).toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/is larger than 1 MB, the most that Verbatim takes from there\.$/),
    });
  });

  test.each([
    ['of plain text', {}, Buffer.alloc(10_000, 'x')],
    // Each piece is a whole gzip file, of which there may be several in a row.
    ['of compressed nothing', { 'content-encoding': 'gzip' }, gzipSync('')],
  ])('without end, %s', async (_, headers, piece) => {
    const url = await serve((_, response) => {
      response.writeHead(200, headers);
      const push = () => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', push);
      push();
    });
    expect(await failure(openFetcher().fetch({ url, mostBytes: megabyte }))).toMatchObject({ code: 'too-large' });
  });

  const zeros = Buffer.alloc(30 * megabyte);
  test.each([
    ['gzip', gzipSync(zeros)],
    ['br', brotliCompressSync(zeros)],
  ])('packed into little: %s', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(megabyte);
    const url = await serve(answering(200, { 'content-encoding': encoding }, bomb));
    expect(await failure(openFetcher().fetch({ url, mostBytes: megabyte }))).toMatchObject({ code: 'too-large' });
  });

  test('of a head', async () => {
    const url = await serveRaw(saying(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`));
    expect(await failure(openFetcher().fetch({ url }))).toMatchObject({
      code: 'bad-response',
      message: expect.stringMatching(/too long a head/),
    });
  });

  test('of a head, in many fields', async () => {
    const url = await serveRaw(saying(`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(20_000)}\r\n`));
    expect(await failure(openFetcher().fetch({ url }))).toMatchObject({
      message: expect.stringMatching(/too long a head/),
    });
  });
});

describe('an answer that is none', () => {
  test.each([
    ['another protocol', '220 mail.example.org ESMTP\r\n', /no HTTP/],
    ['a head without an end', 'HTTP/1.1 200 OK\r\nContent-Type: text/vtt', /broke off|no HTTP/],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx', /no HTTP/],
    [
      'a length and pieces',
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      /no HTTP/,
    ],
    ['pieces of no length', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello', /no HTTP/],
    ['a switch of protocols', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n', /./],
  ])('%s', async (_, text, message) => {
    const url = await serveRaw(saying(text));
    const error = await failure(openFetcher().fetch({ url }));
    expect(['bad-response', 'unreachable']).toContain(error.code);
    expect(error.message).toMatch(message);
  });

  test.each([
    ['shorter than was said', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nWEBVTT'],
    ['in pieces, the last one missing', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nWEBVTT\r\n'],
  ])('%s', async (_, text) => {
    const url = await serveRaw(saying(text));
    const error = await failure(openFetcher().fetch({ url }));
    expect(error.code).toBe('bad-response');
    expect(error.message).toMatch(/broke off before its answer was whole\. Try again later/);
  });

  test('longer than was said: what was said counts, and the rest is not taken for the next answer', async () => {
    const lie = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood';
    let asked = 0;
    const url = await serveRaw((socket) => {
      socket.on('data', () => {
        asked += 1;
        socket.write(asked === 1 ? `${lie}HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nbad` : lie);
      });
    });
    const fetcher = openFetcher();
    const both = await Promise.all([fetcher.fetch({ url }), fetcher.fetch({ url })]);
    expect(both.map((fetched) => fetched.kind === 'fresh' && fetched.body.toString())).toEqual(['good', 'good']);
  });

  test.each([
    ['not compressed', { 'content-encoding': 'gzip' }, Buffer.from('WEBVTT'), /compressed data that is broken/],
    ['not compressed', { 'content-encoding': 'br' }, Buffer.from('WEBVTT'), /compressed data that is broken/],
    ['not compressed', { 'content-encoding': 'deflate' }, Buffer.from('WEBVTT'), /compressed data that is broken/],
    ['cut short', { 'content-encoding': 'gzip' }, gzipSync('WEBVTT'.repeat(1000)).subarray(0, 50), /cut short/],
    ['cut short', { 'content-encoding': 'br' }, brotliCompressSync('WEBVTT'.repeat(1000)).subarray(0, 10), /cut short/],
    ['in an unknown way', { 'content-encoding': 'zzz' }, Buffer.from('WEBVTT'), /does not read \(zzz\)/],
    ['twice', { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync('WEBVTT')), /does not read \(gzip, gzip\)/],
  ])('compressed, but %s: %o', async (_, headers, body, message) => {
    const url = await serve(answering(200, headers, body));
    const error = await failure(openFetcher().fetch({ url }));
    expect(error.code).toBe('bad-response');
    expect(error.message).toMatch(message);
  });
});

describe('an answer that says no', () => {
  test.each([
    [204, /of no use \(204\)/],
    [206, /of no use \(206\)/],
    [300, /of no use \(300\)/],
    [304, /of no use \(304\)/],
    [400, /of no use \(400\)/],
    [401, /wants a name and a password \(401\).*https:\/\/name:password@/],
    [403, /refuses to answer \(403\)/],
    [404, /has nothing there \(404\)\. Check the address/],
    [410, /has nothing there \(410\)/],
    [429, /too many requests \(429\)/],
    [500, /is in trouble \(500\)\. Try again later/],
    [503, /is in trouble \(503\)/],
  ])('%d', async (status, message) => {
    const url = await serve(answering(status, {}));
    const error = await failure(openFetcher().fetch({ url: `${url}/feed.xml` }));
    expect(error).toMatchObject({ code: 'bad-response', status });
    expect(error.message).toMatch(message);
    expect(error.retryAfterSeconds).toBeUndefined();
  });

  test.each([
    ['120', 120],
    ['0', 0],
    [new Date(Date.now() - 60_000).toUTCString(), 0],
    ['soon', undefined],
    ['-5', undefined],
  ])('and asks to come back: Retry-After %s', async (retryAfter, seconds) => {
    const url = await serve(answering(503, { 'retry-after': retryAfter }));
    expect((await failure(openFetcher().fetch({ url }))).retryAfterSeconds).toBe(seconds);
  });

  test('and asks to come back at a time', async () => {
    const url = await serve(answering(429, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }));
    const { retryAfterSeconds = 0 } = await failure(openFetcher().fetch({ url }));
    expect(retryAfterSeconds).toBeGreaterThan(3000);
    expect(retryAfterSeconds).toBeLessThanOrEqual(3600);
  });
});

describe('something else than what was asked for', () => {
  const feed = 'application/rss+xml, application/xml;q=0.9';
  const signIn = '\uFEFF<!-- hello -->\n<!DOCTYPE html><html><title>Sign in</title></html>';

  test.each([
    ['a page', { 'content-type': 'text/html' }, signIn],
    ['a page that is called a feed', { 'content-type': 'application/rss+xml' }, signIn],
    ['a page that is called nothing', {}, '<HTML><body>'],
    [
      'a page as XML',
      { 'content-type': 'application/xml' },
      '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html/>',
    ],
  ])('%s', async (_, headers, body) => {
    const url = await serve(answering(200, headers, body));
    expect(await failure(openFetcher().fetch({ url, accept: feed }))).toMatchObject({
      code: 'bad-response',
      message: expect.stringMatching(/answered with a web page, perhaps one to sign in\. Open it in a browser/),
    });
  });

  test.each(['audio/mpeg', 'image/png', 'video/mp4'])('%s', async (mediaType) => {
    const url = await serve(answering(200, { 'content-type': mediaType }, 'x'));
    expect(await failure(openFetcher().fetch({ url, accept: feed }))).toMatchObject({
      code: 'bad-response',
      message: expect.stringContaining(`of another kind than was asked for (${mediaType})`),
    });
  });

  test.each([
    ['a feed that is called a page', feed, { 'content-type': 'text/html' }, '<?xml version="1.0"?><rss/>'],
    ['a feed that is called bytes', feed, { 'content-type': 'application/octet-stream' }, '<rss/>'],
    ['a page where pages are welcome', `${feed}, text/html;q=0.1`, { 'content-type': 'text/html' }, signIn],
    ['a page where all is welcome', `${feed}, */*;q=0.1`, { 'content-type': 'text/html' }, signIn],
    ['a page where nothing was said', undefined, { 'content-type': 'text/html' }, signIn],
    ['sound where sound is welcome', 'audio/*', { 'content-type': 'audio/mpeg' }, 'x'],
  ])('is not %s', async (_, accept, headers, body) => {
    const url = await serve(answering(200, headers, body));
    const request = accept === undefined ? { url } : { url, accept };
    expect(await openFetcher().fetch(request)).toMatchObject({ kind: 'fresh', body: Buffer.from(body) });
  });

  test('a page of nothing but comments is looked through in no time', async () => {
    const url = await serve(answering(200, {}, `${'<!---->'.repeat(10_000)}<`));
    expect(await openFetcher().fetch({ url, accept: feed })).toMatchObject({ kind: 'fresh' });
  });
});
