// A share that Discord lost can be pressed again, and one that arrived cannot: the real bot over a made-up library.

import { expect, onTestFinished, test } from 'vitest';
import type { Press } from '../../../src/bot/command.ts';
import { gate } from '../../support/discord/fake-bot.ts';
import { textsOf } from '../../support/discord/rules.ts';
import { openFixture } from '../../support/fixture-library.ts';
import { running } from './running.ts';

const down = { status: 500, body: { message: 'no healthy upstream' } };
/** Longer than the adapter and its client try, until `mend`. */
const outage = Array.from({ length: 100 }, () => down);

/** Somebody has found a quote for themselves; `wait` is what presses of its buttons wait for. */
async function asking(wait: () => Promise<void> = async () => {}) {
  const fixture = await openFixture();
  onTestFinished(() => fixture.close());
  const bot = {
    ...fixture.bot,
    press: async (press: Press) => {
      const answer = await fixture.bot.press(press);
      await wait();
      return answer;
    },
  };
  const { discord, lines } = await running(bot, { timing: { doublePressMs: 0 } });
  const quote = await discord.type('quote', { words: 'lighthouse', private: true });
  const shared = () => [...discord.desk.messages.values()].filter(({ ephemeral }) => !ephemeral);
  const failed = () => lines.some(({ msg }) => msg === 'Discord did not take the apology either');
  return { discord, quote, shared, failed };
}

test.each([
  ['at once', /^POST \/interactions\//, false],
  ['after its acknowledgement', /^POST \/webhooks\//, true],
])(
  'a share that could not be posted %s is posted by the next press, and by that alone',
  async (_when, route, isSlow) => {
    const answer = gate<void>();
    if (!isSlow) answer.open();
    const { discord, quote, shared, failed } = await asking(() => answer.opened);
    discord.fail(route, ...outage);
    const dialogue = discord.send(discord.pressing(quote, 'Share'));
    if (isSlow) await discord.desk.until(() => dialogue.type === 6, 'an acknowledgement');
    answer.open();
    await expect.poll(failed).toBe(true);
    discord.mend();
    expect(shared()).toEqual([]);

    const posted = await discord.press(quote, 'Share');
    expect(shared()).toEqual([posted]);
    expect(textsOf(posted.body).join()).toContain('lighthouse');

    expect((await discord.press(quote, 'Share')).ephemeral).toBe(true);
    expect(shared()).toEqual([posted]);
  },
);
