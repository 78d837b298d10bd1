// The whole program over Discord: from a folder of transcripts to `/quote tiktok` in a channel, and an end that loses nothing.

import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.ts';
import { readMarkdown } from '../../support/discord/markdown.ts';
import { componentsOf, textsOf } from '../../support/discord/rules.ts';
import { FakeDiscord, token } from '../../support/discord/stand-in.ts';
import { makeFolder } from '../../support/folder.ts';
import { runVerbatim, startVerbatimProcess } from '../../support/run-verbatim.ts';

async function started(cwd: string) {
  const discord = await new FakeDiscord().open();
  const env = { PORT: '0', DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl };
  const child = startVerbatimProcess(['start'], { cwd, env });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await discord.end();
  });
  await expect.poll(() => discord.gateway.connected, { timeout: 20_000 }).toBe(true);
  return { discord, child };
}

test('the sample podcasts are quoted in a channel, with context for one and a share for all', async () => {
  const { discord, child } = await started(makeFolder());
  const answer = await discord.type('quote', { words: 'tiktok' });
  expect(answer.ephemeral).toBe(false);
  expect(textsOf(answer.body)[0]).toMatch(/^> .*\*\*[Tt]ik[Tt]ok\w*\*\*/);
  const context = await discord.press(answer, 'Context');
  expect(context.ephemeral).toBe(true);
  const shared = await discord.press(context, /^Share/);
  expect(shared.ephemeral).toBe(false);
  expect(await discord.suggestions('quote', 'words', { words: 'tikt' })).not.toEqual([]);
  expect(discord.violations).toEqual([]);

  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(discord.gateway.log.at(-1)).toBe('close 1000');
});

const seeds = join(packageRoot, '../shared/seeds');
const missing = existsSync(seeds) ? '' : ' (skipped: the seed is not at hand)';

test.skipIf(missing !== '')(`the seed: what was said of TikTok, by whom and when${missing}`, async () => {
  const cwd = makeFolder();
  expect((await runVerbatim(['import', seeds], { cwd })).code).toBe(0);
  const { discord } = await started(cwd);
  const answer = await discord.type('quote', { words: 'tiktok' }, { locale: 'id' });
  const [section] = componentsOf(answer.body).filter(({ type }) => type === 9 || type === 10);
  const { text, bold } = readMarkdown(textsOf({ components: [section] }).join('\n'));
  expect(bold).toContain('TikTok');
  expect(text).toContain('15 Agu 2020');
  expect(discord.violations).toEqual([]);
});
