// The neutral reply as the page draws it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { webAddress } from '../../../src/adapters/web/escape.ts';
import { renderWeb, splitAtHighlights } from '../../../src/adapters/web/render.ts';
import type { Range } from '../../../src/model.ts';
import { quote, reply } from './fake-bot.ts';

describe('a quote', () => {
  test('is split where it is highlighted', () => {
    const runs = splitAtHighlights('…when TikTok knows', [[6, 12]]);
    expect(runs).toEqual([
      { text: '…when ', isHighlighted: false },
      { text: 'TikTok', isHighlighted: true },
      { text: ' knows', isHighlighted: false },
    ]);
  });

  test.each<[string, readonly Range[]]>([
    ['at its start', [[0, 4]]],
    ['at its end', [[14, 18]]],
    ['as a whole', [[0, 18]]],
    [
      'twice in a row',
      [
        [0, 4],
        [4, 8],
      ],
    ],
    ['beyond its end', [[10, 99]]],
    [
      'with ranges that overlap',
      [
        [2, 9],
        [5, 12],
      ],
    ],
  ])('highlighted %s keeps its text', (_, ranges) => {
    const text = '…when TikTok knows';
    const runs = splitAtHighlights(text, ranges);
    expect(runs.map((run) => run.text).join('')).toBe(text);
    expect(runs.some((run) => run.isHighlighted)).toBe(true);
  });

  test('is the same to the letter, whatever the ranges say', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.array(range), (text, ranges) => {
        const runs = splitAtHighlights(text, ranges);
        expect(runs.map((run) => run.text).join('')).toBe(text);
        expect(runs.every((run) => run.text.length > 0)).toBe(true);
      }),
    );
  });

  test('of markup stays text', () => {
    const hostile = '<img src=x onerror=alert(1)> @everyone <!channel> **bold** `code`';
    const [block] = renderWeb(reply([quote(hostile, 'bold')])).blocks;
    expect(block?.kind === 'quote' && block.runs.map(({ text }) => text).join('')).toBe(hostile);
  });
});

describe('an address', () => {
  test.each([
    ['https://example.org/7?t=131#:~:text=a,b', true],
    ['http://example.org', true],
    ['HTTPS://EXAMPLE.ORG', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['\u0001javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['data:text/html,<script>alert(1)</script>', false],
    ['blob:https://example.org/1', false],
    ['file:///etc/hosts', false],
    ['//example.org', false],
    ['/relative', false],
    ['', false],
  ])('%j is kept: %s', (url, isKept) => {
    expect(webAddress(url)).toBe(isKept ? url : undefined);
  });

  test('that is not kept takes nothing else with it', () => {
    const url = 'javascript:alert(1)';
    const { blocks, actions } = renderWeb(
      reply(
        [
          { kind: 'text', text: [{ text: 'words', url }] },
          { kind: 'image', url, alt: 'a picture' },
          quote('what was said', 'said', {
            moment: { label: '▶ 2:11', url },
            links: [{ label: 'Web', url }],
            actions: [],
          }),
          { kind: 'list', items: [{ text: [{ text: 'item' }], action: { kind: 'open', label: 'Open', url } }] },
        ],
        { actions: [{ kind: 'open', label: 'Open', url }] },
      ),
    );
    expect(JSON.stringify({ blocks, actions })).not.toContain('javascript');
    expect(blocks).toMatchObject([
      { kind: 'text', text: [{ text: 'words' }] },
      { kind: 'quote', moment: { label: '▶ 2:11' }, links: [] },
      { kind: 'list', items: [{ text: [{ text: 'item' }] }] },
    ]);
    expect(actions).toEqual([]);
  });
});

test('a whole reply', async () => {
  const whole = renderWeb(
    reply(
      [
        { kind: 'heading', text: 'Who owns the loyalty card?' },
        { kind: 'text', text: [{ text: '2 quotes with ' }, { text: 'tiktok', mark: 'strong' }] },
        quote('…when TikTok knows what you will buy', 'TikTok', { focus: true }),
        { kind: 'quote', text: 'Nobody in particular said this.', highlights: [], links: [], actions: [] },
        { kind: 'facts', facts: [{ label: 'Length', value: [{ text: '41 min' }] }] },
        {
          kind: 'list',
          items: [
            {
              text: [{ text: 'Episode 7', url: 'https://example.org/7' }],
              detail: '15 August 2020',
              action: { kind: 'press', label: 'Open', press: 'b7' },
            },
          ],
        },
        { kind: 'image', url: 'https://example.org/7.jpg', alt: 'The show’s cover' },
        { kind: 'notice', tone: 'warning', text: [{ text: 'Searched as ' }, { text: 'tiktok', mark: 'code' }] },
      ],
      {
        visibility: 'private',
        actions: [
          { kind: 'press', label: 'Previous', press: 'b1', disabled: true },
          { kind: 'press', label: 'Next', press: 'b2', primary: true },
          { kind: 'open', label: 'Website', url: 'https://example.org' },
        ],
      },
    ),
  );
  await expect(`${JSON.stringify(whole, null, 2)}\n`).toMatchFileSnapshot('../../golden/web/reply.json');
});
