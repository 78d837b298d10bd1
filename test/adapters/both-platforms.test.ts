// One process serves Discord and Slack: 200 commands at once over both, lines that drop, and a fault that stays where it is.
import { expect, test, vi } from 'vitest';
import { commandPayload } from '../support/discord/payloads.ts';
import { textsOf } from '../support/discord/rules.ts';
import { running } from './discord/running.ts';
import { fixtureOfFile, startSlack } from './slack/start.ts';

const asked = 100;

const someone = (place: number) => ({
  id: String(200_000_000_000_000_000n + BigInt(place)),
  username: `person${place}`,
});

test('200 commands over both, both lines dropping halfway: everybody is answered once', {
  timeout: 90_000,
}, async () => {
  const bot = (await fixtureOfFile()).restart();
  // How soon is for the benchmark to say: here a busy machine may take its time.
  const { discord } = await running(bot, {}, { firstResponseMs: 60_000, validate: false });
  const { slack } = await startSlack('Socket Mode', { around: () => bot });
  slack.patienceMs = 60_000;

  const dialogues = Array.from({ length: asked }, (_, place) => {
    if (place === asked / 2) {
      discord.gateway.drop();
      slack.sockets.drop();
    }
    void slack.type('/quote', 'ferry', { user: `U${place}` });
    return discord.send(commandPayload('quote', { words: 'ferry' }, { person: someone(place) }));
  });
  const answers = await Promise.all(dialogues.map((dialogue) => discord.answer(dialogue, 60_000)));
  await vi.waitFor(() => expect(slack.shown.length).toBeGreaterThanOrEqual(asked), 60_000);

  for (const { body } of answers) expect(textsOf(body).join('\n')).toContain('ferry');
  expect(discord.desk.messages.size).toBe(asked);
  expect(new Set(slack.shown.map(({ answers }) => answers)).size).toBe(asked);
  expect(slack.shown).toHaveLength(asked);
  expect(slack.refused).toEqual([]);
});

test('what Discord breaks off leaves Slack answering', async () => {
  const bot = (await fixtureOfFile()).restart();
  const { discord, adapter } = await running(bot);
  const { slack } = await startSlack('signed requests', { around: () => bot });
  discord.gateway.close(4004);
  await vi.waitFor(() => expect(adapter.health().ready).toBe(false), 10_000);
  const answer = await slack.answerTo(await slack.type('/quote', 'ferry'));
  expect(JSON.stringify(answer.message)).toContain('ferry');
});
