// What Slack sends, as what the bot is asked.

import { describe, expect, test } from 'vitest';
import { renderForm } from '../../../src/adapters/slack/modal.ts';
import { receiveCommand, receivePress } from '../../../src/adapters/slack/receive.ts';
import type { Command } from '../../../src/bot/command.ts';
import { commandPayload } from '../../support/slack/payloads.ts';
import { fixtureOfFile } from './start.ts';

const known = { person: { id: 'T1.U1', name: 'Mira' }, locale: 'en-GB' };
const who = { user: 'U1', channel: 'C1', team: 'T1' };

async function receive(command: string, text: string) {
  const { bot } = await fixtureOfFile();
  const payload = commandPayload(who, command, text, { trigger: 'x', responseUrl: 'https://hooks.slack.com/x' });
  return receiveCommand(payload, bot, known);
}

describe('a command', () => {
  test('is the words as typed, with who asks and how commands are typed here', async () => {
    expect(await receive('/quote', 'R&amp;D from:paul')).toEqual({
      invocation: { command: 'quote', options: { words: 'R&D from:paul' }, prefix: '/', ...known },
      needsForm: false,
    });
  });

  test.each([
    ['/quote', '', true],
    ['/quote', '   ', true],
    ['/verbatim', 'quote', true],
    ['/episode', '', true],
    ['/episodes', '', false],
    ['/random', '', false],
    ['/verbatim', '', false],
    ['/unknown', '', false],
  ])('%s %s needs a form: %s', async (command, text, needsForm) => {
    expect(await receive(command, text)).toMatchObject({ needsForm });
  });
});

test('a press is the id its button carried', () => {
  const button = { type: 'button', block_id: 'b', action_id: 'press-0', action_ts: '1', value: 'abc.0' } as const;
  const text = { type: 'plain_text', text: 'Next' } as const;
  expect(receivePress({ ...button, text }, known)).toEqual({ id: 'abc.0', ...known });
});

test('the golden form', async () => {
  const text = (en: string) => ({ en, id: en });
  const command: Command = {
    name: 'quote',
    description: text('Find what was really said'),
    reach: 'typed',
    options: {
      words: {
        kind: 'text',
        required: true,
        rest: 'query',
        description: text('Words you remember'),
        example: 'tiktok',
        suggest: async () => [],
      },
      after: { kind: 'day', required: false, description: text('Only from this day on'), example: '2020-08' },
      private: { kind: 'flag', required: false, description: text('Show the answer to you alone') },
    },
    run: () => Promise.reject(new Error('never run')),
  };
  const form = { command: 'quote', responseUrl: 'https://hooks.slack.com/commands/T1/1/x', openedAtMs: 0 };
  const view = `${JSON.stringify(renderForm(command, form, 'en'), null, 2)}\n`;
  await expect(view).toMatchFileSnapshot('../../golden/slack/form.json');
});
