// What people read in Slack: golden payloads, and what text that means harm cannot do.

import { describe, expect, test } from 'vitest';
import { renderSlack } from '../../../src/adapters/slack/render.ts';
import type { Block, Reply } from '../../../src/reply/reply.ts';
import { hostileTexts } from '../../support/fixture-episodes.ts';
import { blocksOf, complainAboutMessage, type Json, pingsIn } from '../../support/slack/message-rules.ts';
import { buttonsOf } from '../../support/slack/stand-in.ts';
import { replies } from './replies.ts';

const payload = (reply: Reply<string>): Json => ({ ...renderSlack(reply) });

test.each(Object.entries(replies))('the golden payload of %s', async (name, reply) => {
  const message = payload(reply);
  expect(complainAboutMessage(message)).toBeUndefined();
  expect(pingsIn(message)).toEqual([]);
  await expect(`${JSON.stringify(message, null, 2)}\n`).toMatchFileSnapshot(`../../golden/slack/${name}.json`);
});

const replyOf = (...blocks: readonly Block<string>[]): Reply<string> => ({
  blocks,
  actions: [],
  visibility: 'public',
  summary: 'A summary',
  locale: 'en',
});
const quoteOf = (text: string, more: object = {}): Block<string> => ({
  kind: 'quote',
  text,
  highlights: [],
  links: [],
  actions: [],
  ...more,
});

/** Every text in rich text, in order. */
function saidIn(message: Json): string {
  const said: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && value.type === 'text' && 'text' in value) said.push(String(value.text));
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(message.blocks);
  return said.join('');
}

test('quotes are kept apart, each with its buttons; turns of one exchange are not', () => {
  const kinds = (...blocks: Block<string>[]) => blocksOf(payload(replyOf(...blocks))).map(({ type }) => type);
  const whole = { speaker: 'Jonas Pell', actions: [{ kind: 'press', label: 'Context', press: 'id' }] };
  const of = ['rich_text', 'context', 'actions'];
  const [first, second] = [quoteOf('First.', whole), quoteOf('Second.', whole)];
  expect(kinds(first, second)).toEqual([...of, 'divider', ...of]);
  expect(kinds(first, quoteOf(''))).not.toContain('divider');
  expect(kinds(quoteOf('First.', { focus: false }), quoteOf('Second.', { focus: true }))).not.toContain('divider');
});

describe('text that means harm', () => {
  test.each(Object.entries(hostileTexts))('%s is shown as it was said, and does nothing', (_name, text) => {
    const message = payload(replyOf(quoteOf(text, { speaker: text, episode: text, date: text })));
    expect(complainAboutMessage(message)).toBeUndefined();
    expect(pingsIn(message)).toEqual([]);
    expect(saidIn(message)).toBe(text);
    const [, source] = blocksOf(message);
    expect(JSON.stringify(source)).not.toContain('mrkdwn');
  });

  test('the line for notifications pings nobody and formats nothing', () => {
    const message = payload({ ...replyOf(), summary: '<!channel> *now* & <@U1>' });
    expect(message).toMatchObject({ text: '&lt;!channel&gt; *now* &amp; &lt;@U1&gt;', mrkdwn: false });
  });

  test('a name written from right to left leaves what stands beside it in its place', () => {
    const message = payload(replyOf(quoteOf('שלום', { speaker: 'שרה', episode: 'Harbour', date: '2020' })));
    expect(JSON.stringify(message)).toContain('\u2068שרה\u2069 · Harbour · 2020');
  });
});

describe('a quote', () => {
  test('has the words that matched in bold', () => {
    const message = payload(replyOf(quoteOf('Who owns TikTok?', { highlights: [[9, 15]] })));
    expect(message.blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_quote',
            elements: [
              { type: 'text', text: 'Who owns ' },
              { type: 'text', text: 'TikTok', style: { bold: true } },
              { type: 'text', text: '?' },
            ],
          },
        ],
      },
    ]);
  });

  test('opens its moment by a button, and the other places by links', () => {
    const message = payload(
      replyOf(
        quoteOf('Yes.', {
          moment: { label: '▶ 2:11', url: 'https://harbour.example.org/#t=131' },
          links: [{ label: 'Spotify', url: 'https://open.spotify.com/episode/abc?t=131&x=|' }],
        }),
      ),
    );
    expect(buttonsOf(message)).toMatchObject([{ url: 'https://harbour.example.org/#t=131' }]);
    expect(JSON.stringify(message)).toContain('<https://open.spotify.com/episode/abc?t=131&amp;x=%7C|Spotify>');
  });

  test('without a place to hear it still says when', () => {
    expect(JSON.stringify(payload(replyOf(quoteOf('Yes.', { speaker: 'Mira', moment: { label: '2:11' } }))))).toContain(
      'Mira · 2:11',
    );
  });

  test('shows no address that is none', () => {
    const message = payload(
      replyOf(
        quoteOf('Yes.', {
          moment: { label: '▶', url: 'javascript:alert(1)' },
          links: [{ label: 'Odd', url: 'data:,x' }],
        }),
      ),
    );
    expect(message.blocks).toHaveLength(1);
  });

  test('of 4,000 characters is cut where people see it', () => {
    const text = `${'word '.repeat(800)}end.`;
    const said = saidIn(payload(replyOf(quoteOf(text))));
    expect(said.endsWith('…')).toBe(true);
    expect(text.startsWith(said.slice(0, -1))).toBe(true);
  });
});

describe('a button', () => {
  test('that cannot be pressed is left out: Slack knows no disabled ones', () => {
    const message = payload({
      ...replyOf(quoteOf('Yes.')),
      actions: [
        { kind: 'press', label: 'Next', press: 'a.1', disabled: true },
        { kind: 'press', label: 'Previous', press: 'a.2', primary: true },
      ],
    });
    expect(buttonsOf(message)).toMatchObject([{ value: 'a.2', style: 'primary' }]);
  });

  test('stands beside the item of a list that it is for', () => {
    const message = payload(
      replyOf({
        kind: 'list',
        items: [
          {
            text: [{ text: 'Lanterns', mark: 'strong' }],
            detail: '2021',
            action: { kind: 'press', label: 'Open', press: 'a.1' },
          },
          { text: [{ text: 'Storm' }], action: { kind: 'open', label: 'Listen', url: 'https://harbour.example.org' } },
        ],
      }),
    );
    expect(message.blocks).toMatchObject([
      { type: 'section', text: { type: 'plain_text', text: 'Lanterns\n2021' }, accessory: { value: 'a.1' } },
      { type: 'section', text: { text: 'Storm' }, accessory: { url: 'https://harbour.example.org/' } },
    ]);
  });
});

test('a reply without blocks is its summary', () => {
  expect(payload(replyOf())).not.toHaveProperty('blocks');
  expect(complainAboutMessage(payload({ ...replyOf(), summary: '' }))).toBeUndefined();
});
