// What the fetcher asks of servers that behave, and what it brings back.
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Fetched } from '../../src/fetch/fetcher.ts';
import { failure, openFetcher, serve } from './local-server.ts';

const bodyOf = (fetched: Fetched) => (fetched.kind === 'fresh' ? fetched.body.toString() : fetched.kind);

/** A server that only writes down what it is asked. */
async function listening(answer: RequestListener = (_, response) => response.end()) {
  const asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  const url = await serve((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  return { url, asked };
}

const redirecting =
  (status: number, to: string): RequestListener =>
  (_, response) =>
    response.writeHead(status, { location: to }).end('moved');

describe('asking for something', () => {
  test('brings its bytes and what was said of them', async () => {
    const { url } = await listening((_, response) => {
      response.writeHead(200, {
        'content-type': 'Text/VTT; charset="UTF-8"',
        etag: '"v1"',
        'last-modified': 'Wed, 01 May 2024 12:00:00 GMT',
      });
      response.end('WEBVTT');
    });
    expect(await openFetcher().fetch({ url: `${url}/a.vtt` })).toEqual({
      kind: 'fresh',
      url: `${url}/a.vtt`,
      mediaType: 'text/vtt',
      charset: 'utf-8',
      etag: '"v1"',
      lastModified: 'Wed, 01 May 2024 12:00:00 GMT',
      body: Buffer.from('WEBVTT'),
    });
  });

  test('says who asks and what is wanted, and sends nothing else', async () => {
    const { url, asked } = await listening();
    await openFetcher().fetch({ url: `${url}/feed.xml?show=1#top`, accept: 'application/rss+xml' });
    expect(asked).toEqual([
      {
        path: '/feed.xml?show=1',
        headers: {
          host: new URL(url).host,
          connection: 'keep-alive',
          accept: 'application/rss+xml',
          'accept-encoding': 'gzip, br',
          'user-agent': expect.stringMatching(/^Verbatim\/\d+\.\d+\.\d+ \(.+\)$/),
        },
      },
    ]);
  });

  test.each([
    ['gzip', gzipSync('WEBVTT')],
    ['X-GZIP', gzipSync('WEBVTT')],
    ['br', brotliCompressSync('WEBVTT')],
    ['deflate', deflateSync('WEBVTT')],
    ['identity', Buffer.from('WEBVTT')],
  ])('unpacks %s', async (encoding, body) => {
    const { url } = await listening((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    expect(bodyOf(await openFetcher().fetch({ url }))).toBe('WEBVTT');
  });

  test.each(['gzip', 'br'])('an empty body is empty, whatever it is packed in: %s', async (encoding) => {
    const { url } = await listening((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding, 'content-length': 0 }).end(),
    );
    expect(bodyOf(await openFetcher().fetch({ url }))).toBe('');
  });

  test('puts together what comes byte by byte', async () => {
    const text = 'WEBVTT\n'.repeat(20_000);
    const { url } = await listening((_, response) => {
      response.writeHead(200, { 'transfer-encoding': 'chunked' }).flushHeaders();
      response.socket?.end(`${[...text].map((byte) => `1\r\n${byte}\r\n`).join('')}0\r\n\r\n`);
    });
    expect(bodyOf(await openFetcher().fetch({ url }))).toBe(text);
  });

  test('takes as much as is wanted, to the byte', async () => {
    const { url } = await listening((_, response) => response.end('x'.repeat(1000)));
    expect(bodyOf(await openFetcher().fetch({ url, mostBytes: 1000 }))).toHaveLength(1000);
    expect((await failure(openFetcher().fetch({ url, mostBytes: 999 }))).code).toBe('too-large');
  });
});

describe('asking again', () => {
  const remembering: RequestListener = (request, response) => {
    const same = request.headers['if-none-match'] === '"v2"' || request.headers['if-modified-since'] === 'yesterday';
    response.writeHead(same ? 304 : 200, { etag: '"v2"' }).end();
  };

  test.each([
    ['an ETag', { etag: '"v2"' }, { etag: '"v2"' }],
    ['a date', { lastModified: 'yesterday' }, { etag: '"v2"', lastModified: 'yesterday' }],
  ])('with %s costs one request and no body', async (_, condition, kept) => {
    const { url, asked } = await listening(remembering);
    expect(await openFetcher().fetch({ url, ...condition })).toEqual({ kind: 'unchanged', url: `${url}/`, ...kept });
    expect(asked).toHaveLength(1);
  });

  test('brings what has changed', async () => {
    const { url } = await listening(remembering);
    expect(await openFetcher().fetch({ url, etag: '"v1"' })).toMatchObject({ kind: 'fresh', etag: '"v2"' });
  });

  test('an ETag that could not be sent back is not kept', async () => {
    const { url } = await listening((_, response) => response.writeHead(200, { etag: '"\u00e9"' }).end());
    expect(await openFetcher().fetch({ url })).not.toHaveProperty('etag');
  });
});

describe('redirects', () => {
  test.each([
    [[301], true],
    [[308, 301], true],
    [[302], false],
    [[301, 302], false],
    [[307, 308], false],
    [[303], false],
  ])('%j: a new address to keep: %s', async (statuses, moved) => {
    const { url } = await listening((request, response) => {
      const place = Number(request.url?.slice(1));
      const status = statuses[place];
      if (status === undefined) response.end('here');
      else response.writeHead(status, { location: `/${place + 1}` }).end('moved');
    });
    const fetched = await openFetcher().fetch({ url: `${url}/0` });
    expect(bodyOf(fetched)).toBe('here');
    expect(fetched.url).toBe(`${url}/${statuses.length}`);
    expect(fetched.movedTo).toBe(moved ? fetched.url : undefined);
  });

  test('an address that was asked itself has not moved', async () => {
    const { url } = await listening();
    expect(await openFetcher().fetch({ url })).not.toHaveProperty('movedTo');
  });

  test.each([
    ['in circles', (path: string) => (path === '/a' ? '/b' : '/a'), /redirects in circles/],
    ['to itself', (path: string) => path, /redirects in circles/],
    ['without end', (path: string) => `${path}a`, /redirects more than 10 times/],
    ['nowhere', () => undefined, /redirects to no address/],
    ['to what is no address', () => 'http://[nowhere', /redirects to no address/],
  ])('%s', async (_, next, message) => {
    const { url } = await listening((request, response) => {
      const location = next(request.url ?? '');
      response.writeHead(302, location === undefined ? {} : { location }).end();
    });
    const error = await failure(openFetcher().fetch({ url: `${url}/a` }));
    expect(error).toMatchObject({ code: 'bad-response', status: 302 });
    expect(error.message).toMatch(message);
  });

  test('to another protocol', async () => {
    const { url } = await listening(redirecting(302, 'ftp://ann:s3cret@example.org/feed?key=s3cret'));
    const error = await failure(openFetcher().fetch({ url }));
    expect(error.code).toBe('forbidden-address');
    expect(error.message).toMatch(/redirects to ftp:\/\/example\.org\/feed\?key=…, which is no web address/);
  });

  test('a failure names what was asked for and where it led', async () => {
    const { url } = await listening((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new?token=s3cret' }).end();
      else response.writeHead(404).end();
    });
    const error = await failure(openFetcher().fetch({ url: `${url}/old` }));
    expect(error.message).toBe(`${url}/old (now ${url}/new?token=…) has nothing there (404). Check the address.`);
  });
});

describe('a private feed', () => {
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
  const withLogin = (url: string, login: string) => url.replace('://', `://${login}@`);

  test.each([
    ['ann:s3cret', 'ann:s3cret'],
    ['ann%40example.org:p%3Ass%20%C3%A9%2F', 'ann@example.org:p:ss é/'],
    ['ann:50%', 'ann:50%'],
    ['ann', 'ann:'],
    [':s3cret', ':s3cret'],
  ])('%s is sent as name and password', async (login, sent) => {
    const { url, asked } = await listening();
    const fetched = await openFetcher().fetch({ url: withLogin(url, login) });
    expect(asked[0]?.headers.authorization).toBe(basic(sent));
    expect(fetched.url).toBe(`${url}/`);
  });

  test('gets them again where it moves within its host, and keeps them in its new address', async () => {
    const { url, asked } = await listening((request, response) => {
      if (request.url === '/old') redirecting(301, '/new')(request, response);
      else response.end();
    });
    const fetched = await openFetcher().fetch({ url: `${withLogin(url, 'ann:p%40ss')}/old` });
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([basic('ann:p@ss'), basic('ann:p@ss')]);
    expect(fetched).toMatchObject({ url: `${url}/new`, movedTo: `${withLogin(url, 'ann:p%40ss')}/new` });
  });

  test.each([
    ['another port of the same host', (url: string) => url],
    ['another name of the same host', (url: string) => url.replace('127.0.0.1', '127.0.0.2')],
    ['itself by way of another', (url: string) => url],
  ])('does not give them to %s', async (_, spell) => {
    const other = await listening();
    const { url } = await listening(redirecting(301, `${spell(other.url)}/new`));
    const fetched = await openFetcher({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
      .fetch({ url: withLogin(url, 'ann:s3cret') })
      .catch(() => undefined);
    expect(other.asked.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    expect(fetched?.movedTo ?? '').not.toContain('s3cret');
  });

  test('does not take others from a redirect', async () => {
    const other = await listening();
    const { url } = await listening(redirecting(302, withLogin(other.url, 'eve:other')));
    await openFetcher().fetch({ url });
    expect(other.asked[0]?.headers.authorization).toBeUndefined();
  });

  test('has its secrets in no message, no cause and no log, whatever goes wrong', async () => {
    const lines: unknown[] = [];
    const fetcher = openFetcher({ log: { debug: (...line) => lines.push(line) } });
    const { url } = await listening((request, response) => {
      const status = Number(request.url?.split('/')[1]);
      if (status === 1) request.socket.destroy();
      else if (status === 302) response.writeHead(302, { location: '/9f2c81d04be7a365/feed?auth=t0ken' }).end();
      else if (status === 600) response.writeHead(200, { 'content-type': 'audio/mpeg' }).end();
      else if (status === 601) response.writeHead(200, { 'content-length': 10_000 }).end();
      else response.writeHead(status > 99 && status < 600 ? status : 500).end();
    });
    const secrets = /k.{0,3}wifruit|a2l3aWZ|YW5uOm|t0ken|9f2c81d0/i;
    const places = [`${url}/1`, `${url}/302`, `${url}/401`, `${url}/404`, `${url}/503`, `${url}/600`, `${url}/601`];
    for (const place of [
      ...places,
      'http://127.0.0.1:1/',
      'http://10.0.0.1/',
      'ftp://example.org/',
      'http://exa mple/',
    ]) {
      const address = `${withLogin(place, 'ann:k%69wifruit')}/9f2c81d04be7a365/feed?auth=t0ken#t0ken`;
      const error = await failure(fetcher.fetch({ url: address, accept: 'text/vtt', mostBytes: 100 }));
      const told = [
        error.message,
        error.stack,
        JSON.stringify(error),
        JSON.stringify(error.cause),
        String(error.cause),
      ];
      expect(told.join('\n')).not.toMatch(secrets);
    }
    expect(lines.length).toBeGreaterThan(5);
    expect(JSON.stringify(lines)).not.toMatch(secrets);
  });
});
