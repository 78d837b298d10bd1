// Commands, suggestions, buttons and menus, by the real discord.js client against the stand-in.

import { expect, test } from 'vitest';
import type { Invocation, Press, Typing } from '../../../src/bot/command.ts';
import { messagesFor } from '../../../src/i18n/languages.ts';
import type { Message } from '../../support/discord/desk.ts';
import { fakeBot, gate, quote, replyOf, saying } from '../../support/discord/fake-bot.ts';
import { bela, commandPayload, messageCommandPayload } from '../../support/discord/payloads.ts';
import { isCard, textsOf } from '../../support/discord/rules.ts';
import type { FakeDiscord } from '../../support/discord/stand-in.ts';
import { running } from './running.ts';

test('a command is answered in one call, as a card for all', async () => {
  const asked: Invocation[] = [];
  const bot = fakeBot({
    run: async (invocation) => {
      asked.push(invocation);
      return { reply: replyOf([quote]), delivery: 'new' };
    },
  });
  const { discord } = await running(bot);
  const answer = await discord.type('quote', { words: 'tiktok', private: false }, { locale: 'id' });

  expect(asked).toEqual([
    {
      command: 'quote',
      options: { words: 'tiktok', private: false },
      person: { id: '200000000000000001', name: 'Ada' },
      locale: 'id',
      prefix: '/',
    },
  ]);
  expect(answer.ephemeral).toBe(false);
  expect(isCard(answer.body)).toBe(true);
  expect(textsOf(answer.body)[0]).toContain('**TikTok**');
  expect([...discord.desk.dialogues.values()].map(({ log }) => log)).toEqual([['POST callback 4']]);
  expect(discord.violations).toEqual([]);
});

test('a private answer is for the asker alone', async () => {
  const { discord } = await running(fakeBot({ run: async () => saying('Just for you', { visibility: 'private' }) }));
  const answer = await discord.type('help');
  expect(answer.ephemeral).toBe(true);
  expect(textsOf(answer.body)).toEqual(['Just for you']);
});

test.each([
  { foreseen: 'public', given: 'public', log: ['POST callback 5', 'PATCH @original'], alone: false },
  { foreseen: 'private', given: 'private', log: ['POST callback 5', 'PATCH @original'], alone: true },
  {
    foreseen: 'public',
    given: 'private',
    log: ['POST callback 5', 'DELETE @original', 'POST follow-up'],
    alone: true,
  },
  { foreseen: 'private', given: 'public', log: ['POST callback 5', 'PATCH @original'], alone: true },
] as const)(
  'a slow command, foreseen $foreseen and found $given, is acknowledged and then answered',
  async (course) => {
    const answer = gate<ReturnType<typeof saying>>();
    const bot = fakeBot({
      run: () => answer.opened,
      foresee: async () => ({ delivery: 'new', visibility: course.foreseen }),
    });
    const { discord } = await running(bot);
    const dialogue = discord.send(commandPayload('quote', { words: 'tiktok' }));
    await discord.desk.until(() => dialogue.type === 5, 'an acknowledgement');
    expect(dialogue.original).toMatchObject({ thinking: true, ephemeral: course.foreseen === 'private' });

    answer.open(saying('Here it is', { visibility: course.given }));
    const message = await discord.answer(dialogue);
    expect(textsOf(message.body)).toEqual(['Here it is']);
    expect(message.ephemeral).toBe(course.alone);
    expect(dialogue.log).toEqual(course.log);
    expect(discord.violations).toEqual([]);
  },
);

test('a foresight that fails or never comes is taken for an answer to all', async () => {
  for (const foresee of [() => Promise.reject(new Error('no')), () => new Promise<never>(() => {})]) {
    const answer = gate<ReturnType<typeof saying>>();
    const { discord } = await running(fakeBot({ run: () => answer.opened, foresee }));
    const dialogue = discord.send(commandPayload('quote', {}));
    await discord.desk.until(() => dialogue.type === 5, 'an acknowledgement');
    answer.open(saying('Still here'));
    expect((await discord.answer(dialogue)).ephemeral).toBe(false);
  }
});

