// `verbatim doctor` as a process: each finding with its mend.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { checkPort } from '../../src/cli/doctor/check-port.ts';
import { makeFolder, shareFolder } from '../support/folder.ts';
import { runVerbatim } from '../support/run-verbatim.ts';

const cwd = shareFolder();

const examine = (env: Record<string, string> = {}) => runVerbatim(['doctor'], { cwd, env: { PORT: '0', ...env } });

/** Stands where a platform would, and answers every request alike. */
async function answering(status: number, body: object, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_, response) => {
    const headers = { 'content-type': 'application/json', location: '/elsewhere' };
    response.writeHead(status, headers).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    await use(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api`);
  } finally {
    server.close();
  }
}

const discordToken = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.AbCdEf.abcdefghijklmnopqrstuvwxyz0';

describe('verbatim doctor', () => {
  test('finds nothing wrong where nothing is set up, and says how to go on', async () => {
    const { code, stdout } = await examine();
    expect(code).toBe(0);
    expect(stdout).toContain('There is no library at var/library.db yet.');
    expect(stdout).toMatch(/Discord {2}Not set up: DISCORD_TOKEN/);
    expect(stdout).toMatch(/Slack {2}Not set up: SLACK_BOT_TOKEN/);
  });

  test('counts what the library holds', async () => {
    const folder = makeFolder({ 'one.txt': 'Odalys: The lamp was lit.\nBram: It was not.\n' });
    await runVerbatim(['import', 'one.txt'], { cwd: folder });
    const { stdout } = await runVerbatim(['doctor'], { cwd: folder, env: { PORT: '0' } });
    expect(stdout).toContain('holds 1 podcast, 1 episode, 2 passages.');
  });

  test('a token that Discord does not take is told with where to make a new one', async () => {
    await answering(401, { message: '401: Unauthorized', code: 0 }, async (url) => {
      const { code, stdout } = await examine({ DISCORD_TOKEN: discordToken, DISCORD_API_URL: url });
      expect(code).toBe(1);
      expect(stdout).toMatch(/does not take DISCORD_TOKEN.*Reset Token/s);
      expect(stdout).not.toContain(discordToken);
    });
  });

  test('a token that works comes with the links that add the bot', async () => {
    await answering(200, { id: '123456789012345678', name: 'Quotes' }, async (url) => {
      const { code, stdout } = await examine({ DISCORD_TOKEN: discordToken, DISCORD_API_URL: url });
      expect(code).toBe(0);
      expect(stdout).toContain('“Quotes”');
      expect(stdout).toContain('https://discord.com/oauth2/authorize?client_id=123456789012345678');
    });
  });

  test('what Slack says of a token is passed on', async () => {
    await answering(200, { ok: false, error: 'invalid_auth' }, async (url) => {
      const { code, stdout } = await examine({
        SLACK_BOT_TOKEN: 'xoxb-1-abc',
        SLACK_APP_TOKEN: 'xapp-1-abc',
        SLACK_API_URL: url,
      });
      expect(code).toBe(1);
      expect(stdout).toMatch(/does not take SLACK_BOT_TOKEN \(invalid_auth\)/);
      expect(stdout).toMatch(/does not take SLACK_APP_TOKEN \(invalid_auth\)/);
    });
  });

  test.each([
    [
      'answers with something else',
      200,
      {},
      /What answers at \S+ is not Discord\./,
      /What answers at \S+ is not Slack\./,
    ],
    ['is in trouble', 503, {}, /Discord answers with status 503\./, /Slack answers with status 503\./],
    ['leads elsewhere', 302, {}, /Discord answers with status 302\./, /Slack answers with status 302\./],
  ] as const)('where what stands there %s, no token is blamed', async (_, status, body, discord, slack) => {
    await answering(status, body, async (url) => {
      const { code, stdout } = await examine({
        DISCORD_TOKEN: discordToken,
        DISCORD_API_URL: url,
        SLACK_BOT_TOKEN: 'xoxb-1-abc',
        SLACK_APP_TOKEN: 'xapp-1-abc',
        SLACK_API_URL: url,
      });
      expect(code).toBe(1);
      expect(stdout).toMatch(discord);
      expect(stdout).toMatch(slack);
      expect(stdout).not.toMatch(/does not take|undefined/);
    });
  });

  test('a platform that cannot be reached is told with why', async () => {
    const { code, stdout } = await examine({ DISCORD_TOKEN: discordToken, DISCORD_API_URL: 'http://127.0.0.1:1/api' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/cannot be reached \(.+\)/);
  });

  test('wrong variables are told, and the library is looked at all the same', async () => {
    const { code, stdout } = await examine({ DEFAULT_LOCALE: '???' });
    expect(code).toBe(1);
    expect(stdout).toContain('DEFAULT_LOCALE:');
    expect(stdout).toContain('library');
  });

  test('--json prints JSON and nothing else', async () => {
    const { stdout } = await runVerbatim(['doctor', '--json'], { cwd, env: { PORT: '0' } });
    expect(JSON.parse(stdout).findings).toContainEqual(expect.objectContaining({ about: 'Slack', state: 'note' }));
  });
});

test.each(['127.0.0.1', '::1'])('a Verbatim that runs on %s already is known', async (host) => {
  const server = createServer((_, response) => response.end('{"status":"alive"}')).listen(0, host);
  const isThere = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]);
  const address = server.address();
  if (!isThere || typeof address !== 'object' || address === null) return;
  expect(await checkPort(host, address.port)).toMatchObject({
    state: 'well',
    text: expect.stringContaining('runs on'),
  });
  server.close();
});
