// The turns around a quote: always the quote itself, always in one piece, never more than fits.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExchange } from '../../commands/parts/exchange.ts';
import type { Segment } from '../../src/model.ts';

function episode(lengths: readonly number[]) {
  const segments = lengths.map(
    (length, index): Segment => ({ id: `e.${index}`, episodeId: 'e', index, text: 'x'.repeat(length) }),
  );
  return {
    segments,
    exchange: async (id: string, before: number, after: number) => {
      const place = segments.findIndex((segment) => segment.id === id);
      return place === -1 ? [] : segments.slice(Math.max(0, place - before), place + after + 1);
    },
  };
}

const asked = (segments: readonly Segment[], place: number): Segment => {
  const segment = segments[place];
  if (segment === undefined) throw new Error(`no segment ${place}`);
  return segment;
};

describe('an exchange', () => {
  test('has as many turns as asked for, and knows whether there are more', async () => {
    const talk = episode(Array.from({ length: 20 }, () => 100));
    const exchange = await readExchange(asked(talk.segments, 10), 2, 3, talk);
    expect(exchange.segments.map(({ index }) => index)).toEqual([8, 9, 10, 11, 12, 13]);
    expect(exchange).toMatchObject({ before: 2, after: 3, earlier: true, later: true, full: false });
  });

  test.each([
    ['the first turn', 0, { before: 0, after: 2, earlier: false, later: true }],
    ['the last turn', 19, { before: 2, after: 0, earlier: true, later: false }],
  ])('at %s ends there', async (_name, place, expected) => {
    const talk = episode(Array.from({ length: 20 }, () => 100));
    expect(await readExchange(asked(talk.segments, place), 2, 2, talk)).toMatchObject(expected);
  });

  test('of long turns keeps those nearest to the quote, and says that it is full', async () => {
    const talk = episode([900, 900, 900, 900, 900, 900, 900]);
    const exchange = await readExchange(asked(talk.segments, 3), 3, 3, talk);
    expect(exchange.segments.map(({ index }) => index)).toEqual([2, 3, 4]);
    expect(exchange).toMatchObject({ earlier: false, later: false, full: true });
  });

  test('around one turn that is longer than all that fits is that turn', async () => {
    const talk = episode([100, 4000, 100]);
    const exchange = await readExchange(asked(talk.segments, 1), 2, 2, talk);
    expect(exchange.segments.map(({ index }) => index)).toEqual([1]);
  });

  test('of an episode that was taken away meanwhile is the quote alone', async () => {
    const gone = { exchange: async () => [] };
    const { segments } = episode([10]);
    expect((await readExchange(asked(segments, 0), 2, 2, gone)).segments).toEqual(segments);
  });

  test('is in one piece, holds the quote, and never grows past what fits', async () => {
    const talks = fc
      .array(fc.nat(1200), { minLength: 1, maxLength: 30 })
      .chain((lengths) => fc.tuple(fc.constant(lengths), fc.nat(lengths.length - 1), fc.nat(12), fc.nat(12)));
    await fc.assert(
      fc.asyncProperty(talks, async ([lengths, place, before, after]) => {
        const talk = episode(lengths);
        const exchange = await readExchange(asked(talk.segments, place), before, after, talk);
        const places = exchange.segments.map(({ index }) => index);
        const first = place - exchange.before;
        expect(places).toEqual(Array.from({ length: places.length }, (_, turn) => first + turn));
        expect(first + places.length - 1).toBe(place + exchange.after);
        expect(exchange.before).toBeLessThanOrEqual(before);
        expect(exchange.after).toBeLessThanOrEqual(after);
        const characters = exchange.segments.reduce((sum, { text }) => sum + text.length, 0);
        if (places.length > 1) expect(characters).toBeLessThanOrEqual(2800);
        expect(places.length).toBeLessThanOrEqual(8);
        if (exchange.earlier) expect(first).toBeGreaterThan(0);
        if (exchange.later) expect(place + exchange.after).toBeLessThan(lengths.length - 1);
      }),
    );
  });
});
