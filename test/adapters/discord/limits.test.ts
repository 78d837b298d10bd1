// Whatever a reply holds and however much of it, Discord takes the body: every limit reached and exceeded.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, share, weigh } from '../../../src/adapters/discord/fit.ts';
import { type Form, renderChoices, renderDiscord } from '../../../src/adapters/discord/render.ts';
import type { Action, Block, QuoteBlock, Reply, RichText } from '../../../src/reply/reply.ts';
import { quote, replyOf } from '../../support/discord/fake-bot.ts';
import { readMarkdown } from '../../support/discord/markdown.ts';
import { brokenSchema, openApiMissing } from '../../support/discord/openapi.ts';
import { brokenChoiceRules, brokenMessageRules, componentsOf } from '../../support/discord/rules.ts';

const forms: readonly Form[] = ['card', 'embed', 'plain', 'bare'];

/** Every rule that any form of it breaks. */
function broken(reply: Reply<string>): string[] {
  return forms.flatMap((form) => {
    const body = renderDiscord(reply, form);
    const schema = brokenSchema('IncomingWebhookInteractionRequest', body);
    return [...brokenMessageRules(body), ...schema].map((rule) => `${form}: ${rule}`);
  });
}

const piecesOfText = fc.oneof(
  { weight: 6, arbitrary: fc.lorem({ maxCount: 12 }) },
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '…',
    '**@everyone**',
    '> # x',
    'データ'.repeat(60),
    '👩‍👩‍👧‍👦'.repeat(40),
    '*'.repeat(900),
    'x'.repeat(5_000),
  ),
);
const text = fc.array(piecesOfText, { maxLength: 4 }).map((parts) => parts.join(' '));
const url = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    '',
    'no address',
    'javascript:alert(1)',
    `https://example.org/${'x'.repeat(600)}`,
    'https://example.org/(a)[b]*',
  ),
);
const rich: fc.Arbitrary<RichText> = fc.array(
  fc.record({ text, mark: fc.constantFrom('strong', 'code'), url }, { requiredKeys: ['text'] }),
  { maxLength: 5 },
);
const press = fc.oneof(fc.uuid(), fc.constantFrom('', 'same', 'x'.repeat(200)));
const action: fc.Arbitrary<Action<string>> = fc.oneof(
  fc.record({ kind: fc.constant('open'), label: text, url }),
  fc.record(
    { kind: fc.constant('press'), label: text, press, primary: fc.boolean(), disabled: fc.boolean() },
    { requiredKeys: ['kind', 'label', 'press'] },
  ),
);
const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const quotes: fc.Arbitrary<QuoteBlock<string>> = fc.record(
  {
    kind: fc.constant('quote'),
    text,
    highlights: fc.array(range, { maxLength: 4 }).map((all) => all.sort(([a], [b]) => a - b)),
    speaker: text,
    episode: text,
    podcast: text,
    date: text,
    moment: fc.record({ label: text, url }, { requiredKeys: ['label'] }),
    links: fc.array(fc.record({ label: text, url }), { maxLength: 5 }),
    actions: fc.array(action, { maxLength: 6 }),
    focus: fc.boolean(),
  },
  { requiredKeys: ['kind', 'text', 'highlights', 'links', 'actions'] },
);
const item = fc.record({ text: rich, detail: text, action }, { requiredKeys: ['text'] });
const block: fc.Arbitrary<Block<string>> = fc.oneof(
  fc.record({ kind: fc.constant('heading'), text }),
  fc.record({ kind: fc.constant('text'), text: rich }),
  { weight: 4, arbitrary: quotes },
  fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ label: text, value: rich }), { maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant('list'),
    items: fc.array(item, { maxLength: 60 }),
  }),
  fc.record({ kind: fc.constant('image'), url, alt: text }),
  fc.record({
    kind: fc.constant('notice'),
    tone: fc.constantFrom('info', 'success', 'warning', 'error'),
    text: rich,
  }),
);
const reply: fc.Arbitrary<Reply<string>> = fc.record({
  blocks: fc.array(block, { maxLength: 12 }),
  actions: fc.array(action, { maxLength: 60 }),
  visibility: fc.constantFrom('public', 'private'),
  summary: text,
  locale: fc.constantFrom('en', 'id'),
});

