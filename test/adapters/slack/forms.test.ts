// The form that opens when a command comes without what it needs.

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import type { Invocation } from '../../../src/bot/command.ts';
import { blocksOf, type Json, object } from '../../support/slack/message-rules.ts';
import type { SlackStandIn } from '../../support/slack/stand-in.ts';
import { startSlack, transports } from './start.ts';

async function openForm(slack: SlackStandIn, command = '/quote'): Promise<Json> {
  const { body } = await slack.type(command, '  ');
  expect(body).toBeUndefined();
  await vi.waitFor(() => expect(slack.views).toHaveLength(1));
  return object(slack.views[0]);
}

const typed = (value: string): Json => ({ field: { type: 'plain_text_input', value } });
const picked = (value: string): Json => ({
  field: { type: 'external_select', selected_option: { text: { type: 'plain_text', text: value }, value } },
});
const ticked = { field: { type: 'checkboxes', selected_options: [{ value: 'yes' }] } };
const left = { field: { type: 'external_select', selected_option: null } };

describe.each(transports)('over %s', (transport) => {
  test('/quote with nothing after it opens a form with its options, and the sent form is answered', async () => {
    const { slack } = await startSlack(transport);
    const view = await openForm(slack);
    expect(view).toMatchObject({ title: { text: '/quote' }, submit: { text: 'Search' }, close: { text: 'Cancel' } });
    expect(blocksOf(view).map(({ block_id }) => block_id)).toEqual([
      'words',
      'speaker',
      'episode',
      'podcast',
      'after',
      'before',
      'private',
    ]);
    const sent = await slack.submit({ words: picked('tiktok'), speaker: picked('Jonas Pell'), after: left });
    expect(sent.body).toBeUndefined();
    await vi.waitFor(() => expect(slack.shown).toHaveLength(1));
    expect(slack.shown[0]).toMatchObject({ to: 'everybody' });
    expect(JSON.stringify(slack.shown[0])).toContain('Jonas Pell');
    expect(JSON.stringify(slack.shown[0])).not.toContain('Mira Castell ·');
    expect(slack.refused).toEqual([]);
  });

  test('suggestions come while somebody types: their own words first, then real quotes', async () => {
    const { slack } = await startSlack(transport);
    await openForm(slack);
    const options = await slack.search('words', 'ferry');
    expect(options[0]).toMatchObject({ text: { text: 'ferry' }, value: 'ferry' });
    expect(JSON.stringify(options[1])).toContain('Mira Castell: ');
    expect(slack.refused).toEqual([]);
  });
});

describe('a form', () => {
  test('sends what was filled in, and nothing that was left empty', async () => {
    const asked: Invocation[] = [];
    const { slack } = await startSlack('Socket Mode', {
      around: (bot) => ({
        ...bot,
        run: (one) => {
          asked.push(one);
          return bot.run(one);
        },
      }),
    });
    await openForm(slack);
    await slack.submit({
      words: picked('tiktok'),
      speaker: left,
      after: typed('2020'),
      private: ticked,
      podcast: { field: { type: 'checkboxes', selected_options: [] } },
    });
    await vi.waitFor(() => expect(slack.shown).toHaveLength(1));
    expect(asked[0]?.options).toEqual({ words: 'tiktok', after: '2020', private: true });
    expect(slack.shown[0]?.to).toBe('U1');
  });

  test('narrows its suggestions by what is filled in already', async () => {
    const given: unknown[] = [];
    const { slack } = await startSlack('Socket Mode', {
      around: (bot) => ({
        ...bot,
        suggest: (one) => {
          given.push(one);
          return bot.suggest(one);
        },
      }),
    });
    await openForm(slack);
    await slack.search('words', 'data', { words: picked('da'), speaker: picked('Jonas Pell') });
    expect(given).toMatchObject([
      { command: 'quote', option: 'words', typed: 'data', given: { speaker: 'Jonas Pell' } },
    ]);
  });

  test('whose suggestions are slow offers the typed words in time', async () => {
    const { slack } = await startSlack('Socket Mode', {
      around: (bot) => ({ ...bot, suggest: () => sleep(2_500, []) }),
    });
    await openForm(slack);
    expect(await slack.search('words', 'ferry')).toMatchObject([{ value: 'ferry' }]);
    expect(slack.refused).toEqual([]);
  });

  test('speaks the language of who opened it', async () => {
    const { slack } = await startSlack('Socket Mode');
    slack.people.set('U1', { name: 'Sari', locale: 'id-ID' });
    expect(await openForm(slack)).toMatchObject({ submit: { text: 'Cari' }, close: { text: 'Batal' } });
  });

  test('that stood open for more than half an hour says so instead of losing its answer', async () => {
    let now = Date.now();
    const { slack } = await startSlack('Socket Mode', { now: () => now });
    await openForm(slack);
    now += 31 * 60_000;
    const { body } = await slack.submit({ words: picked('tiktok') });
    expect(body).toMatchObject({ response_action: 'update', view: { title: { text: '/quote' } } });
    expect(JSON.stringify(body)).toContain('That took too long. Please try again.');
    expect(slack.shown).toEqual([]);
  });

  test('that Slack does not open is told to who asked', async () => {
    const { slack, log } = await startSlack('Socket Mode');
    slack.misbehave('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    await slack.type('/quote');
    await vi.waitFor(() => expect(slack.seenBy('U1')).toHaveLength(1));
    expect(slack.seenBy('U1')[0]).toMatchObject({ text: 'That took too long. Please try again.' });
    expect(JSON.stringify(log)).toContain('expired_trigger_id');
  });

  test('opens for /episode and /speaker too, and for none that needs nothing', async () => {
    const { slack } = await startSlack('Socket Mode');
    await slack.type('/episode');
    await slack.type('/speaker');
    await vi.waitFor(() => expect(slack.views).toHaveLength(2));
    expect((await slack.type('/episodes')).body).toBeDefined();
    expect((await slack.type('/speakers')).body).toBeDefined();
  });

  test('sent twice by Slack is answered once', async () => {
    const { slack } = await startSlack('Socket Mode');
    await openForm(slack);
    await Promise.all([
      slack.submit({ words: picked('tiktok') }, 'trigger-same'),
      slack.submit({ words: picked('tiktok') }, 'trigger-same'),
    ]);
    await vi.waitFor(() => expect(slack.shown).toHaveLength(1));
    await sleep(100);
    expect(slack.shown).toHaveLength(1);
  });
});
