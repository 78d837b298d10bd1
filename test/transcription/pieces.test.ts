// Where an episode is cut: everywhere it is covered, nowhere a piece is too long, and where it is quiet.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutIntoPieces } from '../../src/transcription/pieces.ts';
import { asWav, type Sound, samplesWithin } from '../../src/transcription/sound.ts';

const second = 16_000;

function soundOf(samples: number, loudnessAt: (sample: number) => number): Sound {
  return {
    samples,
    async read(from, to) {
      const bytes = Buffer.alloc((Math.min(to, samples) - from) * 2);
      for (let at = from; at < Math.min(to, samples); at++) {
        bytes.writeInt16LE(Math.round(loudnessAt(at) * (at % 2 === 0 ? 1 : -1)), (at - from) * 2);
      }
      return bytes;
    },
    close: async () => undefined,
  };
}

test('pieces follow each other without a gap, cover everything, and none is longer than it may be', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 90 * second }),
      fc.integer({ min: second, max: 20 * second }),
      fc.integer({ min: 1, max: 1000 }),
      async (samples, longest, seed) => {
        const sound = soundOf(samples, (at) => ((at * seed) % 7919) * 3);
        const pieces = await cutIntoPieces(sound, longest);
        expect(pieces.map(({ from }) => from)).toEqual([
          ...(samples === 0 ? [] : [0]),
          ...pieces.slice(0, -1).map(({ to }) => to),
        ]);
        expect(pieces.at(-1)?.to ?? 0).toBe(samples);
        for (const { from, to } of pieces) expect(to - from).toBeLessThanOrEqual(longest);
        for (const { from, to } of pieces) expect(to).toBeGreaterThan(from);
        expect(await cutIntoPieces(sound, longest)).toEqual(pieces);
      },
    ),
    { numRuns: 15 },
  );
});

test.each([
  ['a silence', 52, 54, 0],
  ['a silence beside a longer one out of reach', 52, 54, 0],
  ['no silence, but a quieter breath', 55.5, 56.1, 4000],
])('where there is %s, it is cut there', async (_, from, to, loudness) => {
  const quiet = (at: number) => at >= from * second && at < to * second;
  const elsewhere = (at: number) => at < 20 * second;
  const sound = soundOf(110 * second, (at) => (quiet(at) ? loudness : elsewhere(at) ? 0 : 9000));
  const [first] = await cutIntoPieces(sound, 65 * second);
  expect((first?.to ?? 0) / second).toBeGreaterThan(from);
  expect((first?.to ?? 0) / second).toBeLessThan(to);
});

test('where it is equally loud everywhere, it is cut all the same', async () => {
  const pieces = await cutIntoPieces(
    soundOf(100 * second, () => 9000),
    30 * second,
  );
  expect(pieces).toHaveLength(4);
});

test('an hour is cut into even pieces, with no scrap at the end', async () => {
  const sound: Sound = {
    samples: 3605 * second,
    read: async (from, to) => Buffer.alloc((to - from) * 2),
    close: async () => undefined,
  };
  const lengths = (await cutIntoPieces(sound, 600 * second)).map(({ from, to }) => (to - from) / second);
  expect(lengths).toHaveLength(7);
  expect(Math.min(...lengths)).toBeGreaterThan(450);
});

test('a piece is a whole WAV file of the size that was planned', () => {
  const file = asWav(Buffer.alloc(samplesWithin(25_000_000) * 2));
  expect(file.length).toBeLessThanOrEqual(25_000_000);
  expect(file.length).toBeGreaterThan(24_999_000);
  expect(file.toString('latin1', 0, 4) + file.toString('latin1', 8, 12)).toBe('RIFFWAVE');
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
});
