// A real browser for tests: Debian's Chromium or whichever is there; without one the tests that need it say so.

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const executablePath = places.find((place) => place !== undefined && existsSync(place));

/**
 * Why browser tests are skipped; `undefined`: they run. With VERBATIM_REQUIRE_BROWSER=1 they run, and fail, where there
 * is no browser: so that nothing is skipped unseen.
 */
export const noBrowser: string | undefined =
  executablePath === undefined && process.env.VERBATIM_REQUIRE_BROWSER !== '1'
    ? 'no Chromium: install it (apt-get install chromium), or set CHROMIUM to its path'
    : undefined;

export async function launchChromium(): Promise<Browser> {
  if (executablePath === undefined) {
    throw new Error('VERBATIM_REQUIRE_BROWSER is set and there is no Chromium: apt-get install chromium');
  }
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
