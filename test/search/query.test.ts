// The query syntax: words, phrases, filters, words to leave out.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../src/search/query.ts';

const word = (text: string) => ({ text, exact: false });
const phrase = (text: string) => ({ text, exact: true });

describe('a query', () => {
  test.each([
    ['tiktok data', [word('tiktok'), word('data')]],
    ['"customer data" tiktok', [phrase('customer data'), word('tiktok')]],
    ['“customer data”', [phrase('customer data')]],
    ['„Kundendaten“ «données»', [phrase('Kundendaten'), phrase('données')]],
    ['"never closed', [phrase('never closed')]],
    ['node.js c++ .net', [word('node.js'), word('c++'), word('.net')]],
    ['e-mail covid-19', [word('e-mail'), word('covid-19')]],
    ['https://example.org/from:x', [word('https://example.org/from:x')]],
    ["don't", [word("don't")]],
  ])('%s has parts', (typed, parts) => {
    expect(parseQuery(typed)).toEqual({ parts, without: [], filters: {}, open: [], problems: [] });
  });

  test.each([
    ['from:paul tiktok', { speaker: ['paul'] }, ['tiktok']],
    ['tiktok from:"Paul Greenberg"', { speaker: ['Paul Greenberg'] }, ['tiktok']],
    ['FROM:“Paul Greenberg” tiktok', { speaker: ['Paul Greenberg'] }, ['tiktok']],
    ['from: paul tiktok', { speaker: ['paul'] }, ['tiktok']],
    ['from:paul from:brent tiktok', { speaker: ['paul', 'brent'] }, ['tiktok']],
    ['from:paul,brent tiktok', { speaker: ['paul', 'brent'] }, ['tiktok']],
    ['from:"Reece, Psy.D" tiktok', { speaker: ['Reece, Psy.D'] }, ['tiktok']],
    ['from：paul tiktok', { speaker: ['paul'] }, ['tiktok']],
    ['-from:paul tiktok', { notSpeaker: ['paul'] }, ['tiktok']],
    ['-in:data and trust -podcast:crm tiktok', { notTitle: ['data and trust'], notPodcast: ['crm'] }, ['tiktok']],
    ['-in:"data and trust" tiktok', { notEpisode: ['data and trust'] }, ['tiktok']],
    ['tiktok -after:2020 -before:2019-05', { notAfter: ['2020'], notBefore: ['2019-05'] }, ['tiktok']],
    ['in:data -from:paul after:2020', { title: ['data'], notSpeaker: ['paul'], after: ['2020'] }, []],
    ['in:data and trust from:paul tiktok', { title: ['data and trust'], speaker: ['paul'] }, ['tiktok']],
    ['tiktok in:"data and trust" kettle', { episode: ['data and trust'] }, ['tiktok', 'kettle']],
    [
      'podcast:crm after:2020 before:2021-01-31 x',
      { podcast: ['crm'], after: ['2020'], before: ['2021-01-31'] },
      ['x'],
    ],
    ['speaker:paul episode:data', { speaker: ['paul'], title: ['data'] }, []],
    ['notfrom:paul', {}, ['notfrom:paul']],
  ])('%s has filters', (typed, filters, words) => {
    const query = parseQuery(typed);
    expect(query.filters).toEqual(filters);
    expect(query.parts.map(({ text }) => text)).toEqual(words);
    expect(query.problems).toEqual([]);
  });

  test.each([
    ['tiktok -instagram', ['instagram']],
    ['-"stock market" tiktok', ['stock market']],
    ['tiktok −instagram', ['instagram']],
    ['tiktok - instagram', []],
    ['well-known', []],
    ['--no-index is a dash --written so', []],
    ['third with -1,000 points', []],
    ['-Yeah we did that', []],
    ['-Hinge tiktok', ['Hinge']],
    ['-Hinge tiktok data -privacy', ['Hinge', 'privacy']],
  ])('%s leaves out', (typed, without) => {
    expect(parseQuery(typed).without).toEqual(without);
  });

  test('without a value for a key says so', () => {
    expect(parseQuery('tiktok from:').problems).toEqual([{ kind: 'empty-filter', filter: 'from', nearest: [] }]);
    expect(parseQuery('-in:').problems).toEqual([{ kind: 'empty-filter', filter: 'in', nearest: [] }]);
    expect(parseQuery('in:').problems).toEqual([{ kind: 'empty-filter', filter: 'in', nearest: [] }]);
  });

  test('never loses a plain word, and never fails', () => {
    const plain = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 20 }), (words) => {
        expect(parseQuery(words.join(' ')).parts.map(({ text }) => text)).toEqual(words);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const { parts, without } = parseQuery(typed);
        for (const text of [...parts.map((part) => part.text), ...without]) expect(typed).toContain(text);
      }),
    );
  });
});