describe('whatever a reply holds', () => {
  test(`Discord takes it in every form${openApiMissing === undefined ? '' : ` (${openApiMissing})`}`, () => {
    fc.assert(
      fc.property(reply, (one) => {
        expect(broken(one)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('no text pings, links or looks like anything that it is not', () => {
    const hostile = fc.array(
      fc.constantFrom('@everyone', '<@1>', '</a:1>', '<t:1:R>', 'https://evil.example.org', ':x:', '*', ' '),
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const { components } = renderDiscord(replyOf([{ ...quote, text: parts.join(''), highlights: [], links: [] }]));
        const read = componentsOf({ components }).flatMap(({ content }) =>
          content ? [readMarkdown(String(content))] : [],
        );
        expect(read.flatMap(({ mentions }) => mentions)).toEqual([]);
        expect(read.flatMap(({ links }) => links)).toEqual([]);
        expect(read.flatMap(({ looks }) => looks).filter((look) => look !== 'quote' && look !== 'small')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const pressing = (index: number): Action<string> => ({
  kind: 'press',
  label: `Press ${index}`,
  press: `press-${index}`,
});

describe('each limit, reached and exceeded', () => {
  test.each<[string, Reply<string>]>([
    ['one quote of 4,000 characters', replyOf([{ ...quote, text: 'data '.repeat(800) }])],
    ['one quote of 100,000 characters without a space', replyOf([{ ...quote, text: 'x'.repeat(100_000) }])],
    ['one quote of nothing but asterisks', replyOf([{ ...quote, text: '*'.repeat(4_000) }])],
    ['one quote in letters of three bytes', replyOf([{ ...quote, text: 'データ'.repeat(1_400) }])],
    ['one quote of emoji families', replyOf([{ ...quote, text: '👩‍👩‍👧‍👦'.repeat(500) }])],
    ['6 quotes', replyOf(many(6, () => quote))],
    ['7 quotes', replyOf(many(7, () => quote))],
    ['60 quotes', replyOf(many(60, () => quote))],
    ['500 quotes', replyOf(many(500, () => quote))],
    ['5 actions', replyOf([quote], { actions: many(5, pressing) })],
    ['6 actions', replyOf([quote], { actions: many(6, pressing) })],
    ['25 actions', replyOf([quote], { actions: many(25, pressing) })],
    ['26 actions', replyOf([quote], { actions: many(26, pressing) })],
    ['100 actions', replyOf([quote], { actions: many(100, pressing) })],
    [
      '100 items with a button each',
      replyOf([
        { kind: 'list', items: many(100, (index) => ({ text: [{ text: `Item ${index}` }], action: pressing(index) })) },
      ]),
    ],
    ['40 texts', replyOf(many(40, () => ({ kind: 'text', text: [{ text: 'A text' }] }) as const))],
    ['39 texts', replyOf(many(39, () => ({ kind: 'text', text: [{ text: 'A text' }] }) as const))],
    [
      'labels of 81 characters',
      replyOf([
        {
          ...quote,
          moment: { label: 'x'.repeat(81), url: 'https://example.org' },
          actions: many(5, (index) => ({ ...pressing(index), label: 'x'.repeat(81) })),
        },
      ]),
    ],
    [
      'an address of 512 characters',
      replyOf([{ ...quote, moment: { label: '▶', url: `https://example.org/${'x'.repeat(492)}` } }]),
    ],
    [
      'an address of 513 characters',
      replyOf([{ ...quote, moment: { label: '▶', url: `https://example.org/${'x'.repeat(493)}` } }]),
    ],
    [
      'presses of 98 and 99 characters',
      replyOf([quote], {
        actions: [98, 99].map((length) => ({ kind: 'press', label: 'x', press: 'x'.repeat(length) })),
      }),
    ],
    ['the same press twice', replyOf([quote, quote], { actions: [pressing(1), pressing(1)] })],
    [
      'an image’s alt of 1,025 characters',
      replyOf([{ kind: 'image', url: 'https://example.org/a.png', alt: 'x'.repeat(1_025) }]),
    ],
    ['nothing', replyOf([], { summary: '' })],
    ['nothing but white space', replyOf([{ kind: 'text', text: [{ text: ' \n ' }] }], { summary: ' ' })],
    ['a summary of 5,000 characters', replyOf([], { summary: '*'.repeat(5_000) })],
  ])('%s', (_what, one) => {
    expect(broken(one)).toEqual([]);
  });

  test('six quotes with their buttons have a card to themselves, sixty share one text and a menu', () => {
    const kinds = (count: number) =>
      componentsOf(renderDiscord(replyOf(many(count, () => quote)))).map(({ type }) => type);
    expect(kinds(4).filter((type) => type === 9)).toHaveLength(4);
    expect(kinds(4)).not.toContain(3);
    expect(kinds(12).filter((type) => type === 9)).toHaveLength(12);
    expect(kinds(12)).toContain(3);
    expect(kinds(60)).not.toContain(9);
    expect(kinds(60)).toContain(3);
  });

  test('what is left out of a long answer is marked', () => {
    const [first, ...rest] = componentsOf(renderDiscord(replyOf(many(500, () => quote)))).flatMap(({ content }) =>
      typeof content === 'string' ? [content] : [],
    );
    expect(rest).toEqual([]);
    expect(first?.endsWith('…')).toBe(true);
  });

  test('a link that fits no button stands in the text', () => {
    const url = `https://example.org/${'x'.repeat(480)}`;
    const body = renderDiscord(replyOf([{ ...quote, moment: { label: '▶ 2:11', url: `${url}${'y'.repeat(12)}` } }]));
    expect(componentsOf(body).some(({ type }) => type === 9)).toBe(true);
    const longer = renderDiscord(replyOf([{ ...quote, moment: { label: '▶ 2:11', url: `${url}${'y'.repeat(40)}` } }]));
    expect(JSON.stringify(longer)).toContain('▶ 2:11');
  });
});

describe('suggestions', () => {
  test('whatever they are, Discord takes them', () => {
    const suggestion = fc.record({ label: text, value: fc.oneof(text, fc.uuid()) });
    fc.assert(
      fc.property(fc.array(suggestion, { maxLength: 60 }), (suggestions) => {
        const choices = renderChoices(suggestions);
        expect(brokenChoiceRules({ choices })).toEqual([]);
        expect(brokenSchema('ApplicationCommandAutocompleteCallbackRequest', { type: 8, data: { choices } })).toEqual(
          [],
        );
      }),
    );
  });

  test.each([
    [100, 'x'.repeat(100)],
    [101, `${'x'.repeat(99)}…`],
  ])('a name of %i characters', (length, name) => {
    expect(renderChoices([{ label: 'x'.repeat(length), value: 'v' }])).toEqual([{ name, value: 'v' }]);
  });

  test('25 are shown of 26, and of two that read alike the better one', () => {
    const suggestions = many(26, (index) => ({ label: `Choice ${index}`, value: `v${index}` }));
    expect(renderChoices(suggestions)).toHaveLength(25);
    expect(
      renderChoices([
        { label: 'Mira', value: 'a' },
        { label: ' Mira', value: 'b' },
      ]),
    ).toEqual([{ name: 'Mira', value: 'a' }]);
  });
});

describe('cutting', () => {
  test('a cut text is a beginning of what it was, fits, and says that something is missing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: -5, max: 320 }), (whole, room) => {
        const part = cut(whole, room);
        expect(weigh(part)).toBeLessThanOrEqual(Math.max(room, 0));
        if (part === whole) return;
        expect(weigh(whole)).toBeGreaterThan(room);
        if (part !== '') expect(whole.startsWith(part.slice(0, -1)) && part.endsWith('…')).toBe(true);
      }),
    );
  });

  test('words and characters stay whole where they can', () => {
    expect(cut('We never asked for it', 16)).toBe('We never asked…');
    expect(cut('Donaudampfschiff', 10)).toBe('Donaudamp…');
    expect(cut('hi 👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 20, (text) => text.length)).toBe('hi 👩‍👩‍👧‍👦…');
  });

  test('room is shared: nobody gets more than they need, and nobody less than their part', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.array(fc.nat(3_000), { minLength: 1, maxLength: 40 }), (room, needs) => {
        const shares = share(room, needs);
        const given = shares.reduce((sum, one) => sum + one, 0);
        expect(given).toBeLessThanOrEqual(room);
        shares.forEach((one, index) => {
          const need = needs[index] ?? 0;
          expect(one).toBeLessThanOrEqual(need);
          expect(one).toBeGreaterThanOrEqual(Math.min(need, Math.floor(room / needs.length)));
        });
      }),
    );
  });
});
