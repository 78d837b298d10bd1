// How the console shows what Discord and Slack get: the payload, and a picture of it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { previewDiscord } from '../../../src/adapters/discord/render.ts';
import { renderSlack } from '../../../src/adapters/slack/render.ts';
import { renderWeb } from '../../../src/adapters/web/render.ts';
import { launchChromium, noBrowser } from '../../support/chromium.ts';
import { hostileTexts } from '../../support/fixture-episodes.ts';
import { type Fixture, openFixture } from '../../support/fixture-library.ts';
import { type Console, openConsole } from './console.ts';
import { createFakeBot, quote, reply } from './fake-bot.ts';
import { overflow, type Visit, visit } from './visit.ts';

const previews = [
  { name: 'Discord', render: previewDiscord },
  { name: 'Slack', render: renderSlack },
];

test('each preview carries the payload that its platform would get', () => {
  const whole = reply([quote('When TikTok knows', 'TikTok')]);
  expect(renderWeb(whole, previews).previews).toEqual([
    { name: 'Discord', payload: previewDiscord(whole) },
    { name: 'Slack', payload: renderSlack(whole) },
  ]);
  expect(renderWeb(whole).previews).toEqual([]);
});

const why = noBrowser === undefined ? '' : ` (skipped: ${noBrowser})`;

describe.skipIf(noBrowser !== undefined)(`the pictures in a browser${why}`, () => {
  let browser: Browser;
  let fixture: Fixture;
  beforeAll(async () => {
    browser = await launchChromium();
    fixture = await openFixture();
  });
  afterAll(async () => {
    await browser?.close();
    await fixture?.close();
  });

  async function shown(bot: Fixture['bot'], line: string, look: (visitor: Visit) => Promise<void>): Promise<void> {
    const web: Console = await openConsole(bot, { previews });
    const visitor = await visit(browser, web.url, { reducedMotion: 'reduce' });
    try {
      await visitor.type(line);
      await visitor.press('Escape', 'Enter');
      await visitor.page.getByText('How it looks on Discord and Slack').first().click();
      await visitor.page.locator('.picture').nth(1).waitFor();
      await look(visitor);
      expect(visitor.complaints).toEqual([]);
    } finally {
      await visitor.close();
      await web.close();
    }
  }

  test('show the quote, its marks, its source and its buttons, as both platforms do', () =>
    shown(fixture.bot, '/quote tiktok', async ({ page }) => {
      const discord = page.locator('.discord');
      expect(await discord.locator('.discord-quote').first().textContent()).toMatch(/^Welcome back.* this week\.$/);
      expect(await discord.locator('.discord-quote strong').first().textContent()).toBe('TikTok');
      expect(await discord.locator('[data-look="link"]').first().textContent()).toBe('▶ 1:05');
      expect(await discord.locator('[data-look="primary"]').textContent()).toBe('Next');
      const slack = page.locator('.slack');
      expect(await slack.locator('.slack-quote').first().textContent()).toMatch(/^Welcome back.* this week\.$/);
      expect(await slack.locator('.slack-quote strong').first().textContent()).toBe('TikTok');
      expect(await slack.locator('.slack-button').allTextContents()).toContain('▶ 1:05');
      expect(await page.locator('.payload pre').first().textContent()).toContain('"allowed_mentions"');
    }));

  test('show what means harm letter by letter, as nothing but text', async () => {
    const bot = createFakeBot((name) =>
      reply([quote(hostileTexts[name] ?? name, 'Wolfram', { links: [], actions: [] })]),
    );
    // Platforms leave out what nobody sees; Discord's bar makes a line of its own of each line.
    // What steers a terminal is seen by nobody: one platform takes it out whole, the other its control character.
    const visible = (given: string) => given.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '').replace(/\[\d+m/g, '');
    await shown(bot, '/help nothing yet', async (visitor) => {
      for (const [name, text] of Object.entries(hostileTexts)) {
        await visitor.page.getByRole('button', { name: 'Clear' }).click();
        await visitor.type(`/help ${name}`);
        await visitor.press('Enter');
        await visitor.page.getByText('How it looks on Discord and Slack').click();
        const discord = visitor.page.locator('.discord-quote');
        const slack = visitor.page.locator('.slack-quote');
        expect(visible((await discord.textContent()) ?? ''), name).toBe(visible(text));
        expect(visible((await slack.textContent()) ?? ''), name).toBe(visible(text));
        expect(await discord.locator('code, em, u, s, .pictured-link, .discord-spoiler').count(), name).toBe(0);
        expect(await discord.locator('strong').allTextContents(), name).toEqual(['Wolfram']);
      }
    });
  });

  test('come into view when they are opened, below the line that opens them', () =>
    shown(fixture.bot, '/quote tiktok', async ({ page }) => {
      const [panel, composer] = await Promise.all(
        ['.platforms', '#composer'].map((place) => page.locator(place).boundingBox()),
      );
      const [top, bottom] = [panel?.y ?? 0, (panel?.y ?? 0) + (panel?.height ?? 0)];
      expect(top).toBeGreaterThan(0);
      expect(top < 150 || bottom <= (composer?.y ?? 0)).toBe(true);
    }));

  test('fit a phone', () =>
    shown(fixture.bot, '/help', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 700 });
      expect(await overflow(page)).toBe(0);
    }));
});

test('a preview that fails keeps no answer back', async () => {
  const broken = {
    name: 'Discord',
    render: () => {
      throw new Error('a fault in the picture');
    },
  };
  const web = await openConsole(createFakeBot(), { previews: [broken] });
  const response = await fetch(`${web.url}/api/press`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'share', locale: 'en', name: 'you' }),
  });
  expect(await response.json()).toMatchObject({ reply: { previews: [{ name: 'Discord', payload: {} }] } });
  await web.close();
});
