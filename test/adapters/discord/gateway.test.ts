// The connection: how it begins, what it survives, what ends it, and how it is left.

import { expect, test } from 'vitest';
import { VerbatimError } from '../../../src/errors.ts';
import { fakeBot, gate, saying } from '../../support/discord/fake-bot.ts';
import { applicationId, commandPayload, typingPayload } from '../../support/discord/payloads.ts';
import { textsOf } from '../../support/discord/rules.ts';
import { token } from '../../support/discord/stand-in.ts';
import { adapterFor, open, running } from './running.ts';

const bot = fakeBot({ run: async () => saying('Here it is'), suggest: async () => [{ label: 'Mira', value: 'mira' }] });

test('it identifies without any intent, and says that it is connected', async () => {
  const { discord, adapter } = await running(bot, { applicationId });
  expect(discord.gateway.identified).toMatchObject([{ token, intents: 0 }]);
  expect(discord.requests).toEqual(['GET /gateway/bot']);
  expect(adapter.health()).toEqual({ ready: true, detail: 'Discord is connected.' });
});

test('it gives a sign of life at intervals and when asked', async () => {
  const { discord } = await running(bot, {}, { heartbeatMs: 20 });
  await expect.poll(() => discord.gateway.count('heartbeat')).toBeGreaterThan(3);
  const { discord: another } = await running(bot);
  another.gateway.askForHeartbeat();
  await expect.poll(() => another.gateway.count('heartbeat')).toBeGreaterThan(0);
});

test('a gateway that acknowledges no heartbeat is left for a resumed session', async () => {
  const { discord, adapter } = await running(bot, {}, { heartbeatMs: 100 });
  discord.gateway.acknowledges = false;
  await expect.poll(() => discord.gateway.count('close 4200'), { timeout: 5_000 }).toBe(1);
  discord.gateway.acknowledges = true;
  await expect.poll(() => discord.gateway.count('resume'), { timeout: 5_000 }).toBe(1);
  await expect.poll(() => adapter.health().ready).toBe(true);
  expect(textsOf((await discord.type('quote')).body)).toEqual(['Here it is']);
});

test('a line that drops in the middle of a command costs neither its answer nor what came meanwhile', async () => {
  const answer = gate<ReturnType<typeof saying>>();
  const { discord, adapter, lines } = await running(fakeBot({ run: () => answer.opened }));
  const before = discord.send(commandPayload('quote', {}));
  await discord.desk.until(() => before.type === 5, 'an acknowledgement');
  discord.gateway.drop();
  await expect.poll(() => adapter.health()).toEqual({ ready: false, detail: 'Discord is reconnecting.' });
  const meanwhile = discord.send(commandPayload('quote', {}));

  answer.open(saying('Here it is'));
  expect(textsOf((await discord.answer(before)).body)).toEqual(['Here it is']);
  expect(textsOf((await discord.answer(meanwhile)).body)).toEqual(['Here it is']);
  expect([before, meanwhile].map(({ log }) => log.filter((line) => line.startsWith('POST')))).toEqual([
    ['POST callback 5'],
    ['POST callback 4'],
  ]);
  expect(discord.gateway.count('identify')).toBe(1);
  await expect.poll(() => lines.map(({ msg }) => msg)).toContain('Discord has resumed the session');
});

test('asked to reconnect, it resumes', async () => {
  const { discord, adapter } = await running(bot);
  discord.gateway.reconnect();
  await expect.poll(() => discord.gateway.count('resume'), { timeout: 5_000 }).toBe(1);
  await expect.poll(() => adapter.health().ready).toBe(true);
  expect(textsOf((await discord.type('quote')).body)).toEqual(['Here it is']);
});

// discord.js identifies once in five seconds at most, as Discord asks.
test('a session that is lost is begun anew', async () => {
  const { discord, adapter } = await running(bot);
  discord.gateway.invalidate();
  await expect.poll(() => discord.gateway.count('identify'), { timeout: 10_000 }).toBe(2);
  await expect.poll(() => adapter.health().ready).toBe(true);
  expect(textsOf((await discord.type('quote')).body)).toEqual(['Here it is']);
});

async function failure(starting: Promise<void>): Promise<VerbatimError> {
  const error: unknown = await starting.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof VerbatimError) return error;
  throw new Error(`It did not fail with a sentence: ${error}`);
}

test('a token that the REST API does not know ends it with a sentence that names the variable', async () => {
  const discord = await open();
  const { adapter } = adapterFor(discord, bot, { token: 'wrong.token.altogether' });
  const { code, message } = await failure(adapter.start());
  expect(code).toBe('configuration');
  expect(message).toContain('DISCORD_TOKEN');
  expect(message).toContain('https://discord.com/developers/applications');
  expect(adapter.health()).toEqual({ ready: false, detail: message });
});

