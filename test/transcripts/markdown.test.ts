// Markdown becomes plain words, and nothing that was said goes with the markup.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownText } from '../../src/transcripts/markdown.ts';

describe('markdown', () => {
  test.each([
    ['plain words.', 'plain words.'],
    ['*soft*, **loud**, ***both***, _under_ and __twice__', 'soft, loud, both, under and twice'],
    ['**bold with *soft* in it**', 'bold with soft in it'],
    ['snake_case_words, 2 * 3 * 4 and a*b*c', 'snake_case_words, 2 * 3 * 4 and abc'],
    ['2*3*4 and 2 * 3 are sums, **2**3', '2*3*4 and 2 * 3 are sums, 23'],
    ['f*ck that sh*t, un*bloody*believable', 'f*ck that sh*t, unbloodybelievable'],
    ['f\\*\\*\\*\\*n and @\\_name\\_', 'f****n and @_name_'],
    ['a [link](https://example.org/a_(b)) and ![picture](https://example.org/p.png)', 'a link and picture'],
    ['[what I *really* said.](https://example.org "title") after', 'what I really said. after'],
    ['`const a = b * c * d`, `[x](y)` and ``a`` ', 'const a = b * c * d, [x](y) and a'],
    ['see <https://example.org/a_b_c>', 'see https://example.org/a_b_c'],
    ['a <div> stays, <strong>this</strong> goes, 2 < 3 > 1', 'a <div> stays, this goes, 2 < 3 > 1'],
    ['Q&amp;A &lt;b&gt; &#39;x&#39; ?a=1&copy=2', "Q&A <b> 'x' ?a=1&copy=2"],
    ['## A heading', 'A heading'],
    ['> quoted', 'quoted'],
    ['- item', 'item'],
    ['-- dash and - dash', '-- dash and - dash'],
    ['~~gone~~', 'gone'],
    ['\\[laughs\\] \\[04:15\\]', '[laughs] [04:15]'],
    [
      '\\[00:12:01.04\\\\\\] slip, \\[\\00:38:44.02\\], \\[\\\\00:03:48.17\\]',
      '[00:12:01.04] slip, [00:38:44.02], [00:03:48.17]',
    ],
    ['\\[\\laughter\\]', '[laughter]'],
    ['C:\\\\ drive', 'C:\\ drive'],
    ['5-7-5', '5-7-5'],
    ['', ''],
  ])('%s', (raw, text) => {
    expect(markdownText(raw)).toBe(text);
  });

  test('letters and digits all stay, in their order', () => {
    const piece = fc.oneof(
      fc.constantFrom('*', '**', '_', '`', '\\', '~~', '#', '> ', ' ', '\\*', '\\[', '\\]'),
      fc.stringMatching(/^[a-z0-9]{1,5}$/),
    );
    const letters = (text: string) => text.replace(/[^a-z0-9]/g, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const raw = pieces.join('');
        expect(letters(markdownText(raw))).toBe(letters(raw));
      }),
    );
  });
});
