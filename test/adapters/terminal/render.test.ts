// What a reply looks like in a terminal, and that nothing said or typed can steer it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../../src/adapters/terminal/render.ts';
import { createStyle } from '../../../src/adapters/terminal/style.ts';
import type { Block, Reply } from '../../../src/reply/reply.ts';

const plain = createStyle({ columns: 60, colours: false, hyperlinks: false });
const rich = createStyle({ columns: 60, colours: true, hyperlinks: true });

const reply = (...blocks: Block<string>[]): Reply<string> => ({
  blocks,
  actions: [
    { kind: 'press', label: 'Next', press: 'next-id', primary: true },
    { kind: 'press', label: 'Gone', press: 'gone-id', disabled: true },
  ],
  visibility: 'public',
  summary: 'A reply',
  locale: 'en',
});

const quote: Block<string> = {
  kind: 'quote',
  text: '…I told her the loyalty card was never about loyalty, it was about the ribbon on the box.',
  highlights: [[16, 28]],
  speaker: 'Odalys Penn',
  episode: 'The Ribbon',
  date: '12 March 2021',
  moment: { label: '▶ 2:11', url: 'https://example.org/1#t=131' },
  links: [{ label: 'Spotify', url: 'https://open.spotify.com/episode/x' }],
  actions: [{ kind: 'press', label: 'Context', press: 'context-id' }],
};

describe('a reply in a terminal', () => {
  test('is wrapped, its links written out, its buttons numbered in reading order', () => {
    const { text, buttons } = renderTerminal(reply(quote), plain, 1);
    expect(text).toBe(
      [
        '┃ …I told her the loyalty card was never about loyalty, it',
        '┃ was about the ribbon on the box.',
        '  Odalys Penn · The Ribbon · 12 March 2021',
        '  ▶ 2:11 https://example.org/1#t=131   Spotify',
        '  https://open.spotify.com/episode/x',
        '  [1] Context',
        '',
        '[2] Next',
      ].join('\n'),
    );
    expect(buttons).toEqual(['context-id', 'next-id']);
  });

  test('marks the words that matched, and makes links clickable where the terminal can', () => {
    const { text } = renderTerminal(reply(quote), rich);
    expect(text).toContain('\u001B[1m\u001B[33mloyalty card\u001B[39m\u001B[22m');
    expect(text).toContain('\u001B]8;;https://example.org/1#t=131\u0007');
  });

  test('shows no buttons where nobody can press them', () => {
    expect(renderTerminal(reply(quote), plain).text).not.toMatch(/Context|Next/);
  });

  test('shows every other kind of block', () => {
    const { text } = renderTerminal(
      reply(
        { kind: 'heading', text: 'The Ribbon' },
        { kind: 'text', text: [{ text: 'Try ' }, { text: '/help', mark: 'code' }] },
        { kind: 'facts', facts: [{ label: 'Length', value: [{ text: '48 minutes' }] }] },
        {
          kind: 'list',
          items: [
            {
              text: [{ text: 'One' }],
              detail: 'quiet',
              action: { kind: 'open', label: 'Site', url: 'https://example.org/' },
            },
          ],
        },
        { kind: 'image', url: 'https://example.org/c.png', alt: 'Cover' },
        { kind: 'notice', tone: 'warning', text: [{ text: 'Careful' }] },
      ),
      plain,
      1,
    );
    expect(text).toBe(
      [
        'The Ribbon',
        'Try /help',
        'Length: 48 minutes',
        '• One\n  quiet\n  Site https://example.org/',
        'Cover https://example.org/c.png',
        '▍ Careful',
        '[1] Next',
      ].join('\n\n'),
    );
  });

  test('a moment without a place to hear it is told among the facts', () => {
    const { text } = renderTerminal(reply({ ...quote, moment: { label: '2:11' }, links: [] }), plain);
    expect(text).toContain('12 March 2021 · 2:11');
  });

  test.each([
    ['an escape sequence', 'a\u001B[31mred\u001B[0m b'],
    ['a hyperlink', '\u001B]8;;https://evil.example.org\u0007click\u001B]8;;\u0007'],
    ['a title change', '\u001B]0;title\u0007x'],
    ['a carriage return', 'safe\rgone'],
    ['a backspace', 'a\b\b\bb'],
    ['C1 controls', 'a\u009B31mb'],
    ['a change of direction', 'a\u202Eb\u2066c'],
  ])('%s in what was said steers nothing', (_, text) => {
    const rendered = renderTerminal(reply({ ...quote, text, highlights: [] }), plain).text;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the test.
    expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  test('whatever is said, nothing but the words reaches the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const rendered = renderTerminal(reply({ ...quote, text, highlights: [] }), plain).text;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the test.
        expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      }),
    );
  });
});
