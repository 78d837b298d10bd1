// The whole program in Slack: from a folder of transcripts to `/quote tiktok` in a channel, and an end that loses nothing.

import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.ts';
import { makeFolder } from '../../support/folder.ts';
import { runVerbatim, startVerbatimProcess } from '../../support/run-verbatim.ts';
import { SlackStandIn } from '../../support/slack/stand-in.ts';

async function start(cwd: string) {
  const slack = await new SlackStandIn().start();
  const { botToken, appToken, url } = slack;
  const env = { PORT: '0', SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: `${url}/api` };
  const child = startVerbatimProcess(['start'], { cwd, env });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await slack.close();
  });
  await expect.poll(() => slack.sockets.open(), { timeout: 20_000 }).toBe(2);
  return { slack, child };
}

test('the sample podcasts are quoted in a channel, with context for one and a share for all', async () => {
  const { slack, child } = await start(makeFolder());
  await slack.type('/quote', 'tiktok');
  expect(slack.shown[0]).toMatchObject({ to: 'everybody' });
  expect(JSON.stringify(slack.shown[0])).toMatch(/"text":"[Tt]ik[Tt]ok\w*","style":\{"bold":true\}/);
  const context = await slack.answerTo(await slack.press('Context'));
  expect(context.to).toBe('U1');
  const shared = await slack.answerTo(await slack.press('Share this exchange'));
  expect(shared.to).toBe('everybody');
  await slack.type('/quote');
  await expect.poll(() => slack.views.length).toBe(1);
  expect((await slack.search('words', 'tikt')).length).toBeGreaterThan(1);
  expect(slack.refused).toEqual([]);

  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

const seeds = join(packageRoot, '../shared/seeds');
const missing = existsSync(seeds) ? '' : ' (skipped: the seed is not at hand)';

test.skipIf(missing !== '')(`the seed: what was said of TikTok, by whom and when${missing}`, async () => {
  const cwd = makeFolder();
  expect((await runVerbatim(['import', seeds], { cwd })).code).toBe(0);
  const { slack } = await start(cwd);
  slack.people.set('U1', { name: 'Sari', locale: 'id-ID' });
  const { message } = await slack.answerTo(await slack.type('/quote', 'tiktok'));
  expect(JSON.stringify(message)).toContain('{"type":"text","text":"TikTok","style":{"bold":true}}');
  expect(JSON.stringify(message)).toContain('15 Agu 2020');
  expect(slack.refused).toEqual([]);
});
