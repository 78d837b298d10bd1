// Tidied in parts a text is what it would be at once, wherever the parts meet.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeEntities } from '../../src/text/decode-entities.ts';
import { singleSpaced } from '../../src/text/single-spaced.ts';

test('white space becomes single spaces', () => {
  fc.assert(
    fc.property(fc.constantFrom(' ', '\n', '\t ', 'a', 'a '), fc.nat(60), fc.nat(60), (unit, before, spaces) => {
      const text = `${unit.repeat(before)}${'b'.repeat(49_970)}${' \n'.repeat(spaces)}c${unit.repeat(50_000)}d`;
      expect(singleSpaced(text)).toBe(text.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 50 },
  );
});

test('entities are read wherever they stand', () => {
  for (let before = 49_990; before < 50_010; before++) {
    const text = `${'a'.repeat(before)}&amp;&#98;c&amp`;
    expect(decodeEntities(text)).toBe(`${'a'.repeat(before)}&bc&amp`);
  }
});
