// Commands over both transports: what goes out with the acknowledgement, what after it, and what is answered once.

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import type { Bot } from '../../../src/bot/command.ts';
import { startSlack, transports } from './start.ts';

const slowly =
  (ms: number) =>
  (bot: Bot): Bot => ({
    ...bot,
    run: async (invocation) => {
      await sleep(ms);
      return bot.run(invocation);
    },
  });

describe.each(transports)('over %s', (transport) => {
  test('a command that is answered at once is answered in its acknowledgement, in the channel', async () => {
    const { slack } = await startSlack(transport);
    const { status, body } = await slack.type('/quote', 'tiktok');
    expect(status).toBe(200);
    expect(body).toMatchObject({ response_type: 'in_channel', unfurl_links: false, unfurl_media: false });
    expect(String(body?.text)).toContain('Mira Castell: “Welcome back');
    expect(slack.shown).toHaveLength(1);
    expect(slack.refused).toEqual([]);
  });

  test('what is asked in private is answered to the asker alone', async () => {
    const { slack } = await startSlack(transport);
    await slack.type('/quote', 'tiktok private:yes');
    expect(slack.shown.map(({ to }) => to)).toEqual(['U1']);
  });

  test('an answer that takes longer is acknowledged in time and comes afterwards', async () => {
    const { slack } = await startSlack(transport, { around: slowly(1_100) });
    const { body } = await slack.type('/quote', 'tiktok');
    expect(body).toBeUndefined();
    await vi.waitFor(() => expect(slack.shown).toHaveLength(1), 3_000);
    expect(slack.shown[0]).toMatchObject({ to: 'everybody', message: { response_type: 'in_channel' } });
    expect(slack.refused).toEqual([]);
  });

  test('a command that Slack sends again is answered once', async () => {
    const { slack } = await startSlack(transport);
    const first = await slack.type('/quote', 'tiktok');
    const second = await slack.type('/quote', 'tiktok', {}, first);
    expect(second).toMatchObject({ status: 200, body: undefined });
    expect(slack.shown).toHaveLength(1);
  });

  test('mentions, links and entities in what was typed are read as they were typed', async () => {
    const asked: unknown[] = [];
    const { slack } = await startSlack(transport, {
      around: (bot) => ({
        ...bot,
        run: (invocation) => {
          asked.push(invocation.options.words);
          return bot.run(invocation);
        },
      }),
    });
    await slack.type(
      '/quote',
      'R&amp;D &lt;3 <@U123|mira> <#C1|harbour> <https://harbour.example.org|harbour.example.org>',
    );
    expect(asked).toEqual(['R&D <3 @mira #harbour harbour.example.org']);
  });

  test('/verbatim is help, and the way to every other command', async () => {
    const { slack } = await startSlack(transport);
    const help = await slack.type('/verbatim');
    expect(help.body).toMatchObject({ response_type: 'ephemeral', text: 'What you can ask, and how to search' });
    expect(JSON.stringify(help.body)).toContain('"/verbatim"');
    expect(JSON.stringify(help.body)).not.toContain('/help');
    const quote = await slack.type('/verbatim', 'quote tiktok');
    expect(quote.body).toMatchObject({ response_type: 'in_channel' });
  });

  test('a command that nobody declared is answered kindly', async () => {
    const { slack } = await startSlack(transport);
    const { body } = await slack.type('/nonsense', 'x');
    expect(body).toMatchObject({ response_type: 'ephemeral' });
    expect(String(body?.text)).toContain('I know no command');
  });
});
