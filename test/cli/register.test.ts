// `verbatim register` as a process, against the stand-in for Discord.

import { describe, expect, onTestFinished, test } from 'vitest';
import { applicationId, guildId } from '../support/discord/payloads.ts';
import { FakeDiscord, token } from '../support/discord/stand-in.ts';
import { shareFolder } from '../support/folder.ts';
import { runVerbatim } from '../support/run-verbatim.ts';

const cwd = shareFolder();

async function registering() {
  const discord = await new FakeDiscord().open();
  onTestFinished(() => discord.end());
  const env = { DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl };
  const register = (args: readonly string[], more: Record<string, string> = {}) =>
    runVerbatim(['register', ...args], { cwd, env: { ...env, ...more } });
  return { discord, register };
}

describe('verbatim register', () => {
  test('says what was added, then that nothing changed, and where to invite the bot', async () => {
    const { discord, register } = await registering();
    const first = await register([]);
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/Changed everywhere:\nadded +\/quote/);
    expect(first.stdout).toContain(`https://discord.com/oauth2/authorize?client_id=${applicationId}`);
    const second = await register([]);
    expect(second.stdout).toContain('Nothing has changed');
    expect(discord.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
    expect((await register(['--remove'])).stdout).toMatch(/removed +\/quote/);
    expect(discord.commands.get('global')).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('one server has them to itself, named by the option or the variable', async () => {
    const { discord, register } = await registering();
    const { stdout } = await register(['--guild', guildId, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ applicationId, changed: [], removed: [] });
    expect((await register([], { DISCORD_GUILD_ID: guildId })).stdout).toContain(`on server ${guildId}`);
    expect([...discord.commands.keys()]).toEqual([guildId]);
    await register(['--everywhere'], { DISCORD_GUILD_ID: guildId });
    expect([...discord.commands.keys()]).toEqual([guildId, 'global']);
  });

  test.each<[string, readonly string[], Record<string, string>, number, string]>([
    ['no token', [], { DISCORD_TOKEN: '' }, 1, 'DISCORD_TOKEN is not set'],
    ['a wrong token', [], { DISCORD_TOKEN: 'wrong.to.ken' }, 1, 'Reset Token'],
    ['a server that is no number', ['--guild', 'my-server'], {}, 2, 'Copy Server ID'],
    ['a server and everywhere', ['--guild', guildId, '--everywhere'], {}, 2, 'either'],
  ])('%s is told with its mend', async (_what, args, env, code, words) => {
    const { register } = await registering();
    const result = await register(args, env);
    expect(result.code).toBe(code);
    expect(result.stderr).toContain(words);
    expect(result.stdout).toBe('');
  });
});