test('suggestions come as choices, for what is being typed', async () => {
  const asked: Typing[] = [];
  const bot = fakeBot({
    suggest: async (typing) => {
      asked.push(typing);
      return [
        { label: 'Mira Solberg · 8 episodes', value: 'mira solberg' },
        { label: 'x'.repeat(200), value: 'long' },
        { label: 'too long a value', value: 'x'.repeat(101) },
      ];
    },
  });
  const { discord } = await running(bot);
  const choices = await discord.suggestions('quote', 'speaker', { words: 'data', speaker: 'mir' });
  expect(choices).toEqual([
    { name: 'Mira Solberg · 8 episodes', value: 'mira solberg' },
    { name: `${'x'.repeat(99)}…`, value: 'long' },
  ]);
  expect(asked).toMatchObject([{ command: 'quote', option: 'speaker', typed: 'mir', given: { words: 'data' } }]);
});

test.each([
  ['slow', () => new Promise<never>(() => {})],
  ['broken', () => Promise.reject(new Error('no'))],
])('%s suggestions are none, in time', async (_kind, suggest) => {
  const { discord } = await running(fakeBot({ suggest }));
  expect(await discord.suggestions('quote', 'words', { words: 'tik' })).toEqual([]);
});

const page = (number: number) =>
  saying(`Page ${number}`, { actions: [{ kind: 'press', label: 'Next', press: `page-${number + 1}`, primary: true }] });

test('a button changes its message in place, in one call', async () => {
  const pressed: Press[] = [];
  const bot = fakeBot({
    run: async () => page(1),
    press: async (press) => {
      pressed.push(press);
      return { ...page(2), delivery: 'replace' };
    },
  });
  const { discord } = await running(bot);
  const message = await discord.type('quote');
  const same = await discord.press(message, 'Next', { locale: 'id' });
  expect(same.id).toBe(message.id);
  expect(textsOf(message.body)).toEqual(['Page 2', 'Next']);
  expect(pressed).toEqual([{ id: 'page-2', person: { id: '200000000000000001', name: 'Ada' }, locale: 'id' }]);
  expect(discord.violations).toEqual([]);
});

test('a slow button is acknowledged, and its message changes when the answer is there', async () => {
  const answer = gate<ReturnType<typeof saying>>();
  const { discord } = await running(fakeBot({ run: async () => page(1), press: () => answer.opened }));
  const message = await discord.type('quote');
  const dialogue = discord.send(discord.pressing(message, 'Next'));
  await discord.desk.until(() => dialogue.type === 6, 'an acknowledgement');
  expect(textsOf(message.body)[0]).toBe('Page 1');
  answer.open({ ...page(2), delivery: 'replace' });
  await discord.answer(dialogue);
  expect(textsOf(message.body)[0]).toBe('Page 2');
});

test.each([true, false])('somebody else’s press gives them a copy of their own (slow: %s)', async (slow) => {
  const answer = gate<ReturnType<typeof saying>>();
  const pressed: Press[] = [];
  const bot = fakeBot({
    run: async () => page(1),
    press: (press) => {
      pressed.push(press);
      return answer.opened;
    },
  });
  const { discord } = await running(bot);
  const message = await discord.type('quote');
  const dialogue = discord.send(discord.pressing(message, 'Next', { person: bela }));
  if (slow) await discord.desk.until(() => dialogue.type === 6, 'an acknowledgement');
  answer.open({ ...page(2), reply: { ...page(2).reply, visibility: 'private' } });
  const copy = await discord.answer(dialogue);
  expect(copy).toMatchObject({ ephemeral: true });
  expect(copy.id).not.toBe(message.id);
  expect(textsOf(message.body)[0]).toBe('Page 1');
  expect(pressed[0]?.person).toEqual({ id: bela.id, name: 'bela' });
  expect(discord.violations).toEqual([]);
});

test('many choices come as a menu, and picking one presses it', async () => {
  const actions = Array.from({ length: 30 }, (_, index) => ({
    kind: 'press' as const,
    label: `Query ${index}`,
    press: `query-${index}`,
  }));
  const pressed: string[] = [];
  const bot = fakeBot({
    run: async () => saying('Did you mean …?', { actions }),
    press: async ({ id }) => {
      pressed.push(id);
      return saying('There', { visibility: 'private' });
    },
  });
  const { discord } = await running(bot);
  const message = await discord.type('quote');
  await discord.choose(message, /^Query 27$/);
  expect(pressed).toEqual(['query-27']);
  expect(discord.violations).toEqual([]);
});

test('what is shared is posted for all, as an answer to whoever shares it', async () => {
  const { discord } = await running(fakeBot({ run: async () => page(1), press: async () => saying('Shared by Ada') }));
  const message = await discord.type('quote');
  const shared = await discord.press(message, 'Next');
  expect(shared.ephemeral).toBe(false);
  expect(textsOf(shared.body)).toEqual(['Shared by Ada']);
});

