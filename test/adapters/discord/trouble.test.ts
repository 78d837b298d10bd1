// What Discord refuses, delays or breaks: every answer arrives in some form or is in the log with what Discord said.

import { expect, test } from 'vitest';
import type { Bot } from '../../../src/bot/command.ts';
import { fakeBot, gate, quote, replyOf, saying } from '../../support/discord/fake-bot.ts';
import { commandPayload } from '../../support/discord/payloads.ts';
import { isCard, textsOf } from '../../support/discord/rules.ts';
import { adapterFor, open, running } from './running.ts';

const callback = /^POST \/interactions\//;
const original = /^PATCH \/webhooks\/.*original$/;
const followUp = /^POST \/webhooks\//;

const refusal = { status: 400, body: { code: 50_035, message: 'Invalid Form Body', errors: { components: 'no' } } };
const forbidden = { status: 403, body: { code: 50_013, message: 'Missing Permissions' } };
const down = (status: number) => ({ status, body: { message: 'no healthy upstream' } });
const times = <T>(count: number, reply: T): T[] => Array.from({ length: count }, () => reply);
/** discord.js tries four times by itself. */
const attempts = 4;

const answering = (text = 'Here it is'): Bot => fakeBot({ run: async () => saying(text) });

function slow(): { readonly bot: Bot; open(): void } {
  const answer = gate<ReturnType<typeof saying>>();
  return { bot: fakeBot({ run: () => answer.opened }), open: () => answer.open(saying('Here it is')) };
}

const loud = (lines: readonly { readonly level: number; readonly msg: string }[]) =>
  lines.filter(({ level }) => level >= 40).map(({ msg }) => msg);

test('a refused card is sent again as an embed, and a refused embed as plain text', async () => {
  for (const [refusals, form] of [
    [1, 'embed'],
    [2, 'plain'],
  ] as const) {
    const { discord, lines } = await running(
      fakeBot({ run: async () => ({ reply: replyOf([quote]), delivery: 'new' }) }),
    );
    discord.fail(callback, ...times(refusals, refusal));
    const message = await discord.type('quote');
    expect(isCard(message.body)).toBe(false);
    expect('embeds' in message.body).toBe(form === 'embed');
    expect(textsOf(message.body)[0]).toContain('**TikTok**');
    expect(lines.find(({ level }) => level === 40)).toMatchObject({ code: 50_035, errors: { components: 'no' } });
    expect(discord.violations).toEqual([]);
  }
});

test('a card whose change is refused says the least in a card', async () => {
  const bot = fakeBot({
    run: async () => saying('Page 1', { actions: [{ kind: 'press', label: 'Next', press: 'page-2' }] }),
    press: async () => ({ ...saying('Page 2'), delivery: 'replace' }),
  });
  const { discord } = await running(bot);
  const message = await discord.type('quote');
  discord.fail(callback, refusal);
  await discord.press(message, 'Next');
  expect(textsOf(message.body)).toEqual(['Page 2']);
});

test('an embed whose button is pressed becomes a card again', async () => {
  const bot = fakeBot({
    run: async () => saying('Page 1', { actions: [{ kind: 'press', label: 'Next', press: 'page-2' }] }),
    press: async () => ({ ...saying('Page 2'), delivery: 'replace' }),
  });
  const { discord } = await running(bot);
  discord.fail(callback, refusal);
  const message = await discord.type('quote');
  await discord.press(message, 'Next');
  expect(isCard(message.body)).toBe(true);
  expect(textsOf(message.body)).toEqual(['Page 2']);
  expect(discord.violations).toEqual([]);
});

test('refused in every form, the person gets a kind line and the log all that Discord said', async () => {
  const { discord, lines } = await running(answering());
  discord.fail(callback, ...times(3, refusal));
  const message = await discord.type('quote');
  expect(message.ephemeral).toBe(true);
  expect(textsOf(message.body).join()).toContain('try again');
  expect(lines.at(-1)).toMatchObject({ level: 50, status: 400, code: 50_035, message: 'Invalid Form Body' });
});

test.each([500, 503])('a %s is tried again, and the answer arrives once', async (status) => {
  const { discord, lines } = await running(answering());
  discord.fail(callback, ...times(2, down(status)));
  const message = await discord.type('quote');
  expect(textsOf(message.body)).toEqual(['Here it is']);
  expect(loud(lines)).toEqual([]);
});

