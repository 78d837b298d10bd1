// Buttons: what they put where, once, and what people hear where Slack takes no answer.

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import type { Bot } from '../../../src/bot/command.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { buttonsOf, labelOf } from '../../support/slack/stand-in.ts';
import { startSlack, transports } from './start.ts';

/** A bot whose buttons give this. */
const pressing =
  (reply: Partial<Reply<string>>, delivery: 'new' | 'replace' = 'new') =>
  (bot: Bot): Bot => ({
    ...bot,
    press: async () => ({
      reply: {
        blocks: [{ kind: 'text', text: [{ text: 'pressed' }] }],
        actions: [],
        visibility: 'private',
        summary: 'pressed',
        locale: 'en',
        ...reply,
      },
      delivery,
    }),
  });

describe.each(transports)('over %s', (transport) => {
  test('the next page takes the place of the one before', async () => {
    const { slack } = await startSlack(transport);
    await slack.type('/quote', 'tiktok');
    const { status, body, responseUrl } = await slack.press('Next');
    expect([status, body]).toEqual([200, undefined]);
    expect(await slack.answerTo({ responseUrl })).toMatchObject({ replaced: true, to: 'everybody' });
    expect(slack.shown).toHaveLength(1);
    expect(JSON.stringify(slack.shown)).toContain('4–6 of 8');
  });

  test('a private answer is shared in the channel, by the name of who shared it', async () => {
    const { slack } = await startSlack(transport);
    slack.people.set('U1', { name: 'Mira C.', locale: 'en-GB' });
    await slack.type('/quote', 'lighthouse private:yes');
    const shared = await slack.answerTo(await slack.press('Share'));
    expect(shared).toMatchObject({ to: 'everybody', replaced: false });
    expect(JSON.stringify(shared)).toContain('Shared by Mira C.');
    expect(slack.shown).toHaveLength(2);
  });

  test('a double press is answered once', async () => {
    const { slack } = await startSlack(transport);
    await slack.type('/quote', 'lighthouse');
    await Promise.all([slack.press('Context'), slack.press('Context')]);
    await vi.waitFor(() => expect(slack.shown).toHaveLength(2));
    await sleep(200);
    expect(slack.shown).toHaveLength(2);
  });
});

describe('a button', () => {
  test('pressed by somebody else gives them a copy that they alone see', async () => {
    const { slack } = await startSlack('Socket Mode');
    await slack.type('/quote', 'tiktok');
    const copy = await slack.answerTo(await slack.press('Next', { user: 'U2' }));
    expect(copy).toMatchObject({ to: 'U2', replaced: false });
    expect(slack.shown[0]).toMatchObject({ to: 'everybody', replaced: false });
  });

  test('pressed again by a trembling finger is answered once, and later anew', async () => {
    let now = Date.now();
    const { slack } = await startSlack('Socket Mode', { now: () => now });
    await slack.type('/quote', 'lighthouse');
    await slack.answerTo(await slack.press('Context'));
    now += 400;
    await slack.press('Context');
    now += 400;
    await slack.answerTo(await slack.press('Context'));
    expect(slack.shown).toHaveLength(3);
  });

  test('works after a restart', async () => {
    const first = await startSlack('Socket Mode');
    await first.slack.type('/quote', 'tiktok');
    await first.adapter.stop();
    const { slack } = await startSlack('Socket Mode', { slack: first.slack });
    expect(await slack.answerTo(await slack.press('Next'))).toMatchObject({ replaced: true });
  });

  test('that opens a link is acknowledged, and nothing else happens', async () => {
    const { slack } = await startSlack('Socket Mode');
    await slack.type('/quote', 'lighthouse');
    const link = buttonsOf(slack.shown[0]?.message ?? {}).find((button) => button.url !== undefined);
    const { status } = await slack.press(labelOf(link ?? {}));
    expect(status).toBe(200);
    await sleep(50);
    expect(slack.shown).toHaveLength(1);
  });

  test.each([
    ['public', 'tiktok', 'private', { to: 'U1', replaced: false }, 2],
    ['private', 'tiktok private:yes', 'private', { to: 'U1', replaced: true }, 1],
    ['private', 'tiktok private:yes', 'public', { to: 'everybody', replaced: false }, 1],
  ] as const)(
    'on a %s message (%s) may ask that a %s answer replaces it',
    async (_was, words, visibility, seen, left) => {
      const { slack } = await startSlack('Socket Mode', { around: pressing({ visibility }, 'replace') });
      await slack.type('/quote', words);
      expect(await slack.answerTo(await slack.press('Next'))).toMatchObject(seen);
      await vi.waitFor(() => expect(slack.shown).toHaveLength(left));
    },
  );
});