const readOnly = { appPermissions: 1n << 10n };
test.each([
  ['in a channel where the bot may not write', readOnly],
  ['in a thread where the bot may not write', { appPermissions: 1n << 11n, channelType: 11 }],
  ['where apps of one’s own are not welcome', { installed: 'user', memberPermissions: 1n << 11n }],
] as const)('%s, sharing says so in private, and answers are private', async (_where, scene) => {
  let shared = 0;
  const bot = fakeBot({
    run: async () => page(1),
    press: async () => {
      shared += 1;
      return saying('Shared by Ada');
    },
  });
  const { discord } = await running(bot);
  const message = await discord.type('quote', {}, scene);
  expect(message.ephemeral).toBe(true);
  const told = await discord.press(message, 'Next', scene);
  expect(told.ephemeral).toBe(true);
  expect(textsOf(told.body).join()).toContain('may not post');
  // What could not be shared has not been: it can be, elsewhere.
  expect(shared).toBe(0);
  expect(discord.violations).toEqual([]);
});

test('where only the person has installed it, one follow-up is the most', async () => {
  const answer = gate<ReturnType<typeof saying>>();
  const { discord } = await running(fakeBot({ run: () => answer.opened }));
  const dialogue = discord.send(commandPayload('quote', {}, { installed: 'user' }));
  await discord.desk.until(() => dialogue.type === 5, 'an acknowledgement');
  answer.open(saying('Nothing found', { visibility: 'private' }));
  expect((await discord.answer(dialogue)).ephemeral).toBe(true);
  expect(dialogue.followUps).toHaveLength(1);
});

test.each([
  ['in a chat with the bot', { chat: 'bot' }],
  ['in a chat between people', { chat: 'private', installed: 'user' }],
  ['in a server that has not installed it', { installed: 'user' }],
  ['in a thread', { channelType: 11 }],
] as const)('%s, answers are for all', async (_where, scene) => {
  const { discord } = await running(fakeBot({ run: async () => page(1) }));
  expect((await discord.type('quote', {}, scene)).ephemeral).toBe(false);
});

test('a double press is answered once', async () => {
  let answered = 0;
  const bot = fakeBot({
    run: async () => page(1),
    press: async () => {
      answered += 1;
      return saying(`Shared ${answered}`);
    },
  });
  const { discord } = await running(bot);
  const message = await discord.type('quote');
  const [first, second] = [discord.pressing(message, 'Next'), discord.pressing(message, 'Next')].map((sent) =>
    discord.send(sent),
  );
  await discord.desk.until(() => first?.type === 4 && second?.type === 6, 'both presses to be taken');
  expect(answered).toBe(1);

  // Somebody else’s is another press.
  await discord.press(message, 'Next', { person: bela });
  expect(answered).toBe(2);
});

test('an event that Discord sends twice is answered once', async () => {
  let asked = 0;
  const bot = fakeBot({
    run: async () => {
      asked += 1;
      return saying('Once');
    },
  });
  const { discord, lines } = await running(bot);
  const dialogue = discord.send(commandPayload('quote', {}));
  discord.gateway.repeat();
  await discord.answer(dialogue);
  discord.gateway.repeat();
  await discord.type('quote');
  expect(asked).toBe(2);
  expect(dialogue.log).toEqual(['POST callback 4']);
  expect(lines.filter(({ level }) => level > 30)).toEqual([]);
});

test.each<[string, (discord: FakeDiscord) => Promise<Message>]>([
  ['a form', (discord) => discord.submit()],
  ['a form in a chat with the bot', (discord) => discord.submit({ chat: 'bot', installed: 'user' })],
  ['a command of a message’s menu', (discord) => discord.answer(discord.send(messageCommandPayload('Quote this')))],
])('%s that Verbatim never asked for gets a kind line, in time', async (_what, send) => {
  const { discord, lines } = await running(fakeBot());
  const told = await send(discord);
  expect(told.ephemeral).toBe(true);
  expect(textsOf(told.body).join()).toContain(messagesFor('en').platform.unknown);
  // One call: whatever came after three seconds would have been refused.
  expect([...discord.desk.dialogues.values()].map(({ log }) => log)).toEqual([['POST callback 4']]);
  expect(lines.filter(({ level }) => level > 30)).toEqual([]);
  expect(discord.violations).toEqual([]);
});
