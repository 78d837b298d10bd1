// One check: what is remembered of it, and what is said.

import { describe, expect, test } from 'vitest';
import { VerbatimError } from '../../src/errors.ts';
import { type CheckParts, checkFeed, noteCutOff, type ReadFeed } from '../../src/feeds/check.ts';
import { linesOf } from '../../src/feeds/told.ts';
import { tellTrouble } from '../../src/feeds/trouble.ts';
import type { FollowedFeed } from '../../src/library/feed-shelf.ts';
import type { Library } from '../../src/library/library.ts';
import { address, aFeed, aLibrary, answering, aReport } from './feeds.ts';

const now = new Date('2026-03-01T12:00:00Z');
const minutesOn = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const failing =
  (...error: ConstructorParameters<typeof VerbatimError>): ReadFeed =>
  async () => {
    throw new VerbatimError(...error);
  };

function parts(library: Library, read: ReadFeed, at = now): CheckParts {
  return { library, read, now: () => at, chance: () => 0.5 };
}

/** Checks the one feed in the library. */
async function check(library: Library, read: ReadFeed, at = now) {
  const [feed = aFeed()] = await library.feeds();
  return checkFeed(parts(library, read, at), feed);
}

async function remembered(library: Library): Promise<FollowedFeed | undefined> {
  return (await library.feeds())[0];
}

describe('a feed that answers', () => {
  test('is remembered with what it is, and is due in three quarters of an hour', async () => {
    const library = await aLibrary(aFeed());
    await check(library, answering({}, { etag: '"1"', lastModified: 'Sun, 01 Mar 2026 00:00:00 GMT' }));
    expect(await remembered(library)).toEqual(
      aFeed({
        title: 'Harbour Lights',
        podcastId: 'harbour',
        guid: 'g',
        etag: '"1"',
        lastModified: 'Sun, 01 Mar 2026 00:00:00 GMT',
        checkedAt: now,
        answeredAt: now,
        dueAt: minutesOn(45),
      }),
    );
  });

  test('is left alone for as long as it says that there is nothing new', async () => {
    const library = await aLibrary(aFeed());
    await check(library, answering({ freshSeconds: 4 * 3600 }));
    expect((await remembered(library))?.dueAt).toEqual(minutesOn(4 * 60 + 15));
  });

  test.each<[string, Parameters<typeof answering>[0], string]>([
    ['one new episode', { report: aReport({ added: 1 }) }, '1 new episode of Harbour Lights'],
    ['some', { report: aReport({ added: 2 }) }, '2 new episodes of Harbour Lights'],
    ['changed ones', { report: aReport({ changed: 3 }) }, '3 changed episodes of Harbour Lights'],
    ['both', { report: aReport({ added: 2, changed: 1 }) }, '2 new episodes and 1 changed of Harbour Lights'],
  ])('says in one line that there is news: %s', async (_, result, line) => {
    const library = await aLibrary(aFeed());
    expect(linesOf(await check(library, answering(result)))).toEqual([{ level: 'info', text: line }]);
  });

  test('without news says nothing that anybody reads', async () => {
    const library = await aLibrary(aFeed());
    expect(linesOf(await check(library, answering({ unchanged: true })))).toMatchObject([{ level: 'debug' }]);
  });

  test('that has moved for good is asked at its new address, which is told without its secrets', async () => {
    const library = await aLibrary(aFeed({ address: 'https://ann:pass@shows.example.org/harbour.xml' }));
    const to = 'https://ann:pass@new.example.org/harbour.xml';
    const [line] = linesOf(await check(library, answering({}, { address: to })));
    expect((await library.feeds()).map((feed) => feed.address)).toEqual([to]);
    expect(line).toEqual({
      level: 'info',
      text: 'Harbour Lights has moved: it is read from https://new.example.org/harbour.xml from now on',
    });
  });

  test('that was removed meanwhile stays removed', async () => {
    const library = await aLibrary(aFeed());
    const checked = await check(library, async (feed, options) => {
      await library.removeFeed(feed.address);
      return answering()(feed, options);
    });
    expect(checked.kind).toBe('removed');
    expect(await library.feeds()).toEqual([]);
    expect(linesOf(checked)).toEqual([]);
  });
});

