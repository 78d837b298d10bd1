// What the page sends, as invocations, presses and typings.
import { expect, test } from 'vitest';
import { receivePress, receiveRun, receiveTyping } from '../../../src/adapters/web/receive.ts';

const person = { id: 'a-browser', name: 'You' };
const read = (command: string, text: string) => ({ words: `${command} reads ${text}`, private: false });

test('a command carries what was typed and what was picked; what was picked goes first', () => {
  const body = { command: 'quote', text: 'tiktok', options: { private: true, speaker: 'mara' }, locale: 'id' };
  expect(receiveRun(body, person, read)).toEqual({
    command: 'quote',
    options: { words: 'quote reads tiktok', private: true, speaker: 'mara' },
    person,
    locale: 'id',
    prefix: '/',
  });
});

test('a press carries the button', () => {
  expect(receivePress({ id: 'b7', locale: 'en', person: 'somebody else' }, person)).toEqual({
    id: 'b7',
    locale: 'en',
    person,
  });
});

test('a typing carries the option at hand', () => {
  const body = { command: 'quote', option: 'words', typed: 'tik', given: { speaker: 'mara' }, locale: 'en' };
  expect(receiveTyping(body, person)).toEqual({ ...body, person });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'quote'],
  ['a list', []],
  ['no fields', {}],
  ['a number for a text', { command: 'quote', text: 7, options: {}, locale: 'en', id: 7, option: 'words', typed: 7 }],
  ['a text without end', { command: 'quote', text: 'x'.repeat(20_001), options: {}, locale: 'en' }],
  ['a name without end', { command: 'x'.repeat(2_001), text: '', options: {}, locale: 'en', id: 'x'.repeat(2_001) }],
  ['a language without end', { command: 'quote', text: '', options: {}, locale: 'x'.repeat(36), id: 'b7' }],
  ['a nested option', { command: 'quote', text: '', options: { words: ['tiktok'] }, locale: 'en' }],
  ['an empty button', { id: '', locale: 'en' }],
])('%s is refused', (_, body) => {
  expect(receiveRun(body, person, read)).toBeUndefined();
  expect(receivePress(body, person)).toBeUndefined();
  expect(receiveTyping(body, person)).toBeUndefined();
});
