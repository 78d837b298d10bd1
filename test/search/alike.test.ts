// However a library came to be, by one import or by many changes, it answers as one that was made of what it holds now.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EpisodeRecord } from '../../src/library/library.ts';
import { saidWords } from '../../src/text/words.ts';
import { openShop, type Shop, shopTalk } from './shop-talk.ts';

/** Each episode as it is, and as it might be after a change: cut short, in another order, or saying what another one says. */
const versions = shopTalk.map((record, at): readonly EpisodeRecord[] => {
  const other = shopTalk[(at + 1) % shopTalk.length]?.segments ?? [];
  return [
    record,
    { ...record, contentHash: 'cut', segments: record.segments.slice(0, 2) },
    { ...record, contentHash: 'turned', segments: record.segments.toReversed() },
    { ...record, contentHash: 'other', segments: [...other, ...record.segments.slice(1)] },
    { ...record, contentHash: 'empty', segments: [] },
  ];
});

type Step =
  | { readonly act: 'shelve'; readonly episode: number; readonly version: number }
  | { readonly act: 'remove'; readonly episode: number }
  | { readonly act: 'settle' };

const episodes = fc.nat({ max: versions.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('shelve' as const), episode: episodes, version: fc.nat({ max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('remove' as const), episode: episodes }) },
  { weight: 1, arbitrary: fc.constant({ act: 'settle' as const }) },
);

const asked = [
  'tiktok',
  'the kettle',
  'buttn jar',
  'from:tobias soup',
  'kopi dingin',
  '"to be or not to be"',
  'c++ till',
];

async function answersOf({ search }: Shop) {
  const answers = await Promise.all(asked.map((words) => search.quotes({ words, offset: 0, limit: 50 })));
  // Of equals the one that was shelved first goes first, and that is no matter here.
  const plain = ({ hits, total, corrections, unheard, suggestions }: (typeof answers)[number]) => ({
    hits: hits.map(({ segment, quote, score }) => `${score.toFixed(6)} ${segment.id} ${quote.text}`).sort(),
    ...{ total, corrections: hits.length > 1 ? undefined : corrections, unheard, suggestions },
  });
  return answers.map(plain);
}

/** Every word that is said, with the episodes in which it is found when it is asked for by itself. */
async function foundOf({ search }: Shop, records: Iterable<EpisodeRecord>) {
  const words = new Set(
    [...records]
      .flatMap(({ segments }) => segments.flatMap(({ text }) => saidWords(text)))
      .map(({ written }) => written),
  );
  const found = [...words].sort().map(async (word) => {
    const { total } = await search.quotes({ words: `"${word}"`, offset: 0, limit: 1 });
    return `${word}: ${total.count}`;
  });
  return Promise.all(found);
}

test('a library that was changed again and again answers as one made anew', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const changed = await openShop([]);
      const now = new Map<number, EpisodeRecord>();
      for (const one of steps) {
        if (one.act === 'settle') await changed.library.settle();
        else if (one.act === 'remove') {
          const record = now.get(one.episode);
          if (record !== undefined) await changed.library.remove([record.episode.id]);
          now.delete(one.episode);
        } else {
          const record = versions[one.episode]?.[one.version];
          if (record === undefined) continue;
          await changed.library.shelve(record);
          now.set(one.episode, record);
        }
      }
      const records = [...now.keys()].sort().flatMap((at) => now.get(at) ?? []);
      const made = await openShop(records);
      // What is behind in an unsettled library is order and guesses, not what it finds.
      expect(await foundOf(changed, records)).toEqual(await foundOf(made, records));
      await changed.library.settle();
      expect(await answersOf(changed)).toEqual(await answersOf(made));
      await changed.close();
      await made.close();
    }),
    { numRuns: 40 },
  );
});
