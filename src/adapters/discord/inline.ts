// Emphasis and links within a line of text.

import { escapeMarkdown, plainLine, webAddress } from './escape.ts';

/** Longer addresses are not worth the room they take from what was said. */
const longestInlineUrl = 512;

/** A link in running text. Brackets cannot be escaped within its label, so that such a label stands before it. */
export function link(label: string, url: string): string | undefined {
  const address = webAddress(url, longestInlineUrl);
  if (address === undefined) return undefined;
  const text = plainLine(label);
  if (text === '') return undefined;
  return /[[\]]/.test(text) ? `${escapeMarkdown(text)} [↗](${address})` : `[${escapeMarkdown(text)}](${address})`;
}

/** Emphasis may neither begin nor end with white space, nor go on over a line's end. */
export function strong(escaped: string): string {
  return escaped.replace(/[^\s\n](?:[^\n]*[^\s\n])?/g, '**$&**');
}