describe('a feed that fails', () => {
  const away = failing('unreachable', 'shows.example.org did not answer.');

  test('is asked again ever later, and remembers since when it fails and why', async () => {
    const library = await aLibrary(aFeed());
    const waits: number[] = [];
    let at = now;
    for (let time = 0; time < 8; time += 1) {
      await check(library, away, at);
      const due = (await remembered(library))?.dueAt ?? at;
      waits.push((due.getTime() - at.getTime()) / 60_000);
      at = due;
    }
    expect(waits).toEqual([22.5, 45, 90, 180, 360, 720, 1080, 1080]);
    expect(await remembered(library)).toMatchObject({
      failures: 8,
      failingSince: now,
      failure: 'shows.example.org did not answer.',
    });
  });

  test('is asked no sooner than its server wants it', async () => {
    const library = await aLibrary(aFeed());
    await check(library, failing('bad-response', 'busy', { status: 503, retryAfterSeconds: 7200 }));
    expect((await remembered(library))?.dueAt.getTime()).toBeGreaterThanOrEqual(minutesOn(120).getTime());
  });

  test('is told once to the log and once to a person after three days, and again only after it has answered', async () => {
    const library = await aLibrary(aFeed({ title: 'Harbour Lights' }));
    await check(library, away);
    expect(await tellTrouble(library, 'toldLog', now)).toEqual([]);
    const later = minutesOn(3 * 24 * 60);
    const told = ['Harbour Lights has failed since 2026-03-01. shows.example.org did not answer.'];
    expect(await tellTrouble(library, 'toldLog', later)).toEqual(told);
    expect(await tellTrouble(library, 'toldLog', later)).toEqual([]);
    expect(await tellTrouble(library, 'toldPerson', later)).toEqual(told);
    expect(await tellTrouble(library, 'toldPerson', later)).toEqual([]);

    const lines = linesOf(await check(library, answering(), later));
    expect(lines).toContainEqual({ level: 'info', text: 'Harbour Lights answers again' });
    expect(await remembered(library)).toMatchObject({ failures: 0, toldLog: false, toldPerson: false });
    expect(await remembered(library)).not.toHaveProperty('failure');
    expect(await remembered(library)).not.toHaveProperty('failingSince');
  });

  test('with 410 is gone for good: told at once, and asked only where somebody wants it', async () => {
    const library = await aLibrary(aFeed({ title: 'Harbour Lights' }));
    await check(library, failing('bad-response', 'It is gone (410).', { status: 410 }));
    expect(await remembered(library)).toMatchObject({ goneAt: now });
    expect(await tellTrouble(library, 'toldLog', now)).toEqual([
      'Harbour Lights is gone for good, and is not asked any more; its episodes stay. It is gone (410).',
    ]);
    await check(library, answering());
    expect(await remembered(library)).not.toHaveProperty('goneAt');
  });

  test('by a fault of our own is told with that fault', async () => {
    const library = await aLibrary(aFeed());
    const checked = await check(library, async () => {
      throw new TypeError('nobody thought of this');
    });
    expect(linesOf(checked)).toMatchObject([
      { level: 'error', text: expect.stringContaining('nobody thought of this') },
    ]);
    expect(await remembered(library)).toMatchObject({ failures: 1 });
  });

  test('and took the thread with it is not the first one asked again', async () => {
    const library = await aLibrary(aFeed(), aFeed({ address: 'https://other.example.org/' }));
    await noteCutOff(parts(library, answering()), [address]);
    expect(await library.feeds()).toMatchObject([{ failures: 1, dueAt: minutesOn(22.5) }, { failures: 0 }]);
  });
});

describe('what is none of the feed’s doing', () => {
  test('a library that is full: the feed is due as before', async () => {
    const library = await aLibrary(aFeed());
    const full = { code: 'library-full', reason: 'The disk is full.' } as const;
    const read = answering({ report: aReport({ stopped: true, failed: [full] }) });
    await expect(check(library, read)).rejects.toThrow('The disk is full.');
    expect(await remembered(library)).toEqual(aFeed());
  });

  test('being told to stop in the middle: it goes on where it was, its name known', async () => {
    const library = await aLibrary(aFeed({ etag: '"old"' }));
    const read = answering({ report: aReport({ stopped: true, added: 3 }) }, { etag: '"new"' });
    const checked = await checkFeed(parts(library, read), aFeed({ etag: '"old"' }), { signal: AbortSignal.abort() });
    expect(checked.kind).toBe('stopped');
    expect(await remembered(library)).toEqual(
      aFeed({ etag: '"old"', title: 'Harbour Lights', podcastId: 'harbour', guid: 'g' }),
    );
  });

  test('being told to stop while it is asked', async () => {
    const library = await aLibrary(aFeed());
    const parts_ = parts(library, failing('unreachable', 'given up'));
    const checked = await checkFeed(parts_, aFeed(), { signal: AbortSignal.abort() });
    expect(checked.kind).toBe('stopped');
    expect(await remembered(library)).toEqual(aFeed());
  });
});
