// Only what Slack signed comes in. https://docs.slack.dev/authentication/verifying-requests-from-slack

import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { commandPayload } from '../../support/slack/payloads.ts';
import { signatureHeaders } from '../../support/slack/sign.ts';
import { startSlack } from './start.ts';

const who = { user: 'U1', channel: 'C1', team: 'T1' };
const form = 'application/x-www-form-urlencoded';
const seconds = (minutesAgo: number): number => Math.floor(Date.now() / 1_000) - 60 * minutesAgo;

async function start() {
  const { slack, log } = await startSlack('signed requests');
  const payload = commandPayload(who, '/quote', 'tiktok', {
    trigger: 'trigger-x',
    responseUrl: slack.responseUrl(who),
  });
  const body = new URLSearchParams(payload).toString();
  const post = (sent: string, headers: Readonly<Record<string, string>>) =>
    fetch(slack.eventsUrl ?? '', { method: 'POST', body: sent, headers: { 'content-type': form, ...headers } });
  return { body, post, log, secret: slack.signingSecret, url: slack.eventsUrl ?? '' };
}

describe('a request', () => {
  test('signed as Slack signs is answered', async () => {
    const { body, post, secret } = await start();
    const response = await post(body, signatureHeaders(body, { secret }));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ response_type: 'in_channel' });
  });

  test('signed four minutes ago is answered still', async () => {
    const { body, post, secret } = await start();
    expect((await post(body, signatureHeaders(body, { secret, timestamp: seconds(4) }))).status).toBe(200);
  });

  type Headers = (body: string, secret: string) => Readonly<Record<string, string>>;
  test.each<[string, Headers]>([
    [
      'signed six minutes ago',
      (body: string, secret: string) => signatureHeaders(body, { secret, timestamp: seconds(6) }),
    ],
    [
      'signed six minutes from now',
      (body: string, secret: string) => signatureHeaders(body, { secret, timestamp: seconds(-6) }),
    ],
    ['signed with another secret', (body: string) => signatureHeaders(body, { secret: 'forged' })],
    [
      'whose body was tampered with',
      (body: string, secret: string) => signatureHeaders(`${body}&text=other`, { secret }),
    ],
    [
      'whose timestamp was tampered with',
      (body: string, secret: string) => ({
        ...signatureHeaders(body, { secret }),
        'x-slack-request-timestamp': String(seconds(1)),
      }),
    ],
    [
      'without a signature',
      (body: string, secret: string) => ({
        'x-slack-request-timestamp': signatureHeaders(body, { secret })['x-slack-request-timestamp'],
      }),
    ],
    [
      'without a timestamp',
      (body: string, secret: string) => ({
        'x-slack-signature': signatureHeaders(body, { secret })['x-slack-signature'],
      }),
    ],
    [
      'with a timestamp that is no number',
      (body: string, secret: string) => ({
        ...signatureHeaders(body, { secret }),
        'x-slack-request-timestamp': 'yesterday',
      }),
    ],
    [
      'of an unknown version',
      (body: string, secret: string) => ({
        ...signatureHeaders(body, { secret }),
        'x-slack-signature': 'v1=abc',
      }),
    ],
    ['with nothing at all', () => ({})],
  ])('%s is refused, and the log says which variable to look at', async (_kind, headers) => {
    const { body, post, log, secret } = await start();
    const response = await post(body, headers(body, secret));
    expect(response.status).toBe(401);
    expect(log.some(({ msg }) => String(msg).includes('SLACK_SIGNING_SECRET'))).toBe(true);
    expect(JSON.stringify(log)).not.toContain(secret);
  });

  test('that only looks whether the address is there is answered, and nothing else in it is heard', async () => {
    const { post } = await start();
    const response = await post('ssl_check=1&command=%2Fquote&text=tiktok', {});
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('that asks for proof of the address is given it', async () => {
    const { post, secret } = await start();
    const body = JSON.stringify({ type: 'url_verification', challenge: 'lighthouse' });
    const response = await post(body, { 'content-type': 'application/json', ...signatureHeaders(body, { secret }) });
    expect(await response.json()).toEqual({ challenge: 'lighthouse' });
  });

  test.each([
    ['not JSON', 'application/json', '{"type":'],
    ['a payload that is not JSON', form, 'payload=%7B%22type'],
    ['a list', 'application/json', '[]'],
    ['null', 'application/json', 'null'],
    ['of no known type', 'application/json', '{"type":"something"}'],
    ['a press without anything', form, `payload=${encodeURIComponent('{"type":"block_actions","actions":[]}')}`],
    [
      'a press without a team or a user',
      form,
      `payload=${encodeURIComponent('{"type":"block_actions","actions":[{"action_id":"press-1","value":"x"}]}')}`,
    ],
    ['an event without its inside', 'application/json', '{"type":"event_callback"}'],
  ])('that is signed but %s harms nobody', async (_kind, type, body) => {
    const { post, secret, body: good } = await start();
    const response = await post(body, { 'content-type': type, ...signatureHeaders(body, { secret }) });
    expect([200, 400]).toContain(response.status);
    expect((await post(good, signatureHeaders(good, { secret }))).status).toBe(200);
  });

  test('by another method than POST is told so', async () => {
    const { url } = await start();
    expect((await fetch(url)).status).toBe(405);
  });
});

test('people’s words and tokens stay out of the log at info', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const { slack } = await startSlack('Socket Mode', { log });
  await slack.type('/quote', 'secretword');
  await slack.type('/quote');
  expect(lines.join('')).not.toMatch(/secretword|xoxb-|xapp-/);
});
