// The console's paths, asked with real requests over a real socket.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WireAnswer, WirePage } from '../../../src/adapters/web/wire.ts';
import { type Console, openConsole } from './console.ts';
import { createFakeBot } from './fake-bot.ts';

const bot = createFakeBot();
let web: Console;
beforeAll(async () => {
  web = await openConsole(bot, { publicUrl: 'http://bot.example.org/' });
});
afterAll(() => web.close());

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${web.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const asking = { locale: 'en', name: 'you' };
const run = { command: 'quote', text: 'tiktok', options: {}, ...asking };

/** fetch sets some headers itself; a foreign page's browser sends others. */
function statusOf(headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${web.url}/api/run`, { method: 'POST', headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end(JSON.stringify(run));
  });
}

describe('the page', () => {
  test('is served with its style and scripts', async () => {
    const page = await (await fetch(web.url)).text();
    const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]);
    const answers = await Promise.all(files.map(async (file) => [file, (await fetch(`${web.url}${file}`)).status]));
    expect(files.length).toBeGreaterThan(3);
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });

  test('is sent once: what has not changed is answered with 304', async () => {
    const etag = (await fetch(`${web.url}/main.js`)).headers.get('etag');
    const again = await fetch(`${web.url}/main.js`, { headers: { 'if-none-match': etag ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test.each([
    '/nothing',
    '/tsconfig.json',
    '/main.ts',
    '/../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/constructor',
  ])('does not serve %s', async (path) => {
    expect((await fetch(`${web.url}${path}`)).status).toBe(404);
  });

  test.each([
    ['en-GB,en;q=0.9', 'en', '1,204'],
    ['id', 'id', '1.204'],
    ['fr, id;q=0.8, en;q=0.7', 'id', '1.204'],
    ['fr', 'en', '1,204'],
    ['', 'en', '1,204'],
  ])('speaks to a browser that asks for "%s" in %s', async (header, locale, count) => {
    const response = await fetch(`${web.url}/api/page`, { headers: { 'accept-language': header } });
    const page = (await response.json()) as WirePage;
    expect([page.locale, page.holdings.at(-1)?.count]).toEqual([locale, count]);
  });

  test('knows what can be typed, and what to try first', async () => {
    const page = (await (await fetch(`${web.url}/api/page`)).json()) as WirePage;
    expect(page.commands.map(({ name }) => name)).toEqual(['quote', 'random', 'speakers', 'help']);
    expect(page.commands[0]?.options[1]).toEqual({
      name: 'speaker',
      kind: 'text',
      description: 'Who said it',
      required: false,
      rest: false,
      suggests: true,
      key: 'from',
    });
    expect(page.examples[0]).toBe('/quote tiktok');
  });
});

describe('asking', () => {
  test('runs a command and answers with what the page draws', async () => {
    const answer = (await (await post('/api/run', run)).json()) as WireAnswer;
    expect(answer.delivery).toBe('new');
    expect(answer.reply.blocks[1]).toMatchObject({ kind: 'quote', speaker: 'Mara Lindqvist' });
  });

  test('presses a button', async () => {
    const answer = (await (await post('/api/press', { id: 'page-1', ...asking })).json()) as WireAnswer;
    expect([answer.delivery, answer.reply.summary]).toEqual(['replace', '4 quotes with tiktok, page 2']);
  });

  test('offers what can be picked', async () => {
    const typing = { command: 'quote', option: 'speaker', typed: 'ma', given: {}, ...asking };
    expect(await (await post('/api/suggest', typing)).json()).toEqual([
      { label: 'Mara Lindqvist', value: 'mara lindqvist' },
    ]);
  });

  test('knows a browser again by its cookie, and no two browsers by the same', async () => {
    const first = await post('/api/run', run);
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^verbatim_person=[0-9a-f-]{36}; .*HttpOnly; SameSite=Strict/);
    const again = await post('/api/run', run, { cookie: cookie.split(';')[0] ?? '' });
    await post('/api/run', run);
    const [one, same, other] = bot.invocations.slice(-3).map(({ person }) => person.id);
    expect(again.headers.get('set-cookie')).toBe(null);
    const madeUp = await post('/api/run', run, { cookie: 'verbatim_person=somebody-else' });
    expect(madeUp.headers.get('set-cookie')).toMatch(/^verbatim_person=[0-9a-f-]{36};/);
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['a list', []],
    ['another shape', { command: 7 }],
    ['too many options', { ...run, options: Object.fromEntries([...Array(26).keys()].map((at) => [at, ''])) }],
    ['an option that is an object', { ...run, options: { words: {} } }],
  ])('refuses %s', async (_, body) => {
    const response = await post('/api/run', body);
    expect([response.status, await response.json()]).toEqual([400, { error: 'refused' }]);
  });

  test('takes a query of 10,000 characters, and refuses a body that is far beyond', async () => {
    expect((await post('/api/run', { ...run, text: '語'.repeat(10_000) })).status).toBe(200);
    expect((await post('/api/run', { ...run, text: 'x'.repeat(300_000) })).status).toBe(413);
  });

  test.each([
    ['a form of another page', { 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['a script of another page', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, 403],
    ['a page on another port', { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' }, 403],
    ['an old browser on another page', { 'content-type': 'application/json', origin: 'https://evil.example.com' }, 403],
    ['a sandboxed frame', { 'content-type': 'application/json', origin: 'null' }, 403],
    ['a page beside the proxy', { 'content-type': 'application/json', origin: 'http://bot.example.org:81' }, 403],
    ['the page behind a proxy', { 'content-type': 'application/json', origin: 'http://bot.example.org' }, 200],
    ['the page itself', { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, 200],
    ['a program', { 'content-type': 'application/json' }, 200],
  ])('a request from %s is answered with its due', async (_, headers, status) => {
    expect(await statusOf(headers)).toBe(status);
  });
});
