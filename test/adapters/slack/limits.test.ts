// Every figure of Slack's, reached and exceeded: whatever the bot says, Slack takes it, and what is left of a quote is
// what was said.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/adapters/slack/limits.ts';
import { renderForm, renderSuggestions } from '../../../src/adapters/slack/modal.ts';
import { renderSlack } from '../../../src/adapters/slack/render.ts';
import type { Command } from '../../../src/bot/command.ts';
import type { Range } from '../../../src/model.ts';
import type { Action, Block, QuoteBlock, Reply } from '../../../src/reply/reply.ts';
import {
  blocksOf,
  complainAboutMessage,
  complainAboutOptions,
  complainAboutView,
  type Json,
  pingsIn,
} from '../../support/slack/message-rules.ts';
import { buttonsOf } from '../../support/slack/stand-in.ts';

/** Lengths around a figure, and far beyond it. */
const around = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(0, 1, most - 1, most, most + 1, 3 * most),
      fc.constantFrom('x', 'word ', '<!channel> ', '👨‍👩‍👧‍👦', '& ', '\uD83D', ' ', 'שלום ', '*bold* _x_ `y` '),
    )
    .map(([length, piece]) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length));

const label = around(limits.button.text);
const url = fc.oneof(
  fc.constantFrom('https://harbour.example.org/12?a=1&b=2#t=131', 'javascript:alert(1)', '', 'https://a b|c<d>"'),
  around(limits.button.url).map((path) => `https://harbour.example.org/${path}`),
);
const action: fc.Arbitrary<Action<string>> = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), label, url }),
  fc.record({
    kind: fc.constant('press' as const),
    label,
    press: fc.constantFrom('abcdefghijklmnop.1', 'x'.repeat(limits.button.value), 'x'.repeat(limits.button.value + 1)),
    primary: fc.boolean(),
    disabled: fc.boolean(),
  }),
);
const actions = (most: number) => fc.array(action, { maxLength: most });
const span = fc.record(
  { text: around(limits.richText), mark: fc.constantFrom('strong' as const, 'code' as const), url },
  { requiredKeys: ['text'] },
);
const rich = fc.array(span, { maxLength: 2 });
const said = around(limits.richText);

const quote: fc.Arbitrary<QuoteBlock<string>> = said.chain((text) =>
  fc.record(
    {
      kind: fc.constant('quote' as const),
      text: fc.constant(text),
      highlights: fc
        .uniqueArray(fc.nat(text.length), { maxLength: 6 })
        .map((places) => places.sort((a, b) => a - b))
        .map((places) =>
          places.flatMap((from, n): Range[] => (n % 2 === 0 && places[n + 1] ? [[from, places[n + 1] ?? from]] : [])),
        ),
      speaker: around(limits.contextText),
      episode: around(200),
      podcast: label,
      date: label,
      moment: fc.record({ label, url }, { requiredKeys: ['label'] }),
      links: fc.array(fc.record({ label, url }), { maxLength: 12 }),
      actions: actions(3),
      focus: fc.boolean(),
    },
    { requiredKeys: ['kind', 'text', 'highlights', 'links', 'actions'] },
  ),
);

const block: fc.Arbitrary<Block<string>> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: around(limits.header) }),
  fc.record({ kind: fc.constant('text' as const), text: rich }),
  fc.record({
    kind: fc.constant('notice' as const),
    tone: fc.constantFrom('info' as const, 'error' as const),
    text: rich,
  }),
  quote,
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label, value: rich }), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(fc.record({ text: rich, detail: around(200), action }, { requiredKeys: ['text'] }), {
      maxLength: 30,
    }),
  }),
  fc.record({ kind: fc.constant('image' as const), url, alt: around(limits.image.alt) }),
);

const reply: fc.Arbitrary<Reply<string>> = fc.record({
  blocks: fc.array(block, { maxLength: 12 }),
  actions: actions(60),
  visibility: fc.constantFrom('public', 'private'),
  summary: around(limits.message.text),
  locale: fc.constantFrom('en', 'id'),
});

const payload = (given: Reply<string>): Json => ({ ...renderSlack(given) });

