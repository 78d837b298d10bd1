// Somebody who opens the console in a browser, and what they can see and do there.

import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

export interface Visit {
  readonly page: Page;
  /** Comes anew, as somebody that the console has never seen. */
  arrive(url: string): Promise<void>;
  /** Types into the message box, key by key. */
  type(text: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  readonly cards: Locator;
  /** What the browser complained of: errors of scripts, broken rules of the content security policy, alerts. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openVisit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A server that is gone is one of the tests; the browser notes every request to it.
    if (message.type() === 'error' && !/ERR_|Failed to load resource/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    page,
    complaints,
    arrive: async (url) => {
      await page.goto(url);
      await page.evaluate('sessionStorage.clear(), localStorage.clear()');
      await context.clearCookies();
      await page.reload();
      await page.locator('#keys:not(:empty)').waitFor({ state: 'attached' });
    },
    cards: page.locator('.card:not([aria-busy])'),
    type: async (text) => {
      await page.locator('#message').focus();
      await page.keyboard.type(text);
    },
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    close: () => context.close(),
  };
}

/** Somebody who comes with a browser of their own. */
export async function visit(browser: Browser, url: string, options?: BrowserContextOptions): Promise<Visit> {
  const opened = await openVisit(browser, options);
  await opened.arrive(url);
  return opened;
}

/** How far the page could be scrolled to the side: 0 when everything fits. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>(
    "Math.max(...[document.documentElement, document.body, document.getElementById('room')].map((part) => part.scrollWidth - part.clientWidth))",
  );