test('a long outage after the acknowledgement is waited out', async () => {
  const { bot, open: answer } = slow();
  const { discord } = await running(bot);
  discord.fail(original, ...times(attempts + 1, down(503)));
  const dialogue = discord.send(commandPayload('quote', {}));
  await discord.desk.until(() => dialogue.type === 5, 'an acknowledgement');
  answer();
  expect(textsOf((await discord.answer(dialogue)).body)).toEqual(['Here it is']);
});

test('an outage that does not end is in the log, and the next command is answered', async () => {
  const { discord, lines } = await running(answering());
  // Two rounds for the answer, two for the apology.
  discord.fail(callback, ...times(4 * attempts, down(500)));
  discord.send(commandPayload('quote', {}));
  await expect
    .poll(() => loud(lines))
    .toEqual(['Discord did not take an answer', 'Discord did not take the apology either']);
  expect(lines.at(-1)).toMatchObject({ status: 500 });
  expect(textsOf((await discord.type('quote')).body)).toEqual(['Here it is']);
});

test.each(['hang up', 'lose'] as const)('a line that is cut (%s) costs no answer and doubles none', async (how) => {
  const { discord, lines } = await running(answering());
  discord.fail(callback, how);
  const message = await discord.type('quote');
  expect(textsOf(message.body)).toEqual(['Here it is']);
  expect(message.ephemeral).toBe(false);
  expect(discord.desk.messages.size).toBe(1);
  expect(loud(lines)).toEqual([]);
});

test('an acknowledgement whose way back was cut counts', async () => {
  const { bot, open: answer } = slow();
  const { discord } = await running(bot);
  discord.fail(callback, 'lose');
  const dialogue = discord.send(commandPayload('quote', {}));
  await discord.desk.until(() => dialogue.log.length >= 2, 'a second attempt');
  answer();
  expect(textsOf((await discord.answer(dialogue)).body)).toEqual(['Here it is']);
});

const limited = (headers: Readonly<Record<string, string>>, global: boolean) => ({
  status: 429,
  headers: { 'retry-after': '0.05', ...headers },
  body: { message: 'You are being rate limited.', retry_after: 0.05, global },
});
const ofRoute = limited(
  {
    'x-ratelimit-scope': 'user',
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': '0.05',
  },
  false,
);
const ofAll = limited({ 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }, true);

test.each([
  ['a route', ofRoute],
  ['everything', ofAll],
])('a limit on %s is waited out, before the first response and after it', async (_what, reply) => {
  const { discord } = await running(answering());
  discord.fail(callback, reply);
  expect(textsOf((await discord.type('quote')).body)).toEqual(['Here it is']);

  const { bot, open: answer } = slow();
  const { discord: another } = await running(bot);
  another.fail(original, reply);
  const dialogue = another.send(commandPayload('quote', {}));
  await another.desk.until(() => dialogue.type === 5, 'an acknowledgement');
  answer();
  expect(textsOf((await another.answer(dialogue)).body)).toEqual(['Here it is']);
});

test('an interaction that was over before its answer is in the log with what Discord said', async () => {
  const { discord, lines } = await running(answering(), {}, { firstResponseMs: -1 });
  discord.send(commandPayload('quote', {}));
  await expect
    .poll(() => lines.at(-1))
    .toMatchObject({
      level: 40,
      code: 10_062,
      message: 'Unknown interaction',
      msg: 'an interaction was over before its answer came',
    });
  expect(discord.desk.messages.size).toBe(0);
});

test('a token that has expired since the acknowledgement is in the log as well', async () => {
  const { bot, open: answer } = slow();
  const { discord, lines } = await running(bot, {}, { tokenLifeMs: 0 });
  const dialogue = discord.send(commandPayload('quote', {}));
  await discord.desk.until(() => dialogue.type === 5, 'an acknowledgement');
  answer();
  await expect.poll(() => lines.at(-1)).toMatchObject({ level: 40, code: 10_015, message: 'Unknown Webhook' });
});

