// Text on its way to Slack and back.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, safeUrl, unescapeText, wellFormed } from '../../../src/adapters/slack/escape.ts';

describe('text from a command', () => {
  test.each([
    ['tiktok', 'tiktok'],
    ['R&amp;D &lt;3', 'R&D <3'],
    ['&amp;lt;', '&lt;'],
    ['<@U123|mira> said', '@mira said'],
    ['<@U123>', '@U123'],
    ['<#C1|harbour>', '#harbour'],
    ['<#C1|>', '#C1'],
    ['<!subteam^S1|@crew>', '@crew'],
    ['<!here>', '@here'],
    ['<!channel|channel>', '@channel'],
    ['<http://harbour.example.org|harbour.example.org>', 'harbour.example.org'],
    ['<https://harbour.example.org/?a=1&amp;b=2>', 'https://harbour.example.org/?a=1&b=2'],
    ['<mailto:mira@example.org|mira@example.org>', 'mira@example.org'],
    ['“customer data” from:<@U1|Mira> -price', '“customer data” from:@Mira -price'],
    ['5 &lt; 6 &gt; 2', '5 < 6 > 2'],
  ])('%s was typed as %s', (sent, typed) => {
    expect(unescapeText(sent)).toBe(typed);
  });

  test('whatever is escaped comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unescapeText(escapeText(text))).toBe(text);
      }),
    );
  });
});

describe('text for Slack', () => {
  test('nothing that means something in mrkdwn is left', () => {
    expect(escapeText('<!channel> & <@U1> <https://evil.example.org|bank>')).toBe(
      '&lt;!channel&gt; &amp; &lt;@U1&gt; &lt;https://evil.example.org|bank&gt;',
    );
  });

  test('what no JSON may carry is made visible, emoji stay whole', () => {
    expect(wellFormed('a\uD83Db\0c')).toBe('a\uFFFDb\uFFFDc');
    expect(wellFormed('👨‍👩‍👧‍👦 שלום')).toBe('👨‍👩‍👧‍👦 שלום');
  });

  test.each([
    ['https://harbour.example.org/12', 'https://harbour.example.org/12'],
    ['https://harbour.example.org/a b', 'https://harbour.example.org/a%20b'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['harbour.example.org', undefined],
    [`https://harbour.example.org/${'x'.repeat(3_000)}`, undefined],
    [undefined, undefined],
  ])('%s as an address is %s', (url, address) => {
    expect(safeUrl(url, 3_000)).toBe(address);
  });
});
