// The console in a real browser, over the real handler and a library of made-up talk.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { WireAnswer } from '../../../src/adapters/web/wire.ts';
import { everything } from '../../contract/everything.ts';
import { launchChromium, noBrowser } from '../../support/chromium.ts';
import { hostileTexts } from '../../support/fixture-episodes.ts';
import { type Fixture, openFixture } from '../../support/fixture-library.ts';
import { type Console, openConsole } from './console.ts';
import { textOf } from './harness.ts';
import { openVisit, overflow, type Visit } from './visit.ts';

const why = noBrowser === undefined ? '' : ` (skipped: ${noBrowser})`;

describe.skipIf(noBrowser !== undefined)(`the console in a browser${why}`, () => {
  let browser: Browser;
  let fixture: Fixture;
  let web: Console;
  /** One browser window for those who come as most do; it forgets who was there before. */
  let usual: Visit;
  let visitor: Visit;

  beforeAll(async () => {
    browser = await launchChromium();
    fixture = await openFixture({ commands: [...commands, everything] });
    web = await openConsole(fixture.bot, { library: fixture.library });
    usual = await openVisit(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await fixture?.close();
  });
  afterEach(async () => {
    expect(visitor.complaints).toEqual([]);
    if (visitor !== usual) await visitor.close();
  });

  const come = async (options?: Parameters<typeof openVisit>[1]): Promise<void> => {
    visitor = options === undefined ? usual : await openVisit(browser, options);
    await visitor.arrive(web.url);
  };
  const card = (place: number) => visitor.cards.nth(place);
  const quotes = (place: number) => card(place).locator('blockquote').allTextContents();
  const button = (place: number, name: string) => card(place).getByRole('button', { name, exact: true }).first();
  const focused = () => visitor.page.locator(':focus');

  test('answers /quote tiktok, typed on the keyboard alone', async () => {
    await come();
    await visitor.page.keyboard.type('/quote tiktok');
    await visitor.press('Enter');
    await card(0).waitFor();
    expect(await card(0).locator('mark').first().textContent()).toBe('TikTok');
    expect(await quotes(0)).toHaveLength(3);
    const [first] = await card(0).locator('figcaption').allTextContents();
    expect(first).toMatch(/Mira Castell.*TikTok and the price of a customer.*Harbour Lights.*Aug 15, 2020/);
    const moment = card(0).locator('a.moment').first();
    expect(await moment.textContent()).toBe('▶ 1:05');
    expect(await moment.getAttribute('href')).toContain('https://www.youtube.com/watch?v=abcdefghijk');
    expect(await moment.getAttribute('rel')).toBe('noopener noreferrer');
  });

  test('forgets the command with all that was written for it, and takes another one', async () => {
    await come();
    await visitor.page.keyboard.type('/quote accessib');
    await visitor.press('Control+a');
    await visitor.press('Delete');
    expect(await visitor.page.locator('#picked').textContent()).toBe('');
    await visitor.page.keyboard.type('/help');
    await visitor.press('Enter');
    await card(0).getByRole('heading', { name: 'What you can ask' }).waitFor();
    await visitor.page.keyboard.type('/episode /quote tiktok');
    expect(await visitor.page.locator('#picked').textContent()).toBe('/quote');
    await visitor.press('Enter');
    await card(1).locator('mark').first().waitFor();
  });

  test('leads the keyboard from the message box through every button of the answer', async () => {
    await come();
    await visitor.type('/quote tiktok');
    await visitor.press('Enter');
    await card(0).waitFor();
    const passed: (string | null)[] = [];
    for (let step = 0; step < 25 && passed.at(-1) !== 'Next'; step += 1) {
      await visitor.press('Shift+Tab');
      passed.push(await focused().textContent());
    }
    expect(passed).toContain('Next');
    await visitor.press('Enter');
    await card(0).getByText('4–6 of 8').waitFor();
    expect(await focused().getAttribute('class')).toBe('card');
  });

  test('says to a screen reader what was answered', async () => {
    await come();
    await visitor.type('/quote tiktok');
    await visitor.press('Enter');
    await card(0).waitFor();
    expect(await visitor.page.getByRole('status').textContent()).toMatch(/^Mira Castell: “Welcome back/);
  });

  test('lists the commands after a slash, and takes the one that is chosen', async () => {
    await come();
    await visitor.type('/');
    const options = visitor.page.locator('.suggestion');
    await options.first().waitFor();
    expect(await options.locator('.suggestion-label').allTextContents()).toEqual([
      '/quote',
      '/random',
      '/episode',
      '/episodes',
      '/speaker',
      '/speakers',
      '/help',
      '/everything',
    ]);
    await visitor.type('speakers');
    await visitor.press('Enter');
    await card(0).waitFor();
    expect(await card(0).textContent()).toContain('Jonas Pell');

    await visitor.type('/ra');
    await visitor.press('Tab');
    expect(await visitor.page.locator('#picked').textContent()).toBe('/random');
    expect(await visitor.page.locator('#message').inputValue()).toBe('');
  });

  test('offers real quotes while somebody types, and answers exactly the one that is picked', async () => {
    await come();
    await visitor.type('/quote lighth');
    const options = visitor.page.locator('.suggestion');
    await options.first().waitFor();
    const message = visitor.page.locator('#message');
    expect(await message.getAttribute('aria-activedescendant')).toBe(null);
    await visitor.press('ArrowDown');
    expect(await message.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
    await visitor.press('Enter');
    await card(0).waitFor();
    expect(await quotes(0)).toEqual([
      'I would not buy TikTok. I would rather buy a lighthouse. At least a lighthouse does not collect customer data.',
    ]);
    expect(await message.getAttribute('aria-expanded')).toBe('false');
  });

  test('closes the list with Escape and sends what was typed', async () => {
    await come();
    await visitor.type('/quote privacy');
    await visitor.page.locator('.suggestion').first().waitFor();
    await visitor.press('Escape');
    expect(await visitor.page.locator('.suggestion').count()).toBe(0);
    await visitor.press('Enter');
    await card(0).waitFor();
    expect((await quotes(0)).length).toBeGreaterThan(1);
  });

  test('turns a key into an option, and an option into what the answer keeps to', async () => {
    await come();
    await visitor.type('/quote data from:mir');
    await visitor.page.locator('.suggestion', { hasText: 'Mira Castell' }).waitFor();
    await visitor.press('ArrowDown', 'Enter');
    expect(await visitor.page.locator('#picked').textContent()).toMatch(/^\/quotespeakerMira Castell/);
    expect(await visitor.page.locator('#message').inputValue()).toBe('data ');
    await visitor.press('Enter');
    await card(0).waitFor();
    expect(new Set(await card(0).locator('.speaker').allTextContents())).toEqual(new Set(['Mira Castell']));
  });

  test('fills an option by its button, and takes it back with Backspace', async () => {
    await come();
    await visitor.type('/quote data');
    await visitor.page.getByRole('button', { name: /^Add speaker/ }).click();
    await visitor.page.keyboard.type('Jonas Pell');
    await visitor.press('Enter');
    await card(0).waitFor();
    expect(new Set(await card(0).locator('.speaker').allTextContents())).toEqual(new Set(['Jonas Pell']));

    await visitor.type('/quote ');
    await visitor.page.getByRole('button', { name: /^Add private/ }).click();
    expect(await visitor.page.locator('#picked').textContent()).toContain('private');
    await visitor.press('Backspace');
    expect(await visitor.page.locator('#picked').textContent()).toBe('/quote');
    await visitor.press('Backspace');
    expect(await visitor.page.locator('#message').inputValue()).toBe('/quote');
  });

  test('turns pages in place', async () => {
    await come();
    await visitor.type('/quote tiktok');
    await visitor.press('Enter');
    await card(0).waitFor();
    expect(await button(0, 'Previous').isDisabled()).toBe(true);
    const first = await quotes(0);
    await button(0, 'Next').click();
    await card(0).getByText('4–6 of 8').waitFor();
    expect(await quotes(0)).not.toEqual(first);
    await button(0, 'Previous').click();
    await card(0).getByText('1–3 of 8').waitFor();
    expect(await quotes(0)).toEqual(first);
    expect(await visitor.cards.count()).toBe(1);
  });

  test('shows the exchange around a quote to the asker alone, and posts it for everybody when shared', async () => {
    await come();
    await visitor.type('/quote lighthouse');
    await visitor.press('Enter');
    await card(0).waitFor();
    await button(0, 'Context').click();
    await card(1).getByText('Only you can see this').waitFor();
    const exchange = await quotes(1);
    expect(exchange.length).toBeGreaterThan(1);
    await button(1, 'Later').click();
    await expect.poll(() => quotes(1)).not.toEqual(exchange);
    const longer = await quotes(1);
    expect(longer.slice(0, exchange.length)).toEqual(exchange);

    await button(1, 'Share this exchange').click();
    await card(2).getByText('Shared by you').waitFor();
    expect(await quotes(2)).toEqual(longer);
    expect(await card(2).getByText('Only you can see this').count()).toBe(0);

    await card(1).getByRole('button', { name: 'Dismiss' }).click();
    expect(await visitor.cards.count()).toBe(2);
  });

  test('keeps the conversation, and what its buttons do, through a reload', async () => {
    await come();
    await visitor.type('/quote tiktok');
    await visitor.press('Enter');
    await card(0).waitFor();
    const before = await quotes(0);
    await visitor.page.reload();
    await card(0).waitFor();
    expect(await quotes(0)).toEqual(before);
    expect(await visitor.page.locator('.ask').textContent()).toBe('/quote tiktok');
    await button(0, 'Next').click();
    await card(0).getByText('4–6 of 8').waitFor();

    await visitor.page.getByRole('button', { name: 'Clear' }).click();
    await visitor.page.getByRole('heading', { name: 'Who said what?' }).waitFor();
    await visitor.page.reload();
    await visitor.page.getByRole('heading', { name: 'Who said what?' }).waitFor();
  });

  test('starts anew where an older page has kept something that this one cannot draw', async () => {
    await come();
    await visitor.page.evaluate(`sessionStorage.setItem('verbatim.conversation', '[{"shown":{},"reply":{}}]')`);
    await visitor.page.reload();
    await visitor.page.getByRole('heading', { name: 'Who said what?' }).waitFor();
    expect(await visitor.page.locator('.exchange').count()).toBe(0);
  });

  test('answers in a browser that lets it keep nothing', async () => {
    visitor = await openVisit(browser);
    await visitor.page.addInitScript(`for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`);
    await visitor.page.goto(web.url);
    await visitor.page.locator('#keys:not(:empty)').waitFor({ state: 'attached' });
    await visitor.type('/quote tiktok');
    await visitor.press('Escape', 'Enter');
    await card(0).waitFor();
    expect(await quotes(0)).toHaveLength(3);
  });

  test('is kind while the server is gone, and goes on where it was once it is back', async () => {
    let own = await openConsole(fixture.bot);
    visitor = usual;
    await visitor.arrive(own.url);
    await visitor.type('/quote tiktok');
    await visitor.press('Enter');
    await card(0).waitFor();
    await own.close();
    await visitor.type('/random');
    await visitor.press('Enter');
    await card(1).getByText('Verbatim does not answer.').waitFor();
    await button(0, 'Next').click();
    await card(2).getByText('Verbatim does not answer.').waitFor();

    own = await openConsole(fixture.restart(), {}, Number(new URL(own.url).port));
    await button(2, 'Try again').click();
    await card(0).getByText('4–6 of 8').waitFor();
    await button(1, 'Try again').click();
    await card(1).locator('blockquote').waitFor();
    expect(await visitor.cards.count()).toBe(2);
    await own.close();
  });

  test('starts with examples that can be asked by a click', async () => {
    await come();
    await visitor.page.getByRole('button', { name: '/quote tiktok' }).click();
    await card(0).waitFor();
    expect(await quotes(0)).toHaveLength(3);
  });

  test('speaks the browser’s language, and another one when told to', async () => {
    await come({ locale: 'id-ID' });
    await visitor.page.getByRole('heading', { name: 'Siapa bilang apa?' }).waitFor();
    await visitor.type('/quote tiktok');
    await visitor.press('Enter');
    await card(0).waitFor();
    expect(await card(0).getAttribute('lang')).toBe('id');
    await visitor.page.locator('#language').selectOption('en');
    await visitor.page.getByRole('button', { name: 'Clear' }).waitFor();
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('shows what means harm as the text that it is', async () => {
    await come();
    await visitor.type('/quote wolfram');
    await visitor.press('Enter');
    await card(0).waitFor();
    const seen = await quotes(0);
    for (const page of ['4–6', '7–9', '10–12']) {
      await button(0, 'Next').click();
      await card(0).getByText(`${page} of`).waitFor();
      seen.push(...(await quotes(0)));
    }
    expect(seen.toSorted()).toEqual(Object.values(hostileTexts).toSorted());
    expect(await visitor.page.locator('#conversation script, #conversation img, #conversation iframe').count()).toBe(0);
    expect(await card(0).locator('cite').first().textContent()).toContain('<b>Storm</b> & **thunder** @everyone');
    expect(await overflow(visitor.page)).toBe(0);
  });

  test('draws every block and every action', async () => {
    await come();
    await visitor.type('/everything');
    const answered = visitor.page.waitForResponse('**/api/run');
    await visitor.press('Enter');
    const { reply } = (await (await answered).json()) as WireAnswer;
    await card(0).waitFor();
    const drawn = (await card(0).textContent()) ?? '';
    const alt = await card(0).locator('img').getAttribute('alt');
    for (const text of textOf(reply)) expect(`${drawn}\n${alt}`).toContain(text);
    await button(0, 'Open first').click();
    await card(0).getByText('A heading after first').waitFor();
  });

  test('asks as somebody of its own: another browser’s button gives a private copy', async () => {
    await come();
    await visitor.type('/quote tiktok');
    await visitor.press('Enter');
    await card(0).waitFor();
    await visitor.page.context().clearCookies();
    await button(0, 'Next').click();
    await card(1).getByText('Only you can see this').waitFor();
    expect(await card(0).getByText('1–3 of 8').count()).toBe(1);
  });

  test('fits a phone of 360 pixels', async () => {
    await come({ viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true });
    expect(await overflow(visitor.page)).toBe(0);
    await visitor.type('/quote tiktok from:m');
    await visitor.page.locator('.suggestion').first().waitFor();
    expect(await overflow(visitor.page)).toBe(0);
    await visitor.press('ArrowDown', 'Enter', 'Enter');
    await card(0).waitFor();
    await button(0, 'Context').click();
    await card(1).waitFor();
    await visitor.type('/help');
    await visitor.press('Enter');
    await card(2).waitFor();
    await visitor.type('/quote endlessly');
    await visitor.press('Enter');
    await card(3).waitFor();
    expect(await overflow(visitor.page)).toBe(0);
  });

  test('is dark where people like it dark', async () => {
    const lightness = async () => {
      const colour = await visitor.page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      return Math.max(...(colour.match(/\d+/g) ?? []).map(Number));
    };
    await come();
    await visitor.page.emulateMedia({ colorScheme: 'dark' });
    expect(await lightness()).toBeLessThan(50);
    await visitor.page.emulateMedia({ colorScheme: 'light' });
    expect(await lightness()).toBeGreaterThan(200);
  });

  test('stands still for people who want no motion', async () => {
    await come();
    await visitor.page.emulateMedia({ reducedMotion: 'reduce' });
    await visitor.type('/quote tiktok');
    await visitor.press('Enter');
    await card(0).waitFor();
    const animation = "getComputedStyle(document.querySelector('.card')).animationName";
    expect(await visitor.page.evaluate(animation)).toBe('none');
    await visitor.page.emulateMedia({ reducedMotion: null });
  });
});
