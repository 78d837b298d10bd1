// The stand-in is as strict as Discord: what breaks a rule is refused, so that what it takes means something.

import { describe, expect, test } from 'vitest';
import { renderDiscord } from '../../../src/adapters/discord/render.ts';
import { brokenSchema, openApiMissing } from '../../support/discord/openapi.ts';
import { brokenChoiceRules, brokenCommandRules, brokenMessageRules } from '../../support/discord/rules.ts';
import { replies } from './replies.ts';

const inert = { allowed_mentions: { parse: [] }, flags: 4 };
const card = (...components: readonly object[]) => ({ ...inert, flags: (1 << 15) | 4, components });
const text = (content: string) => ({ type: 10, content });
const row = (...components: readonly object[]) => ({ type: 1, components });
const button = (id: string) => ({ type: 2, style: 2, label: 'x', custom_id: id });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('a message is refused', () => {
  test.each<[string, object, string]>([
    ['that may ping', { content: 'x', flags: 4 }, 'ping nobody'],
    ['that shows previews', { content: 'x', allowed_mentions: { parse: [] } }, 'previews'],
    ['that is empty', inert, 'empty'],
    ['that is an empty card', card(), 'empty'],
    ['that is a card with content', { ...card(text('x')), content: 'x' }, 'neither content'],
    ['with 41 components', card(...many(41, () => text('x'))), '40 components'],
    ['with 41 components, nested', card({ type: 17, components: many(40, () => text('x')) }), '40 components'],
    ['with 4,001 characters in two texts', card(text('x'.repeat(2_000)), text('x'.repeat(2_001))), '4,000 characters'],
    ['with 4,001 characters, one on a button', card(text('x'.repeat(4_000)), row(button('a'))), '4,000 characters'],
    ['with too many bytes', card(text('デ'.repeat(3_400))), '10,170 bytes'],
    ['with a blank text', card(text(' ')), 'blank'],
    ['with twin ids', card(row(button('a'), button('a'))), 'unique'],
    ['with six buttons in a row', card(row(...many(6, (index) => button(`${index}`)))), '1 to 5 buttons'],
    ['with an empty row', card(row()), '1 to 5 buttons'],
    [
      'with a button and a menu in a row',
      card(row(button('a'), { type: 3, custom_id: 'b', options: [] })),
      'or one menu',
    ],
    ['with a link that is pressed', card(row({ ...button('a'), style: 5, url: 'https://example.org' })), 'custom_id'],
    ['with a link to nowhere', card(row({ type: 2, style: 5, label: 'x' })), 'an address'],
    ['with a link to a script', card(row({ type: 2, style: 5, label: 'x', url: 'javascript:1' })), 'of the web'],
    ['with a section beside nothing', card({ type: 9, components: [text('x')] }), 'accessory'],
    [
      'with a menu of twins',
      card(row({ type: 3, custom_id: 'a', options: [{ value: 'x' }, { value: 'x' }] })),
      'values are unique',
    ],
    ['with six rows', { ...inert, content: 'x', components: many(6, (index) => row(button(`${index}`))) }, '5 rows'],
    ['with a text outside of a card', { ...inert, content: 'x', components: [text('x')] }, 'outside of rows'],
    [
      'with 6,001 characters in embeds',
      { ...inert, embeds: many(2, () => ({ title: 'x', description: 'x'.repeat(3_000) })) },
      '6,000',
    ],
  ])('%s', (_what, message, words) => {
    expect(brokenMessageRules(message).join()).toContain(words);
  });
});

test.each<[string, unknown, string]>([
  ['26', many(26, (index) => ({ name: `${index}`, value: `${index}` })), '25 choices'],
  ['a nameless one', [{ name: '', value: 'x' }], 'name'],
  ['a long name', [{ name: 'x'.repeat(101), value: 'x' }], 'name'],
  ['a long value', [{ name: 'x', value: 'x'.repeat(101) }], 'value'],
  ['none at all', undefined, 'list'],
])('choices are refused: %s', (_what, choices, words) => {
  expect(brokenChoiceRules({ choices }).join()).toContain(words);
});

test.each<[string, readonly object[], string]>([
  ['twins', [{ name: 'a' }, { name: 'a' }], 'unique'],
  ['twin options', [{ name: 'a', options: [{ name: 'o' }, { name: 'o' }] }], 'unique'],
  [
    'a required option behind another',
    [{ name: 'a', options: [{ name: 'o' }, { name: 'p', required: true }] }],
    'first',
  ],
  ['capitals', [{ name: 'Ask' }], 'no name'],
  ['8,001 characters', [{ name: 'a', description: 'x'.repeat(8_001) }], '8,000'],
])('commands are refused: %s', (_what, commands, words) => {
  expect(brokenCommandRules(commands).join()).toContain(words);
});

describe.skipIf(openApiMissing !== undefined)(`Discord’s own description (${openApiMissing ?? 'at hand'})`, () => {
  const schema = 'IncomingWebhookInteractionRequest';

  test.each(Object.entries(replies))('takes %s', (_name, reply) => {
    expect(brokenSchema(schema, renderDiscord(reply))).toEqual([]);
  });

  test.each<[string, object]>([
    ['a label of 81 characters', card(row({ ...button('a'), label: 'x'.repeat(81) }))],
    ['an id of 101 characters', card(row(button('x'.repeat(101))))],
    [
      'an address of 513 characters',
      card(row({ type: 2, style: 5, label: 'x', url: `https://example.org/${'x'.repeat(493)}` })),
    ],
    [
      '26 options',
      card(row({ type: 3, custom_id: 'a', options: many(26, (index) => ({ label: 'x', value: `${index}` })) })),
    ],
    ['content of 2,001 characters', { ...inert, content: 'x'.repeat(2_001) }],
    ['a component of no kind', card({ type: 99 })],
  ])('refuses %s', (_what, body) => {
    expect(brokenSchema(schema, body)).not.toEqual([]);
  });
});
