// `verbatim manifest slack`, as one runs it.

import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { runVerbatim } from '../support/run-verbatim.ts';

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runVerbatim(['manifest', ...args], { cwd: tmpdir(), env });

describe('verbatim manifest slack', () => {
  test('prints a manifest for Socket Mode and nothing else', async () => {
    const { code, stdout, stderr } = await run(['slack']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).settings.socket_mode_enabled).toBe(true);
  });

  test('prints one for HTTP where PUBLIC_URL is set, unless told otherwise', async () => {
    const env = { PUBLIC_URL: 'https://bot.example.org/', DEFAULT_LOCALE: 'id' };
    const { stdout } = await run(['slack'], env);
    const { settings, features } = JSON.parse(stdout);
    expect(settings.interactivity.request_url).toBe('https://bot.example.org/slack/events');
    expect(features.slash_commands[0].description).toContain('Temukan');
    expect(JSON.parse((await run(['slack', '--socket-mode'], env)).stdout).settings.socket_mode_enabled).toBe(true);
  });

  test.each([
    [{ SLACK_APP_TOKEN: 'xapp-1' }, true],
    [{ SLACK_APP_TOKEN: 'xapp-1', PUBLIC_URL: 'https://bot.example.org' }, true],
    [{ SLACK_APP_TOKEN: 'xapp-1', PUBLIC_URL: 'http://localhost:3000' }, true],
    [{ SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 'x', PUBLIC_URL: 'https://bot.example.org' }, false],
    [{ SLACK_SIGNING_SECRET: 'x', PUBLIC_URL: 'https://bot.example.org' }, false],
  ])('with %j: over a socket %j', async (env, overSocket) => {
    const { stdout, stderr } = await run(['slack'], env);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).settings.socket_mode_enabled).toBe(overSocket);
  });

  test('works before there is any token, and with a wrong one', async () => {
    expect((await run(['slack'], { SLACK_BOT_TOKEN: 'not a token', PORT: 'x' })).code).toBe(0);
  });

  test.each([
    [['slack', '--no-socket-mode'], {}, 1, 'PUBLIC_URL is not set'],
    [['slack'], { PUBLIC_URL: 'http://bot.example.org' }, 1, 'https address only'],
    [['slack', '--nonsense'], {}, 2, 'unknown option'],
    [['teams'], {}, 2, 'unknown command'],
  ])('%j with %j ends with %i', async (args, env, code, message) => {
    const ended = await run(args, env);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(message);
    expect(ended.stdout).toBe('');
  });
});
