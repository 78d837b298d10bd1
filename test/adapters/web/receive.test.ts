// What the page sends, as invocations, presses and typings.
import { expect, test } from 'vitest';
import { receivePress, receiveRun, receiveTyping } from '../../../src/adapters/web/receive.ts';

const personId = 'a-browser';
const person = { id: personId, name: 'you' };
const asking = { locale: 'en', name: 'you' };
const read = (command: string, text: string) => ({ words: `${command} reads ${text}`, private: false });

test('a command carries what was typed and what was picked; what was picked goes first', () => {
  const body = {
    command: 'quote',
    text: 'tiktok',
    options: { private: true, speaker: 'mara' },
    name: 'you',
    locale: 'id',
  };
  expect(receiveRun(body, personId, read)).toEqual({
    command: 'quote',
    options: { words: 'quote reads tiktok', private: true, speaker: 'mara' },
    person,
    locale: 'id',
    prefix: '/',
  });
});

test('a press carries the button', () => {
  expect(receivePress({ id: 'b7', ...asking, person: 'somebody else' }, personId)).toEqual({
    id: 'b7',
    locale: 'en',
    person,
  });
});

test('a typing carries the option at hand', () => {
  const body = { command: 'quote', option: 'words', typed: 'tik', given: { speaker: 'mara' } };
  expect(receiveTyping({ ...body, ...asking }, personId)).toEqual({ ...body, locale: 'en', person });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'quote'],
  ['a list', []],
  ['no fields', {}],
  ['a number for a text', { command: 'quote', text: 7, options: {}, ...asking, id: 7, option: 'words', typed: 7 }],
  ['a text without end', { command: 'quote', text: 'x'.repeat(20_001), options: {}, ...asking }],
  ['a name without end', { command: 'x'.repeat(2_001), text: '', options: {}, ...asking, id: 'x'.repeat(2_001) }],
  ['a language without end', { command: 'quote', text: '', options: {}, ...asking, locale: 'x'.repeat(36), id: 'b7' }],
  ['a person without a name', { command: 'quote', text: '', options: {}, ...asking, name: '', id: 'b7' }],
  [
    'a person with a name without end',
    { command: 'quote', text: '', options: {}, ...asking, name: 'x'.repeat(81), id: 'b7' },
  ],
  ['a nested option', { command: 'quote', text: '', options: { words: ['tiktok'] }, ...asking }],
  ['an empty button', { id: '', ...asking }],
])('%s is refused', (_, body) => {
  expect(receiveRun(body, personId, read)).toBeUndefined();
  expect(receivePress(body, personId)).toBeUndefined();
  expect(receiveTyping(body, personId)).toBeUndefined();
});

test('more options than any command has are refused before one of them is looked at', () => {
  let looked = 0;
  const options = {};
  for (let place = 0; place <= 25; place++) {
    Object.defineProperty(options, `option${place}`, { enumerable: true, get: () => ++looked });
  }
  expect(receiveRun({ command: 'quote', text: '', options, ...asking }, personId, read)).toBeUndefined();
  expect(looked).toBe(0);
});
