// Manners towards hosts: one request at a time, and none where one was asked to wait.

import { describe, expect, test } from 'vitest';
import { VerbatimError } from '../../src/errors.ts';
import { withManners } from '../../src/feeds/polite.ts';
import type { Fetched, Fetcher } from '../../src/fetch/fetcher.ts';

/** A fetcher whose requests stay under way until they are answered by hand. */
function slowFetcher() {
  const underWay: { url: string; answer: () => void; fail: (error: Error) => void }[] = [];
  const fetcher: Fetcher = {
    fetch: ({ url }) =>
      new Promise<Fetched>((resolve, reject) => {
        underWay.push({ url, answer: () => resolve({ kind: 'unchanged', url }), fail: reject });
      }),
    download: async ({ url }) => ({ url, bytes: 0 }),
    close: async () => undefined,
  };
  return { fetcher, underWay };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a fetcher with manners', () => {
  test('asks a host one thing at a time, in order, and other hosts meanwhile', async () => {
    const { fetcher, underWay } = slowFetcher();
    const polite = withManners(fetcher);
    const urls = ['https://a.example.org/1', 'https://a.example.org/2', 'https://b.example.org/3'];
    const all = Promise.all(urls.map((url) => polite.fetch({ url })));
    await settled();
    expect(underWay.map(({ url }) => url)).toEqual(['https://a.example.org/1', 'https://b.example.org/3']);
    underWay[0]?.answer();
    await settled();
    expect(underWay.map(({ url }) => url)).toContain('https://a.example.org/2');
    for (const { answer } of underWay) answer();
    expect((await all).map(({ url }) => url)).toEqual(urls);
  });

  test('goes on after a failure', async () => {
    const { fetcher, underWay } = slowFetcher();
    const polite = withManners(fetcher);
    const first = polite.fetch({ url: 'https://a.example.org/1' });
    const second = polite.fetch({ url: 'https://a.example.org/2' });
    await settled();
    underWay[0]?.fail(new VerbatimError('unreachable', 'away'));
    await expect(first).rejects.toThrow('away');
    await settled();
    underWay[1]?.answer();
    expect((await second).url).toBe('https://a.example.org/2');
  });

  test('leaves a host alone for as long as it asked, whatever is wanted of it, and says what it said', async () => {
    let nowMs = 0;
    const { fetcher, underWay } = slowFetcher();
    const polite = withManners(fetcher, () => nowMs);
    const first = polite.fetch({ url: 'https://a.example.org/1' });
    await settled();
    underWay[0]?.fail(new VerbatimError('bad-response', 'too many', { status: 429, retryAfterSeconds: 60 }));
    await expect(first).rejects.toThrow('too many');

    nowMs = 20_000;
    await expect(polite.fetch({ url: 'https://a.example.org/2' })).rejects.toMatchObject({
      message: 'too many',
      status: 429,
      retryAfterSeconds: 40,
    });
    expect(underWay).toHaveLength(1);

    nowMs = 60_000;
    void polite.fetch({ url: 'https://a.example.org/2' });
    await settled();
    expect(underWay).toHaveLength(2);
  });
});