describe('where Slack', () => {
  test('stumbles, the answer is sent again', async () => {
    const { slack, log } = await startSlack('Socket Mode');
    await slack.type('/quote', 'tiktok');
    slack.misbehave('response_url', { status: 503, body: 'upstream' });
    expect(await slack.answerTo(await slack.press('Context'))).toMatchObject({ to: 'U1' });
    expect(log.filter(({ msg }) => msg === 'Slack did not take an answer')).toEqual([]);
  });

  test('asks to wait, the answer waits', async () => {
    const { slack } = await startSlack('Socket Mode');
    await slack.type('/quote', 'tiktok');
    slack.misbehave('response_url', { status: 429, headers: { 'retry-after': '1' }, body: 'rate_limited' });
    expect(await slack.answerTo(await slack.press('Context'))).toMatchObject({ to: 'U1' });
  });

  test('refuses what an answer looks like, its words are sent plain, and the log has what Slack said', async () => {
    const { slack, log } = await startSlack('Socket Mode');
    await slack.type('/quote', 'lighthouse');
    slack.misbehave('response_url', { status: 400, body: { ok: false, error: 'invalid_blocks' } });
    const { message } = await slack.answerTo(await slack.press('Context'));
    expect(message.blocks).toBeUndefined();
    expect(String(message.text)).toContain('At least a lighthouse does not collect customer data.');
    expect(log).toContainEqual(expect.objectContaining({ slack: 'invalid_blocks', status: 400 }));
  });

  test('does not let it post in a channel, who asked is told in private', async () => {
    const { slack, log } = await startSlack('Socket Mode');
    await slack.type('/quote', 'lighthouse private:yes');
    slack.misbehave('response_url', { status: 403, body: 'restricted_action' });
    const told = await slack.answerTo(await slack.press('Share'));
    expect(told).toMatchObject({
      to: 'U1',
      message: { text: expect.stringContaining('I may not post in this channel') },
    });
    expect(log).toContainEqual(expect.objectContaining({ slack: 'restricted_action' }));
  });

  test('is down while something is shared, who asked is told to try again, and trying again shares it once', async () => {
    const { slack } = await startSlack('Socket Mode');
    await slack.type('/quote', 'lighthouse private:yes');
    const outage = { status: 503, body: 'upstream' };
    slack.misbehave('response_url', outage, outage, outage);
    const told = await slack.answerTo(await slack.press('Share'));
    expect(told).toMatchObject({ to: 'U1', message: { text: expect.stringContaining('Please try again') } });
    await sleep(100);
    expect(await slack.answerTo(await slack.press('Share'))).toMatchObject({ to: 'everybody' });
    await sleep(600);
    expect(await slack.answerTo(await slack.press('Share'))).toMatchObject({ to: 'U1' });
    expect(slack.shown.filter(({ to }) => to === 'everybody')).toHaveLength(1);
  });

  test('limits how often it is written to, who asked is told why: the last use of a place is kept for that', async () => {
    const { slack, log } = await startSlack('Socket Mode');
    await slack.type('/quote', 'lighthouse private:yes');
    const outage = { status: 503, body: 'upstream' };
    const refusal = { status: 400, body: { ok: false, error: 'invalid_blocks' } };
    slack.misbehave('response_url', outage, outage, refusal, outage);
    const told = await slack.answerTo(await slack.press('Share'));
    expect(told).toMatchObject({ to: 'U1', message: { text: expect.stringContaining('Please try again') } });
    expect(log.filter((line) => 'slack' in line).map(({ status }) => status)).toEqual([400, 503]);
  });

  test('refuses a private answer, who asked is given the reference that stands in the log', async () => {
    const { slack, log } = await startSlack('Socket Mode');
    await slack.type('/quote', 'lighthouse');
    slack.misbehave('response_url', { status: 403, body: { ok: false, error: 'team_access_not_granted' } });
    const { message } = await slack.answerTo(await slack.press('Context'));
    const reference = /the reference ([0-9a-f]{8})/.exec(String(message.text))?.[1];
    expect(log).toContainEqual(expect.objectContaining({ slack: 'team_access_not_granted', reference }));
  });

  test('takes no more answers, the log says so and everything goes on', async () => {
    const { slack, log } = await startSlack('Socket Mode');
    await slack.type('/quote', 'lighthouse');
    slack.misbehave('response_url', { status: 404, body: { ok: false, error: 'expired_url' } });
    await slack.press('Context');
    await vi.waitFor(() => expect(log).toContainEqual(expect.objectContaining({ slack: 'expired_url' })));
    expect((await slack.type('/quote', 'ferry')).body).toBeDefined();
  });
});

test('a picture goes out after the acknowledgement, where Slack says whether it could fetch it', async () => {
  const { slack } = await startSlack('Socket Mode', {
    around: (bot) => ({
      ...bot,
      run: async () => ({
        reply: {
          blocks: [{ kind: 'image', url: 'https://harbour.example.org/cover.png', alt: 'A lighthouse' }],
          actions: [],
          visibility: 'public',
          summary: 'A picture',
          locale: 'en',
        },
        delivery: 'new',
      }),
    }),
  });
  slack.misbehave('response_url', { status: 400, body: { ok: false, error: 'invalid_blocks' } });
  const typed = await slack.type('/quote', 'x');
  expect(typed.body).toBeUndefined();
  const { message } = await slack.answerTo(typed);
  expect(message).toMatchObject({ text: 'A lighthouse: https://harbour.example.org/cover.png' });
});