test('late suggestions are nobody’s business', async () => {
  const bot = fakeBot({ suggest: async () => [{ label: 'Mira', value: 'mira' }] });
  const { discord, lines } = await running(bot, {}, { firstResponseMs: -1 });
  discord.suggestions('quote', 'words', { words: 'mi' }).catch(() => {});
  await expect.poll(() => lines.at(-1)).toMatchObject({ level: 20, code: 10_062 });
});

test('where Discord forbids posting, the asker is told in private', async () => {
  const { discord } = await running(answering());
  discord.fail(callback, forbidden);
  const atOnce = await discord.type('quote');
  expect(atOnce.ephemeral).toBe(true);
  expect(textsOf(atOnce.body).join()).toContain('may not post');

  const { bot, open: answer } = slow();
  const { discord: another } = await running(bot);
  another.fail(original, forbidden);
  const dialogue = another.send(commandPayload('quote', {}));
  await another.desk.until(() => dialogue.type === 5, 'an acknowledgement');
  answer();
  const later = await another.answer(dialogue);
  expect(later.ephemeral).toBe(true);
  expect(textsOf(later.body).join()).toContain('may not post');
  expect(dialogue.log.slice(1)).toEqual(['DELETE @original', 'POST follow-up']);
});

test.each([
  ['fails', () => Promise.reject(new Error('secret words')), 'Please try again'],
  ['never answers', () => new Promise<never>(() => {}), 'took too long'],
])('a bot that %s still has a kind line', async (_how, run, words) => {
  const { discord } = await running(fakeBot({ run }), { timing: { giveUpMs: 50 } });
  const message = await discord.type('quote');
  expect(message.ephemeral).toBe(true);
  expect(textsOf(message.body).join()).toContain(words);
});

test('a private answer whose follow-up fails is tried again without harm', async () => {
  const answer = gate<ReturnType<typeof saying>>();
  const { discord } = await running(fakeBot({ run: () => answer.opened }));
  discord.fail(followUp, ...times(attempts, down(500)));
  const dialogue = discord.send(commandPayload('quote', {}));
  await discord.desk.until(() => dialogue.type === 5, 'an acknowledgement');
  answer.open(saying('Nothing found', { visibility: 'private' }));
  expect(textsOf((await discord.answer(dialogue)).body)).toEqual(['Nothing found']);
  expect(dialogue.log).toEqual(['POST callback 5', 'DELETE @original', 'POST follow-up']);
});

test('an acknowledgement that is taken away twice is gone', async () => {
  const answer = gate<ReturnType<typeof saying>>();
  const { discord } = await running(fakeBot({ run: () => answer.opened }));
  discord.fail(/^DELETE/, 'lose');
  const dialogue = discord.send(commandPayload('quote', {}));
  await discord.desk.until(() => dialogue.type === 5, 'an acknowledgement');
  answer.open(saying('Nothing found', { visibility: 'private' }));
  expect(textsOf((await discord.answer(dialogue)).body)).toEqual(['Nothing found']);
});

test('the log tells neither what people asked and got, nor a token', async () => {
  const { discord, lines } = await running(answering('what was said'));
  discord.fail(callback, ...times(20, refusal));
  const dialogue = discord.send(commandPayload('quote', { words: 'what was asked' }));
  await expect.poll(() => loud(lines)).toContain('Discord did not take the apology either');
  const text = JSON.stringify(lines);
  for (const secret of ['what was asked', 'what was said', dialogue.sent.token, 'stand-in.token']) {
    expect(text).not.toContain(secret);
  }
});

test('an event that is no interaction at all harms nothing', async () => {
  const { discord, lines } = await running(answering());
  discord.gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 2, data: null });
  discord.gateway.dispatch('INTERACTION_CREATE', null);
  expect(textsOf((await discord.type('quote')).body)).toEqual(['Here it is']);
  expect(loud(lines)).toEqual(['an interaction failed', 'an interaction failed']);
});

test('two adapters in one process do not wait for each other', async () => {
  const [one, two] = [await open(), await open()];
  const adapters = [adapterFor(one, answering('One')), adapterFor(two, answering('Two'))];
  await Promise.all(adapters.map(({ adapter }) => adapter.start()));
  one.fail(callback, { ...ofAll, headers: { ...ofAll.headers, 'retry-after': '0.5' } });
  one.send(commandPayload('quote', {}));
  expect(textsOf((await two.type('quote')).body)).toEqual(['Two']);
});
