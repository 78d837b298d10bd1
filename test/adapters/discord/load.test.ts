// Many at once: everybody is answered, once, also where the line drops in the middle.

import { expect, test } from 'vitest';
import { pause } from '../../../src/adapters/discord/within.ts';
import { fakeBot, quote, replyOf } from '../../support/discord/fake-bot.ts';
import { commandPayload } from '../../support/discord/payloads.ts';
import { textsOf } from '../../support/discord/rules.ts';
import { running } from './running.ts';

/** Takes as long as a search may. */
const bot = fakeBot({
  async run({ options }) {
    await pause(Number(options.ms));
    return { reply: replyOf([{ ...quote, text: String(options.words), highlights: [] }]), delivery: 'new' };
  },
});

/** Some at once, some after their acknowledgement: a bot that is asked 200 things takes its time. */
const commands = Array.from({ length: 200 }, (_, index) =>
  commandPayload('quote', { words: `words of asker ${index}`, ms: String((index * 37) % 300) }),
);

test('200 commands in flight, the line dropping halfway: all answered with what they asked, none twice', {
  timeout: 90_000,
}, async () => {
  // How soon is for the benchmark to say, and what bodies look like for the other tests: here a busy machine may take its time.
  const { discord, lines } = await running(bot, {}, { firstResponseMs: 60_000, validate: false });
  const dialogues = commands.map((sent, index) => {
    if (index === 100) discord.gateway.drop();
    return discord.send(sent);
  });
  const answers = await Promise.all(dialogues.map((dialogue) => discord.answer(dialogue, 60_000)));
  answers.forEach((answer, index) => {
    expect(textsOf(answer.body)[0]).toContain(`words of asker ${index}\n`);
  });
  expect(discord.desk.messages.size).toBe(commands.length);
  expect(discord.gateway.count('identify')).toBe(1);
  expect(lines.filter(({ level }) => level >= 40)).toEqual([]);
});
