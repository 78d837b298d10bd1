// Options: read from what was typed, checked against what was declared.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { checkOptions, readOptions } from '../../src/bot/arguments.ts';
import type { Command } from '../../src/bot/command.ts';

function find(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command;
}

describe('typed text becomes options', () => {
  test.each([
    // /quote understands the query syntax itself: all but its flag stays as typed.
    ['quote', 'tiktok', { words: 'tiktok' }],
    ['quote', '  tiktok  data ', { words: 'tiktok  data' }],
    ['quote', 'from:paul "customer data" -cat', { words: 'from:paul "customer data" -cat' }],
    ['quote', 'in:the long title after:2020', { words: 'in:the long title after:2020' }],
    ['quote', 'tiktok private:yes', { words: 'tiktok', private: true }],
    ['quote', 'private:no tiktok', { words: 'tiktok', private: false }],
    ['quote', 'Private: tiktok', { words: 'tiktok', private: true }],
    ['quote', '"private: property" law', { words: '"private: property" law' }],
    ['quote', '“private: property”', { words: '“private: property”' }],
    ['quote', 'semiprivate:yes', { words: 'semiprivate:yes' }],
    ['quote', '"unbalanced private:yes', { words: '"unbalanced', private: true }],
    ['quote', '', {}],
    // A whole line that was pasted.
    ['quote', '/quote tiktok private:yes', { words: 'tiktok', private: true }],
    ['quote', ' /Kutipan tiktok', { words: 'tiktok' }],
    ['quote', '/quotes tiktok', { words: '/quotes tiktok' }],
    ['quote', '/quote', { words: '/quote' }],
    ['episode', '/episode TikTok and data', { title: 'TikTok and data' }],
    // The others have their options taken out.
    ['random', '', {}],
    ['random', 'paul greenberg', { speaker: 'paul greenberg' }],
    ['random', 'from:paul', { speaker: 'paul' }],
    ['random', 'from:"Paul Greenberg" podcast:CRM Playaz', { speaker: 'Paul Greenberg', podcast: 'CRM Playaz' }],
    ['random', 'FROM: paul', { speaker: 'paul' }],
    ['random', 'speaker:paul', { speaker: 'paul' }],
    ['random', 'from:', {}],
    ['episode', 'TikTok: from here to there', { title: 'TikTok: from here to there' }],
    ['episode', '"TikTok and data"', { title: 'TikTok and data' }],
    ['episode', 'https://example.org/a', { title: 'https://example.org/a' }],
    ['episodes', 'privacy from:“Paul Greenberg” law', { search: 'privacy law', speaker: 'Paul Greenberg' }],
    ['speaker', 'paul', { name: 'paul' }],
    ['speakers', 'whatever', {}],
    ['help', 'me', {}],
  ])('/%s %s', (command, text, expected) => {
    expect(readOptions(find(command), text)).toEqual(expected);
  });

  test('words without a key are kept as they are, whatever they are', () => {
    const noKey = fc.string({ unit: 'grapheme' }).filter((text) => !/private:/i.test(text));
    fc.assert(
      fc.property(noKey, (text) => {
        const expected = text.trim() === '' ? {} : { words: text.trim() };
        expect(readOptions(find('quote'), text)).toEqual(expected);
      }),
    );
  });

  test('a value in quotation marks comes out as it went in', () => {
    const name = fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== '' && !/["“”„«»]/.test(text));
    fc.assert(
      fc.property(name, (value) => {
        expect(readOptions(find('episodes'), `law from:"${value}"`)).toEqual({ search: 'law', speaker: value.trim() });
      }),
    );
  });

  test('no text makes it fail', () => {
    const anything = fc.array(fc.oneof(fc.string(), fc.constantFrom('from:', ' in:', '"', '“', '”', 'private:', ' ')));
    fc.assert(
      fc.property(anything, fc.constantFrom(...commands), (parts, command) => {
        const values = readOptions(command, parts.join(''));
        expect(Object.keys(command.options)).toEqual(expect.arrayContaining(Object.keys(values)));
      }),
    );
  });
});

describe('values are checked before a command runs', () => {
  test('what is declared goes through, what is not is left out', () => {
    const given = { words: 'tiktok', speaker: 'Paul', private: true, colour: 'blue', constructor: 'x' };
    expect(checkOptions(find('quote'), given)).toEqual({
      values: { words: 'tiktok', speaker: 'Paul', private: true },
    });
  });

  test('what buttons carry goes through where it is of its kind', () => {
    expect(checkOptions(find('quote'), { words: 'a', offset: 3 })).toEqual({ values: { words: 'a', offset: 3 } });
    expect(checkOptions(find('quote'), { words: 'a', offset: '3' })).toEqual({ values: { words: 'a' } });
    expect(checkOptions(find('quote'), { words: 'a', offset: Number.NaN })).toEqual({ values: { words: 'a' } });
  });

  test.each([
    ['a number for words', { words: 2020 }, { words: '2020' }],
    ['a word for a flag', { words: 'a', private: 'yes' }, { words: 'a', private: true }],
    ['another word for a flag', { words: 'a', private: 'maybe' }, { words: 'a', private: false }],
    ['an empty option', { words: 'a', speaker: ' ' }, { words: 'a' }],
  ])('%s', (_what, given, values) => {
    expect(checkOptions(find('quote'), given)).toEqual({ values });
  });

  test.each([[{}], [{ words: '' }], [{ words: '  ' }]])('a required one that is missing is named: %j', (given) => {
    expect(checkOptions(find('quote'), given)).toMatchObject({ missing: 'words' });
  });
});
