// A long text in blocks is cut as the string is that they make together.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Blocks } from '../../src/transcripts/blocks.ts';

test('wherever it is cut', () => {
  const pieces = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(pieces, fc.nat(100), fc.nat(100), (blocks, from, to) => {
      const text = new Blocks();
      for (const block of blocks) text.add(block);
      expect(text.length).toBe(blocks.join('').length);
      expect(text.slice(from, to)).toBe(blocks.join('').slice(from, to));
      expect(text.slice(from)).toBe(blocks.join('').slice(from));
    }),
  );
});