test.each([
  [4004, 'DISCORD_TOKEN'],
  [4013, 'DISCORD_TOKEN'],
  [4014, 'DISCORD_TOKEN'],
  [4012, 'update Verbatim'],
])('a gateway that closes with %i ends it with a sentence', async (closeWith, words) => {
  const { adapter } = adapterFor(await open({ closeWith }), bot);
  const { message } = await failure(adapter.start());
  expect(message).toContain(words);
  expect(adapter.health()).toEqual({ ready: false, detail: message });
});

test('an application that is not the token’s ends it with a sentence that names both', async () => {
  const discord = await open();
  const { adapter } = adapterFor(discord, bot, { applicationId: '999999999999999999' });
  const { message } = await failure(adapter.start());
  for (const words of ['DISCORD_APPLICATION_ID', '999999999999999999', applicationId]) expect(message).toContain(words);
  await expect.poll(() => discord.gateway.connected).toBe(false);
});

test('a token that is reset while it runs is told in the log and by its health', async () => {
  const { discord, adapter, lines } = await running(bot);
  discord.gateway.close(4004);
  await expect.poll(() => adapter.health().detail).toContain('DISCORD_TOKEN');
  expect(adapter.health().ready).toBe(false);
  expect(lines.filter(({ level }) => level === 50)).toMatchObject([{ msg: adapter.health().detail }]);
});

test('a Discord that is down at first is tried until it is there', async () => {
  const discord = await open();
  const { adapter, lines } = adapterFor(discord, bot);
  discord.fail(/gateway/, ...Array.from({ length: 8 }, () => ({ status: 503 })));
  await adapter.start();
  expect(adapter.health().ready).toBe(true);
  expect(lines.filter(({ msg }) => msg === 'Discord cannot be reached; trying again')).toHaveLength(2);
});

test('a start does not wait for ever, and connects all the same', async () => {
  const discord = await open();
  const { adapter } = adapterFor(discord, bot, { timing: { startMs: 10, retryMs: 50 } });
  discord.fail(/gateway/, ...Array.from({ length: 4 }, () => ({ status: 503 })));
  await adapter.start();
  expect(adapter.health().ready).toBe(false);
  await expect.poll(() => adapter.health().ready).toBe(true);
});

test('a token found wrong after the start has stopped waiting is in the log', async () => {
  const discord = await open();
  const { adapter, lines } = adapterFor(discord, bot, { token: 'wrong.token.altogether', timing: { startMs: 0 } });
  await adapter.start();
  await expect.poll(() => lines.at(-1)?.msg).toContain('DISCORD_TOKEN');
});

test('stopped before it ever connected, its start comes to an end', async () => {
  const discord = await open();
  const { adapter } = adapterFor(discord, bot);
  discord.fail(/gateway/, ...Array.from({ length: 400 }, () => ({ status: 503 })));
  const starting = adapter.start();
  await expect.poll(() => adapter.health().detail).toContain('cannot be reached');
  await adapter.stop();
  await starting;
  expect(adapter.health()).toEqual({ ready: false, detail: 'Discord has been left.' });
});

test('stopped while it logs in, it leaves what it has just joined', async () => {
  const discord = await open();
  const { adapter } = adapterFor(discord, bot);
  const starting = adapter.start();
  await adapter.stop();
  await starting;
  await expect.poll(() => discord.gateway.connected).toBe(false);
  expect(adapter.health().ready).toBe(false);
});

test('told to stop, it answers what is under way, turns away what is new, and leaves', async () => {
  const answer = gate<ReturnType<typeof saying>>();
  const { discord, adapter } = await running(fakeBot({ run: () => answer.opened }));
  const underWay = discord.send(commandPayload('quote', {}));
  await discord.desk.until(() => underWay.type === 5, 'an acknowledgement');

  const stopping = adapter.stop();
  const late = await discord.answer(discord.send(commandPayload('quote', {})));
  expect(late.ephemeral).toBe(true);
  expect(textsOf(late.body).join()).toContain('Ask again in a moment');
  const typing = discord.send(typingPayload('quote', 'words', { words: 'ti' }));
  await discord.desk.until(() => typing.type === 8, 'suggestions');
  expect(typing.choices).toEqual([]);

  answer.open(saying('Here it is'));
  expect(textsOf((await discord.answer(underWay)).body)).toEqual(['Here it is']);
  await stopping;
  await expect.poll(() => discord.gateway.connected).toBe(false);
  expect(discord.gateway.log.at(-1)).toBe('close 1000');
});

test('it does not wait for ever for work that never ends', async () => {
  const { discord, adapter } = await running(fakeBot({ run: () => new Promise(() => {}) }), {
    timing: { graceMs: 20 },
  });
  discord.send(commandPayload('quote', {}));
  await expect.poll(() => discord.requests.at(-1)).toContain('callback');
  await adapter.stop();
  await expect.poll(() => discord.gateway.connected).toBe(false);
});
