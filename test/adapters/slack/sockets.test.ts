// Socket Mode: two connections, renewed without a gap, and nothing lost when they break.

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import type { Bot } from '../../../src/bot/command.ts';
import { replies } from './replies.ts';
import { startSlack, transports } from './start.ts';

const { quotes } = replies;

const slowly =
  (ms: number) =>
  (bot: Bot): Bot => ({
    ...bot,
    run: async (invocation) => {
      await sleep(ms);
      return bot.run(invocation);
    },
  });

/** The search is not what is tested here. */
const alwaysAnswering =
  (ms: number) =>
  (bot: Bot): Bot => ({
    ...bot,
    run: async () => {
      await sleep(ms);
      return { reply: quotes, delivery: 'new' };
    },
  });

describe('connections', () => {
  test('are two at a time', async () => {
    const { slack, adapter } = await startSlack('Socket Mode');
    await vi.waitFor(() => expect(slack.sockets.open()).toBe(2));
    expect(adapter.health()).toEqual({ ready: true, detail: '2 Socket Mode connections open' });
  });

  test.each(['warning', 'refresh_requested'] as const)(
    'that Slack wants renewed (%s) are renewed, and nothing is lost',
    async (reason) => {
      const { slack } = await startSlack('Socket Mode');
      await vi.waitFor(() => expect(slack.sockets.open()).toBe(2));
      for (let round = 0; round < 3; round++) {
        slack.sockets.disconnect(reason);
        await slack.type('/quote', 'ferry', { user: `U${round}` });
        await vi.waitFor(() => expect(slack.sockets.open()).toBe(2));
      }
      expect(slack.shown).toHaveLength(3);
      expect(slack.sockets.greeted()).toBe(8);
      expect(slack.refused).toEqual([]);
    },
  );

  test('that break in the middle of a command leave it answered, once', async () => {
    const { slack } = await startSlack('Socket Mode', { around: slowly(150) });
    await vi.waitFor(() => expect(slack.sockets.open()).toBe(2));
    const typing = slack.type('/quote', 'ferry');
    await sleep(50);
    slack.sockets.drop();
    await typing;
    await vi.waitFor(() => expect(slack.shown).toHaveLength(1));
    expect(slack.sockets.resent()).toBe(1);
    await sleep(300);
    expect(slack.shown).toHaveLength(1);
  });

  test('that break before the acknowledgement of an answer arrived leave it answered, once', async () => {
    const { slack } = await startSlack('Socket Mode');
    await vi.waitFor(() => expect(slack.sockets.open()).toBe(2));
    slack.sockets.loseNextAcknowledgement();
    await slack.type('/quote', 'ferry');
    expect(slack.sockets.resent()).toBe(1);
    expect(slack.shown).toHaveLength(1);
  });

  test.each([
    'not JSON',
    'null',
    '{}',
    '{"type":"events_api","payload":{}}',
    '{"type":"interactive","envelope_id":"x","payload":{"type":"block_actions","actions":[]}}',
    '{"type":"slash_commands","envelope_id":"y"}',
  ])('that bring %s go on', async (message) => {
    const { slack } = await startSlack('Socket Mode');
    slack.sockets.say(message);
    expect((await slack.type('/quote', 'ferry')).body).toBeDefined();
  });

  test('that cannot be had for a while are tried for again', async () => {
    const { slack, adapter, log } = await startSlack('Socket Mode');
    await vi.waitFor(() => expect(slack.sockets.open()).toBe(2));
    const down = { status: 500, body: 'down' };
    slack.misbehave('apps.connections.open', down, down, down, down);
    slack.sockets.drop();
    await vi.waitFor(() => expect(adapter.health()).toMatchObject({ ready: false }));
    await vi.waitFor(() => expect(slack.sockets.open()).toBe(2), 15_000);
    expect(adapter.health()).toMatchObject({ ready: true });
    expect(log.filter(({ msg }) => msg === 'no connection to Slack').length).toBeGreaterThan(0);
  });

  test('that Slack ends since Socket Mode was turned off are told with where to turn it on', async () => {
    const { slack, log } = await startSlack('Socket Mode');
    await vi.waitFor(() => expect(slack.sockets.open()).toBe(2));
    slack.sockets.disconnect('link_disabled');
    await vi.waitFor(() => expect(JSON.stringify(log)).toContain('Socket Mode is off. Turn it on'));
  });
});

describe.each(transports)('told to stop over %s', (transport) => {
  test('it answers what is under way, and takes nothing new', async () => {
    const { slack, adapter } = await startSlack(transport, { around: slowly(400) });
    const typing = slack.type('/quote', 'ferry');
    await sleep(100);
    const stopping = adapter.stop();
    const late = transport === 'Socket Mode' ? undefined : await slack.type('/quote', 'lighthouse');
    await stopping;
    expect((await typing).body).toBeUndefined();
    expect(slack.shown.map(({ to }) => to).sort()).toEqual(late === undefined ? ['everybody'] : ['U1', 'everybody']);
    if (late !== undefined) expect(late.body).toMatchObject({ text: expect.stringContaining('being restarted') });
    expect(adapter.health().ready).toBe(false);
    await vi.waitFor(() => expect(slack.sockets.open()).toBe(0));
  });
});

describe.each(transports)('200 commands at once over %s', (transport) => {
  test('are all answered, each once, though every connection breaks halfway', async () => {
    const { slack } = await startSlack(transport, { around: alwaysAnswering(300) });
    // How fast this machine is, is not the question here.
    slack.patienceMs = 20_000;
    for (let n = 0; n < 200; n++) slack.people.set(`U${n}`, { name: `Person ${n}`, locale: 'en-GB' });
    const typed = Array.from({ length: 200 }, (_, n) => slack.type('/quote', 'ferry', { user: `U${n}` }));
    await sleep(150);
    if (transport === 'Socket Mode') slack.sockets.drop();
    const all = await Promise.all(typed);
    await vi.waitFor(() => expect(slack.shown.length).toBeGreaterThanOrEqual(200), 20_000);
    await sleep(300);
    expect(slack.shown.map(({ answers }) => answers).sort()).toEqual(all.map(({ responseUrl }) => responseUrl).sort());
    expect(slack.refused).toEqual([]);
  });
});