describe('a message', () => {
  test('is never refused and never pings, whatever it is made of', () => {
    fc.assert(
      fc.property(reply, (given) => {
        const message = payload(given);
        expect(complainAboutMessage(message)).toBeUndefined();
        expect(pingsIn(message)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  const replyOf = (...blocks: Block<string>[]): Reply<string> => ({
    blocks,
    actions: [{ kind: 'press', label: 'Next', press: 'a.1' }],
    visibility: 'public',
    summary: 'Much',
    locale: 'en',
  });
  const line = (text: string): Block<string> => ({ kind: 'text', text: [{ text }] });

  test('of 49 blocks and its buttons is whole; of one more it loses its end, says so, and keeps its buttons', () => {
    const lines = Array.from({ length: 50 }, (_, n) => line(`line ${n}`));
    expect(JSON.stringify(blocksOf(payload(replyOf(...lines.slice(0, 49)))))).toContain('line 48');
    const cut = payload(replyOf(...lines));
    expect(cut.blocks).toHaveLength(50);
    expect(JSON.stringify(cut)).not.toContain('line 48');
    expect(JSON.stringify(cut)).toContain('Some of it did not fit here.');
    expect(buttonsOf(cut)).toHaveLength(1);
  });

  test('too long in all has its long texts cut shorter before any is left out', () => {
    const long = 'word '.repeat(500);
    const blocks = blocksOf(payload(replyOf(...Array.from({ length: 8 }, () => line(long)), line('the end'))));
    expect(blocks).toHaveLength(10);
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(limits.message.serialisedBlocks);
    expect(JSON.stringify(blocks)).toContain('the end');
  });

  test('keeps a quote with who said it: both or neither are shown', () => {
    const quotes = Array.from(
      { length: 40 },
      (_, n): Block<string> => ({
        kind: 'quote',
        text: `Quote ${n}`,
        speaker: `Speaker ${n}.`,
        highlights: [],
        links: [],
        actions: [],
      }),
    );
    const shown = JSON.stringify(blocksOf(payload(replyOf(...quotes))));
    quotes.forEach((_, n) => {
      expect(shown.includes(`"Quote ${n}"`), `quote ${n}`).toBe(shown.includes(`Speaker ${n}.`));
    });
  });
});

test('what is left of a quote is one run of what was said, its cuts visible', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.nat(120), (piece, times) => {
      const text = piece.repeat(times + 1);
      fc.pre(!text.includes('…') && !/\p{Surrogate}|\0/u.test(text) && text.trim() !== '');
      const quote: Block<string> = { kind: 'quote', text, highlights: [[0, 1]], links: [], actions: [] };
      const { blocks = [] } = renderSlack({
        blocks: [quote],
        actions: [],
        visibility: 'public',
        summary: 's',
        locale: 'en',
      });
      const shown = (JSON.stringify(blocks).match(/"text":"((?:[^"\\]|\\.)*)"/g) ?? [])
        .map((found) => JSON.parse(`{${found}}`).text)
        .join('');
      if (shown !== text) expect(text.startsWith(shown.replace(/…$/, '')) && shown.endsWith('…')).toBe(true);
    }),
  );
});

describe('a form', () => {
  const option = fc.record(
    {
      kind: fc.constantFrom('text' as const, 'day' as const, 'flag' as const),
      description: around(limits.modal.label)
        .filter((text) => text.trim() !== '')
        .map((text) => ({ en: text, id: text })),
      required: fc.boolean(),
      example: around(limits.select.placeholder).filter((text) => text.trim() !== ''),
      suggest: fc.constant(async () => []),
    },
    { requiredKeys: ['kind', 'description', 'required'] },
  );

  test('is never refused', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(names, fc.array(option, { minLength: 25, maxLength: 25 }), (keys, options) => {
        const command: Command = {
          name: 'a-command-of-32-characters-length',
          description: { en: 'x', id: 'x' },
          reach: 'typed',
          options: Object.fromEntries(options.slice(0, keys.length).map((one, n) => [keys[n], one])),
          run: () => Promise.reject(new Error('never run')),
        };
        const form = { command: command.name, responseUrl: 'https://hooks.slack.com/commands/T1/1/x', openedAtMs: 1 };
        const view = renderForm(command, form, 'id');
        expect(complainAboutView({ ...view })).toBeUndefined();
      }),
    );
  });

  test('suggests what Slack takes, the typed words first', () => {
    const suggestion = fc.record({ label: around(150), value: fc.oneof(fc.string(), around(100)) });
    fc.assert(
      fc.property(around(limits.select.value), fc.array(suggestion, { maxLength: 120 }), (typed, suggestions) => {
        const options = renderSuggestions(typed, suggestions);
        expect(complainAboutOptions({ options })).toBeUndefined();
      }),
    );
  });
});
