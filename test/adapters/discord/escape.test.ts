// Text stays letter by letter as it is and does nothing, as Discord's own clients read it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, plain, webAddress } from '../../../src/adapters/discord/escape.ts';
import { readMarkdown } from '../../support/discord/markdown.ts';
import { hostileTexts } from '../../support/fixture-episodes.ts';

const nothing = { bold: [], links: [], mentions: [], looks: [] };

/** What opens, closes or begins anything in Discord's Markdown. */
const dangerous = [
  ...'\\*_~`|<>[]()#@:-+.!/&\n ',
  '**',
  '__',
  '~~',
  '||',
  '```',
  '@everyone',
  '@here',
  '<@200000000000000001>',
  '<@&1>',
  '<#1>',
  '</quote:1>',
  '<id:customize>',
  '<:tiktok:123>',
  '<a:tiktok:123>',
  '<t:1600000000:R>',
  ':smile:',
  'https://evil.example.org/x',
  'http://',
  'discord.gg/evil',
  '[click](https://evil.example.org)',
  '<https://evil.example.org>',
  '# ',
  '-# ',
  '> ',
  '>>> ',
  '- ',
  '1. ',
  '¯\\_(ツ)_/¯',
  '1',
  'a',
  'TikTok',
  'é',
  '👩‍👩‍👧',
  'שלום',
];

describe('text that means something in Markdown', () => {
  test.each(dangerous)('%j alone, within words and at a line’s start is only itself', (text) => {
    for (const given of [text, `a ${text} b`, `a${text}b`, `one\n${text} two`, `${text}${text}`]) {
      expect(readMarkdown(escapeMarkdown(given))).toEqual({ text: given, ...nothing });
    }
  });

  test.each(Object.entries(hostileTexts))('hostile text with %s does no harm', (_what, text) => {
    expect(readMarkdown(escapeMarkdown(text))).toMatchObject(nothing);
  });

  test('no text whatsoever does anything', () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...dangerous), fc.string({ unit: 'grapheme' })), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = plain(parts.join('')).replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
        expect(readMarkdown(escapeMarkdown(text))).toEqual({ text, ...nothing });
      }),
      { numRuns: 500 },
    );
  });
});

test('what cannot be seen and may be refused is left out, and half a character is shown as one that is broken', () => {
  expect(plain('a\u0000b\u0008c\u007fd \u001b[31mred\u001b[0m')).toBe('abcd red');
  expect(plain('a\r\nb\rc\vd\fe\u2028f\tg')).toBe('a\nb\nc\nd\ne\nf\tg');
  expect(plain('half \ud83d of an emoji')).toBe('half \ufffd of an emoji');
});

test.each([
  ['\u202eright to left', '\u202eright to left\u202c'],
  ['\u2067an isolate\u2069 closed', '\u2067an isolate\u2069 closed'],
  ['\u202a\u2068two of them', '\u202a\u2068two of them\u2069\u202c'],
  ['\u202eone line\nanother', '\u202eone line\u202c\nanother'],
])('directions that text begins end with it: %j', (text, closed) => {
  expect(escapeMarkdown(text)).toBe(closed);
});

test.each([
  ['https://example.org/a?b=1&c=2#t=131', 'https://example.org/a?b=1&c=2#t=131'],
  ['https://example.org/a (b)', 'https://example.org/a%20%28b%29'],
  ['https://example.org/#:~:text=We%20never,-asked', 'https://example.org/#:~:text=We%20never,-asked'],
  ['javascript:alert(1)', undefined],
  ['discord://evil', undefined],
  ['no address', undefined],
  ['', undefined],
  [`https://example.org/${'x'.repeat(600)}`, undefined],
])('the address %j may be linked as %j', (url, address) => {
  expect(webAddress(url, 512)).toBe(address);
});
