// Whether everybody can use the console: axe-core's rules (WCAG 2.2 AA and best practice) over every state of the page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, noBrowser } from '../../support/chromium.ts';
import { type Fixture, openFixture } from '../../support/fixture-library.ts';
import { type Console, openConsole } from './console.ts';
import { type Visit, visit } from './visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const why = noBrowser === undefined ? '' : ` (skipped: ${noBrowser})`;

describe.skipIf(noBrowser !== undefined)(`the console for everybody${why}`, () => {
  let browser: Browser;
  let fixture: Fixture;
  let web: Console;
  beforeAll(async () => {
    browser = await launchChromium();
    fixture = await openFixture();
    web = await openConsole(fixture.bot, { library: fixture.library });
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await fixture?.close();
  });

  /** What is wrong, and where; empty when nothing is. */
  async function faults({ page }: Visit): Promise<readonly string[]> {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message}`));
  }

  test.each([
    ['in the light', { colorScheme: 'light' }],
    ['in the dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 360, height: 700 }, isMobile: true, hasTouch: true }],
  ] as const)('has no barrier %s', async (_, options) => {
    const visitor = await visit(browser, web.url, { reducedMotion: 'reduce', ...options });
    const { page, cards } = visitor;
    expect(await faults(visitor)).toEqual([]);

    await visitor.type('/');
    await page.locator('.suggestion').first().waitFor();
    expect(await faults(visitor)).toEqual([]);

    await visitor.type('quote data from:mir');
    await page.locator('.suggestion', { hasText: 'Mira Castell' }).waitFor();
    await visitor.press('ArrowDown', 'Enter');
    await page.locator('.suggestion').first().waitFor();
    await visitor.press('ArrowDown');
    expect(await faults(visitor)).toEqual([]);

    await visitor.press('Escape', 'Enter');
    await cards.first().waitFor();
    await cards.first().getByRole('button', { name: 'Context' }).first().click();
    for (const line of ['/episode tiktok', '/speakers', '/nothing']) {
      await visitor.type(line);
      await visitor.press('Escape', 'Enter');
    }
    await cards.nth(4).waitFor();
    expect(await faults(visitor)).toEqual([]);
    await visitor.close();
  });
});
