// The one HTTP port, over real sockets.
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttpPort, type HttpOptions, type HttpPort } from '../../src/adapters/http.ts';

const open: HttpPort[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((port) => port.stop()));
});

async function started(options: Partial<HttpOptions> = {}): Promise<HttpPort> {
  const http = createHttpPort({ host: '127.0.0.1', port: 0, log: pino({ level: 'silent' }), ...options });
  open.push(http);
  await http.start();
  return http;
}

/** fetch cannot name a host other than the one it connects to. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('the HTTP port', () => {
  test('says that the process lives', async () => {
    const response = await fetch(`${(await started()).url()}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'alive' }]);
  });

  test('is ready when every part is', async () => {
    const parts = [{ name: 'library', ready: true, detail: '8 episodes' }];
    const http = await started({ checks: () => parts.map((part) => ({ name: part.name, health: () => part })) });
    const response = await fetch(`${http.url()}/readyz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready', parts }]);
  });

  test('is not ready when one part is not, or cannot even say', async () => {
    const http = await started({
      checks: () => [
        { name: 'library', health: () => Promise.reject(new Error('the file is gone')) },
        { name: 'web', health: () => ({ ready: true, detail: 'served' }) },
      ],
    });
    const response = await fetch(`${http.url()}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      503,
      {
        status: 'unavailable',
        parts: [
          { name: 'library', ready: false, detail: 'the file is gone' },
          { name: 'web', ready: true, detail: 'served' },
        ],
      },
    ]);
  });

  test('hands a request to the longest path that was mounted, with its body as it came', async () => {
    const http = await started();
    http.mount('/', () => new Response('console'));
    http.mount('/slack/events', async (request) => new Response(`slack ${await request.text()}`));
    const post = (path: string) => fetch(`${http.url()}${path}`, { method: 'POST', body: 'a=1&b=%20 +' });
    expect(await (await post('/slack/events')).text()).toBe('slack a=1&b=%20 +');
    expect(await (await post('/slack/eventsx')).text()).toBe('console');
  });

  test('answers what nobody mounted with 404, and a fault with 500 that tells nothing of it', async () => {
    const log: string[] = [];
    const http = await started({ log: pino({ level: 'error' }, { write: (line: string) => void log.push(line) }) });
    http.mount('/broken', () => {
      throw new Error('secret');
    });
    expect((await fetch(`${http.url()}/nothing`)).status).toBe(404);
    const response = await fetch(`${http.url()}/broken`);
    expect([response.status, await response.text()]).toEqual([500, 'Something went wrong here. The log says what.\n']);
    expect(log.map((line) => JSON.parse(line))).toMatchObject([{ path: '/broken', err: { message: 'secret' } }]);
  });

  test('lets no inline script, no frame and no guess at types through', async () => {
    const { headers } = await fetch(`${(await started()).url()}/healthz`);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test.each([
    ['127.0.0.1:3000', 200],
    ['localhost', 200],
    ['[::1]:3000', 200],
    ['bot.example.org', 200],
    ['evil.example.com', 403],
    ['127.0.0.1.evil.example.com', 403],
  ])('bound to this machine, it answers host %s with %i', async (host, status) => {
    const http = await started({ publicUrl: 'https://bot.example.org' });
    expect(await statusFor(`${http.url()}/healthz`, host)).toBe(status);
  });

  test('bound to the network, it answers any host', async () => {
    const http = await started({ host: '0.0.0.0' });
    expect(await statusFor(`${http.url().replace('0.0.0.0', '127.0.0.1')}/healthz`, 'pod.example.org')).toBe(200);
  });

  test('refuses a body of more than a megabyte', async () => {
    const http = await started();
    http.mount('/', async (request) => new Response(await request.text()));
    const response = await fetch(http.url(), { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) });
    expect(response.status).toBe(413);
  });

  test.each([
    ['within a megabyte', 1024, 200],
    ['of more than a megabyte', 1024 * 1024 + 1, 413],
  ])('reads a body that does not tell its length, %s', async (_, length, status) => {
    const http = await started();
    http.mount('/', async (request) => new Response(String((await request.text()).length)));
    const body = new Blob(['x'.repeat(length)]).stream();
    const response = await fetch(http.url(), { method: 'POST', body, duplex: 'half' });
    expect(response.status).toBe(status);
    if (status === 200) expect(await response.text()).toBe(String(length));
  });

  test('names the port that is taken, and the mend', async () => {
    const taken = Number(new URL((await started()).url()).port);
    const second = createHttpPort({ host: '127.0.0.1', port: taken, log: pino({ level: 'silent' }) });
    await expect(second.start()).rejects.toMatchObject({
      code: 'port-taken',
      message: `Port ${taken} on 127.0.0.1 is taken, by another program or a Verbatim that still runs. Stop that one, or set PORT to a free port (PORT=${taken + 1}).`,
    });
    expect(second.health()).toEqual({ ready: false, detail: 'not listening' });
  });

  test('names the host that is not its own', async () => {
    const http = createHttpPort({ host: '192.0.2.1', port: 0, log: pino({ level: 'silent' }) });
    await expect(http.start()).rejects.toMatchObject({ code: 'configuration', message: expect.stringMatching(/HOST/) });
  });

  test('answers what is under way before it closes', async () => {
    const http = await started();
    const arrived = deferred();
    const release = deferred();
    http.mount('/slow', async () => {
      arrived.resolve();
      await release.promise;
      return new Response('answered');
    });
    const url = http.url();
    const answer = fetch(`${url}/slow`);
    await arrived.promise;
    const stopped = http.stop();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    release.resolve();
    expect(await (await answer).text()).toBe('answered');
    await stopped;
  });

  test('does not wait for those who have come and asked for nothing', async () => {
    const http = await started({ graceMs: 60 * 60_000 });
    const { port } = new URL(http.url());
    const silent = connect(Number(port), '127.0.0.1');
    const gone = once(silent, 'close');
    await once(silent, 'connect');
    // By then the server has seen both.
    expect((await fetch(`${http.url()}/healthz`)).status).toBe(200);
    await http.stop();
    await gone;
  });

  test('cuts what does not end when its time is over', async () => {
    const http = await started({ graceMs: 50 });
    const arrived = deferred();
    http.mount('/never', () => {
      arrived.resolve();
      return new Promise(() => {});
    });
    const cut = expect(fetch(`${http.url()}/never`)).rejects.toThrow();
    await arrived.promise;
    await http.stop();
    await cut;
  });
});
