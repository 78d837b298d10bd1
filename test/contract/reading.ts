// Reading a screen: what counts as the same text, and expectations in the words people would use.

import { stripVTControlCharacters } from 'node:util';
import { expect } from 'vitest';
import type { Harness, Seen, Someone } from './harness.ts';

/** Control characters but white space, marks of writing direction, and what has no width. Emoji keep their joiners. */
const unseen = /(?!\s)[\p{Cc}\p{Bidi_Control}\u200B\u2060\uFEFF]/gu;

/** As the eye takes it: what cannot be seen is gone, any white space is one space. */
export function asRead(text: string): string {
  return stripVTControlCharacters(text).replace(unseen, '').replace(/\s+/g, ' ').trim();
}

export function expectToRead(seen: Seen, ...texts: readonly string[]): void {
  for (const text of texts) expect(asRead(seen.text)).toContain(asRead(text));
}

export function expectNotToRead(seen: Seen, ...texts: readonly string[]): void {
  for (const text of texts) expect(asRead(seen.text)).not.toContain(asRead(text));
}

/** Nobody is notified, and nothing from the text has become a link. */
export function expectInert(seen: Seen): void {
  expect(seen.mentions).toEqual([]);
  expect(seen.links.filter(({ url }) => url.includes('evil'))).toEqual([]);
}

/** Presses the button that reads so; `nth` among several, from 0. */
export function pressLabel<S extends Seen>(
  harness: Harness<S>,
  person: Someone,
  seen: S,
  label: string,
  nth = 0,
): Promise<S> {
  const places = seen.buttons.flatMap((button, place) => (button.label === label ? [place] : []));
  const place = places[nth];
  if (place === undefined) {
    throw new Error(`no button "${label}" (${nth}) among ${JSON.stringify(seen.buttons.map((one) => one.label))}`);
  }
  return harness.press(person, seen, place);
}
