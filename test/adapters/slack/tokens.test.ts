// Tokens that are missing or wrong: a sentence that names the variable and where its value is found.

import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createSlackAdapter, type SlackOptions } from '../../../src/adapters/slack/adapter.ts';
import { SlackStandIn } from '../../support/slack/stand-in.ts';
import { fixtureOfFile, recordLog, startSlack } from './start.ts';

type Given = Omit<SlackOptions, 'bot' | 'log'> & Partial<Pick<SlackOptions, 'log'>>;

async function start(given: (slack: SlackStandIn) => Given) {
  const slack = await new SlackStandIn().start();
  const { bot } = await fixtureOfFile();
  const adapter = createSlackAdapter({ bot, log: pino({ level: 'silent' }), apiUrl: slack.apiUrl, ...given(slack) });
  onTestFinished(async () => {
    await adapter.stop();
    await slack.close();
  });
  return adapter.start();
}

const http = { mount: () => {} };

test.each<[string, (slack: SlackStandIn) => Given, RegExp]>([
  [
    'a bot token Slack does not know',
    ({ appToken }) => ({ appToken, botToken: 'xoxb-unknown' }),
    /SLACK_BOT_TOKEN \(invalid_auth\).*OAuth & Permissions/,
  ],
  [
    'something else as bot token',
    ({ appToken }) => ({ appToken, botToken: 'xoxp-user' }),
    /SLACK_BOT_TOKEN is not a bot token.*xoxb-/,
  ],
  [
    'an app token Slack does not know',
    ({ botToken }) => ({ botToken, appToken: 'xapp-unknown' }),
    /SLACK_APP_TOKEN \(invalid_auth\).*connections:write.*App-Level Tokens/,
  ],
  [
    'something else as app token',
    ({ botToken }) => ({ botToken, appToken: 'xoxb-1' }),
    /SLACK_APP_TOKEN is not an app-level token/,
  ],
  ['no way in', ({ botToken }) => ({ botToken }), /no way to reach Verbatim.*SLACK_APP_TOKEN/],
  [
    'an empty signing secret',
    ({ botToken }) => ({ botToken, signingSecret: '', http }),
    /SLACK_SIGNING_SECRET is empty.*Basic Information/,
  ],
  ['signed requests without the HTTP port', ({ botToken }) => ({ botToken, signingSecret: 'x' }), /need the HTTP port/],
])('%s', async (_kind, given, message) => {
  await expect(start(given)).rejects.toMatchObject({
    name: 'VerbatimError',
    code: 'configuration',
    message: expect.stringMatching(message),
  });
});

test('a token without its scopes works, and the log says which are lacking', async () => {
  const slack = await new SlackStandIn({ scopes: ['commands'] }).start();
  onTestFinished(() => slack.close());
  const { log, lines } = recordLog();
  const { adapter } = await startSlack('Socket Mode', { slack, log });
  expect(adapter.health().ready).toBe(true);
  expect(lines).toContainEqual(expect.objectContaining({ lacking: ['users:read'] }));
});

test('a Slack that cannot be reached is no reason to give up', async () => {
  const { log, lines } = recordLog();
  await start(({ botToken, appToken }) => ({ botToken, appToken, apiUrl: 'http://127.0.0.1:9/api', log }));
  expect(lines.map(({ msg }) => msg)).toContain('Slack cannot be reached; Verbatim goes on trying');
});
