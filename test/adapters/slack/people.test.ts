// Who asks: the language and the name that Slack tells apart from the question.

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { createMemory } from '../../../src/adapters/slack/memory.ts';
import { createPeople } from '../../../src/adapters/slack/people.ts';
import { within } from '../../../src/adapters/slack/within.ts';
import { startSlack } from './start.ts';

const asked = (calls: readonly string[]): number => calls.filter((call) => call === 'users.info').length;

describe('in Slack', () => {
  test('an answer comes in the language of who asks, and Slack is asked once', async () => {
    const { slack } = await startSlack('Socket Mode');
    slack.people.set('U1', { name: 'Sari', locale: 'id-ID' });
    await slack.type('/quote', 'lighthouse');
    expect(JSON.stringify(slack.shown[0])).toContain('Konteks');
    await slack.type('/quote', 'ferry');
    expect(asked(slack.calls)).toBe(1);
  });

  test('somebody whom Slack does not know is answered in the default language', async () => {
    const { slack } = await startSlack('Socket Mode');
    const { body } = await slack.type('/quote', 'lighthouse');
    expect(JSON.stringify(body)).toContain('Context');
  });

  test('without the scope people are answered all the same, the log says it once, and Slack is asked no more', async () => {
    const { slack, log } = await startSlack('Socket Mode');
    slack.scopes.delete('users:read');
    for (const user of ['U1', 'U2', 'U3']) expect((await slack.type('/quote', 'ferry', { user })).body).toBeDefined();
    expect(asked(slack.calls)).toBe(1);
    expect(log.filter(({ msg }) => String(msg).startsWith('Slack did not tell who asks'))).toHaveLength(1);
  });

  test('an answer does not wait for a Slack that takes its time; the next one knows', async () => {
    const { slack } = await startSlack('Socket Mode');
    slack.people.set('U1', { name: 'Sari', locale: 'id' });
    slack.misbehave('users.info', { afterMs: 700 });
    expect(JSON.stringify((await slack.type('/quote', 'lighthouse')).body)).toContain('Context');
    await sleep(800);
    expect(JSON.stringify((await slack.type('/quote', 'lighthouse')).body)).toContain('Konteks');
  });

  test('that limits how often it is asked is left alone as long as it says', async () => {
    const { slack } = await startSlack('Socket Mode');
    slack.misbehave('users.info', { status: 429, headers: { 'retry-after': '30' }, body: '' });
    await slack.type('/quote', 'ferry', { user: 'U1' });
    await slack.type('/quote', 'ferry', { user: 'U2' });
    expect(asked(slack.calls)).toBe(1);
  });
});

describe('people', () => {
  test('are asked about anew after an hour', async () => {
    let now = 0;
    const ask = vi.fn(async () => ({ name: 'Mira' }));
    const people = createPeople({ ask, onFailure: () => 0, now: () => now });
    await people.find('U1');
    now = 59 * 60_000;
    await people.find('U1');
    expect(ask).toHaveBeenCalledTimes(1);
    now = 61 * 60_000;
    expect(await people.find('U1')).toEqual({ name: 'Mira' });
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('asked about twice at once are asked about once', async () => {
    const ask = vi.fn(async () => ({}));
    const people = createPeople({ ask, onFailure: () => 0 });
    await Promise.all([people.find('U1'), people.find('U1')]);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

describe('a memory', () => {
  test('forgets the oldest when it is full, and everything in time', () => {
    let now = 0;
    const memory = createMemory<number>({ most: 2, lifeMs: 100, now: () => now });
    memory.set('a', 1);
    memory.set('b', 2);
    memory.set('a', 3);
    memory.set('c', 4);
    expect(['a', 'b', 'c'].map(memory.get)).toEqual([3, undefined, 4]);
    memory.set('d', 5, 10);
    now = 50;
    expect(['c', 'd'].map(memory.get)).toEqual([4, undefined]);
    now = 100;
    expect(memory.get('c')).toBeUndefined();
  });
});

describe('waiting', () => {
  test('gives what comes in time, nothing for what does not, and nothing once it is told to hurry', async () => {
    expect(await within(Promise.resolve(1), 100)).toBe(1);
    expect(await within(sleep(1_000, 1), 5)).toBeUndefined();
    const hurry = new AbortController();
    const waiting = within(sleep(1_000, 1), 900, hurry.signal);
    hurry.abort();
    expect(await waiting).toBeUndefined();
    expect(await within(sleep(1_000, 1), 900, hurry.signal)).toBeUndefined();
  });

  test('passes on what failed', async () => {
    await expect(within(Promise.reject(new Error('no')), 100)).rejects.toThrow('no');
  });
});
