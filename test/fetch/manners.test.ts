// One request a host at a time, not too many over all, connections used again, and an end when it is asked for.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { Gate } from '../../src/fetch/gate.ts';
import { failure, openFetcher, serve, serveRaw } from './local-server.ts';

/** A server that answers only when told to. */
async function holding() {
  const held: ServerResponse[] = [];
  const sockets = new Set<unknown>();
  const arrivals: (() => void)[] = [];
  const url = await serve((request, response) => {
    sockets.add(request.socket);
    held.push(response);
    arrivals.shift()?.();
  });
  return {
    url,
    held,
    sockets,
    /** The next request to arrive. */
    async next(): Promise<ServerResponse> {
      if (held.length === 0) await new Promise<void>((resolve) => arrivals.push(resolve));
      const response = held.shift();
      if (response === undefined) throw new Error('nothing arrived');
      return response;
    },
  };
}

describe('manners', () => {
  test('one request a host at a time, over one connection, in the order they came', async () => {
    const server = await holding();
    const fetcher = openFetcher();
    const finished: number[] = [];
    const all = [0, 1, 2].map((place) =>
      fetcher.fetch({ url: `${server.url}/${place}` }).then(() => finished.push(place)),
    );
    for (const place of [0, 1, 2]) {
      const response = await server.next();
      expect(server.held).toHaveLength(0);
      expect(response.req.url).toBe(`/${place}`);
      response.write('half');
      await new Promise((resolve) => setImmediate(resolve));
      expect(server.held).toHaveLength(0);
      response.end();
    }
    await Promise.all(all);
    expect(finished).toEqual([0, 1, 2]);
    expect(server.sockets.size).toBe(1);
  });

  test('a redirect to another host waits for its turn there, and holds up nobody meanwhile', async () => {
    const there = await holding();
    const here = await serve((_, response) => response.writeHead(302, { location: `${there.url}/redirected` }).end());
    const fetcher = openFetcher();
    const first = fetcher.fetch({ url: `${there.url}/first` });
    const held = await there.next();
    const redirected = [fetcher.fetch({ url: here }), fetcher.fetch({ url: here })];
    held.end();
    await first;
    for (const _ of redirected) (await there.next()).end();
    expect(await Promise.all(redirected)).toHaveLength(2);
  });

  test('no more than so many over all', async () => {
    const servers = await Promise.all([holding(), holding(), holding()]);
    const fetcher = openFetcher({ mostAtOnce: 2 });
    const all = servers.map(({ url }) => fetcher.fetch({ url }));
    const [one, two] = await Promise.all(servers.slice(0, 2).map((server) => server.next()));
    expect(servers[2]?.held).toHaveLength(0);
    one?.end();
    (await servers[2]?.next())?.end();
    two?.end();
    expect(await Promise.all(all)).toHaveLength(3);
  });

  test('waiting for its turn costs a request nothing of its time', async () => {
    const server = await holding();
    const fetcher = openFetcher();
    const slow = fetcher.fetch({ url: server.url });
    const held = await server.next();
    const quick = fetcher.fetch({ url: server.url, timeoutMs: 1000 });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    held.end();
    await slow;
    (await server.next()).end();
    expect(await quick).toMatchObject({ kind: 'fresh' });
  });

  test('a host that fails does not keep its turn', async () => {
    const url = await serveRaw((socket) => socket.once('data', () => socket.destroy()));
    const fetcher = openFetcher();
    for (const _ of [1, 2, 3]) expect((await failure(fetcher.fetch({ url }))).code).toBe('unreachable');
  });

  test('a kept connection that is closed just as it is used again costs nobody an answer', async () => {
    let connections = 0;
    const url = await serveRaw((socket) => {
      connections += 1;
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello');
        socket.once('data', () => socket.destroy());
      });
    });
    const fetcher = openFetcher();
    for (const _ of [1, 2, 3]) expect(await fetcher.fetch({ url })).toMatchObject({ body: Buffer.from('hello') });
    expect(connections).toBe(3);
  });

  test('proxies that the environment names are not asked', async () => {
    const proxy = createServer((_, response) => response.end('proxy')).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const url = await serve((_, response) => response.end('itself'));
    const address = proxy.address();
    process.env.HTTP_PROXY = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    try {
      expect(await openFetcher().fetch({ url })).toMatchObject({ body: Buffer.from('itself') });
    } finally {
      delete process.env.HTTP_PROXY;
      proxy.close();
    }
  });
});

describe('an end when it is asked for', () => {
  test('before it began', async () => {
    const server = await holding();
    const error = await failure(openFetcher().fetch({ url: server.url, signal: AbortSignal.abort() }));
    expect(error.message).toMatch(/was given up before it had answered/);
    expect(server.held).toHaveLength(0);
  });

  test('while it waits for its turn; the others keep theirs', async () => {
    const server = await holding();
    const fetcher = openFetcher();
    const stop = new AbortController();
    const first = fetcher.fetch({ url: server.url });
    const second = failure(fetcher.fetch({ url: server.url, signal: stop.signal }));
    const third = fetcher.fetch({ url: `${server.url}/third` });
    const held = await server.next();
    stop.abort();
    expect((await second).message).toMatch(/was given up/);
    held.end();
    await first;
    const last = await server.next();
    expect(last.req.url).toBe('/third');
    last.end();
    await third;
  });

  test('while the server thinks', async () => {
    const server = await holding();
    const stop = new AbortController();
    const asked = failure(openFetcher().fetch({ url: server.url, signal: stop.signal }));
    const held = await server.next();
    const closed = once(held, 'close');
    stop.abort();
    expect((await asked).code).toBe('unreachable');
    await closed;
  });

  test('in the middle of a body', async () => {
    const server = await holding();
    const stop = new AbortController();
    const asked = failure(openFetcher().fetch({ url: server.url, signal: stop.signal }));
    const held = await server.next();
    held.write('half');
    const closed = once(held, 'close');
    await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    expect((await asked).message).toMatch(/was given up/);
    await closed;
  });

  test('of everything at once, by closing', async () => {
    const server = await holding();
    const fetcher = openFetcher();
    const all = [1, 2, 3].map(() => failure(fetcher.fetch({ url: server.url })));
    await server.next();
    await fetcher.close();
    for (const asked of all) expect((await asked).message).toMatch(/was given up/);
    expect((await failure(fetcher.fetch({ url: server.url }))).message).toMatch(/was given up/);
    await fetcher.close();
  });
});

describe('a gate', () => {
  test('leaving twice makes no room for two', async () => {
    const gate = new Gate(1);
    const { signal } = new AbortController();
    const leave = await gate.enter(signal);
    leave();
    leave();
    await gate.enter(signal);
    let inside = false;
    void gate.enter(signal).then(() => {
      inside = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(inside).toBe(false);
  });
});
