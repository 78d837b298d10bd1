// Registering commands: one request for the whole set, none where nothing changed, and a sentence for whatever is wrong.

import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { registerDiscord } from '../../../src/adapters/discord/register.ts';
import { applicationId, guildId } from '../../support/discord/payloads.ts';
import { token, unknownServer } from '../../support/discord/stand-in.ts';
import { open } from './running.ts';

const names = commands.filter(({ reach }) => reach === 'typed').map(({ name }) => name);
const route = `/applications/${applicationId}/commands`;

test('the first time, all are added in one request; the second time, nothing is sent', async () => {
  const discord = await open();
  const options = { commands, token, applicationId, apiUrl: discord.apiUrl };
  expect(await registerDiscord(options)).toEqual({
    applicationId,
    added: names,
    changed: [],
    removed: [],
    unchanged: [],
  });
  expect(await registerDiscord(options)).toMatchObject({ added: [], changed: [], removed: [], unchanged: names });
  expect(discord.requests).toEqual([`GET ${route}`, `PUT ${route}`, `GET ${route}`]);
  expect(discord.violations).toEqual([]);
});

test('what changed is told by name, and the whole set is sent', async () => {
  const discord = await open();
  const options = { commands, token, applicationId, apiUrl: discord.apiUrl };
  await registerDiscord(options);
  const [first, second, ...others] = commands;
  if (first === undefined || second === undefined) throw new Error('There are too few commands');
  const changed = [
    { ...first, description: { en: 'Something else', id: 'Yang lain' } },
    { ...second, name: 'another' },
    ...others,
  ];
  expect(await registerDiscord({ ...options, commands: changed })).toMatchObject({
    added: ['another'],
    changed: [first.name],
    removed: [second.name],
  });
  expect(discord.commands.get('global')).toHaveLength(names.length);
});

test('what Discord made by itself stays', async () => {
  const discord = await open();
  discord.commands.set('global', [{ id: '1', type: 4, name: 'launch', description: '', handler: 2 }]);
  expect(await registerDiscord({ commands, token, apiUrl: discord.apiUrl })).toMatchObject({ removed: [] });
  expect(discord.commands.get('global')).toContainEqual(expect.objectContaining({ name: 'launch', type: 4 }));
});

test('one server’s commands are its own, and sent once as well', async () => {
  const discord = await open();
  const options = { commands, token, applicationId, guildId, apiUrl: discord.apiUrl };
  expect(await registerDiscord(options)).toMatchObject({ added: names });
  expect([...discord.commands.keys()]).toEqual([guildId]);
  expect(await registerDiscord(options)).toMatchObject({ added: [], changed: [], removed: [], unchanged: names });
  const guildRoute = `/applications/${applicationId}/guilds/${guildId}/commands`;
  expect(discord.requests).toEqual([`GET ${guildRoute}`, `PUT ${guildRoute}`, `GET ${guildRoute}`]);
  expect(discord.violations).toEqual([]);
});

test('the application is asked for where it is not given', async () => {
  const discord = await open();
  expect(await registerDiscord({ commands, token, apiUrl: `${discord.apiUrl}/v10/` })).toMatchObject({ applicationId });
  expect(discord.requests[0]).toBe('GET /applications/@me');
});

test.each([
  ['a wrong token', { token: 'wrong.token.altogether' }, ['DISCORD_TOKEN', 'discord.com/developers/applications']],
  [
    'another application',
    { applicationId: '999999999999999999' },
    ['DISCORD_APPLICATION_ID', '999999999999999999', applicationId],
  ],
  ['a server where the bot is not', { guildId: unknownServer }, [unknownServer, '--guild', 'doctor']],
])('%s is named, with its mend', async (_what, wrong, words) => {
  const discord = await open();
  const registering = registerDiscord({ commands, token, applicationId, apiUrl: discord.apiUrl, ...wrong });
  const error = await registering.catch((reason: Error) => reason);
  expect(error).toMatchObject({ name: 'VerbatimError' });
  for (const word of words) expect(error).toHaveProperty('message', expect.stringContaining(word));
  expect(String(error)).not.toContain(token);
});

test('whatever else Discord says is passed on', async () => {
  const discord = await open();
  discord.fail(/^PUT/, { status: 400, body: { code: 50_035, message: 'Invalid Form Body', errors: { 0: 'name' } } });
  await expect(registerDiscord({ commands, token, applicationId, apiUrl: discord.apiUrl })).rejects.toThrow(
    /status 400.*Invalid Form Body.*name/s,
  );
  await expect(registerDiscord({ commands, token, applicationId, apiUrl: 'http://127.0.0.1:9/api' })).rejects.toThrow(
    'ECONNREFUSED',
  );
});
