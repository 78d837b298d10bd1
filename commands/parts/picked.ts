// What a suggestion sends when it is picked: the very thing that was offered, not words to search for.

import { truncate } from '../../src/text/truncate.ts';

/** Discord's limit for a suggestion's value, and ours everywhere. */
const mostCharacters = 100;

/** `#<id>`, or `otherwise` where the id is too long to be sent. */
export function pickValue(id: string, otherwise: string): string {
  const value = `#${id}`;
  return value.length <= mostCharacters ? value : truncate(otherwise, mostCharacters).replace(/…$/, '');
}

/** A passage's id, as a suggestion sends it, and not words that begin with a number sign. */
export function isPickedQuote(typed: string): boolean {
  return /^#\S+\.\d+$/.test(typed.trim());
}

/** The id that was picked; absent where somebody typed words of their own. */
export function pickedId(typed: string): string | undefined {
  return /^#(.+)$/.exec(typed.trim())?.[1];
}
