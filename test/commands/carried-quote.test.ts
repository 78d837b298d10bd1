// A quote on a button: what is shared later is what was seen, and nothing that is not said any more.

import { expect, test } from 'vitest';
import { carryQuote, readQuote, wholePassage } from '../../commands/parts/carried-quote.ts';

const passage = 'First the tide. Then the lantern, and the long winter after it.';

test.each([
  ['the whole passage', { text: passage, highlights: [[10, 14]] }],
  ['cut at its start', { text: '…Then the lantern, and the long winter after it.', highlights: [[10, 17]] }],
  ['cut at its end', { text: 'First the tide. Then…', highlights: [] }],
  ['cut at both ends with spaces', { text: '… the lantern, and …', highlights: [[6, 13]] }],
] as const)('%s comes back as it was', (_name, quote) => {
  expect(readQuote(carryQuote(quote), passage)).toEqual(quote);
});

test.each([
  ['nothing carried', {}],
  ['other words', { text: 'First the flood.', marks: '' }],
  ['two places in one', { text: 'First the lantern', marks: '' }],
])('%s is no quote', (_name, carried) => {
  expect(readQuote(carried, passage)).toBeUndefined();
});

test('in the whole passage the same words are marked', () => {
  const quote = { text: '…Then the lantern, and…', highlights: [[10, 17] as const] };
  const whole = wholePassage(quote, passage);
  expect(whole.text).toBe(passage);
  expect(whole.highlights.map(([from, to]) => passage.slice(from, to))).toEqual(['lantern']);
});
