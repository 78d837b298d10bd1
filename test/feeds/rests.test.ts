// A host that has asked to be left alone is, whatever is wanted of it.

import { describe, expect, test } from 'vitest';
import { VerbatimError } from '../../src/errors.ts';
import { withRests } from '../../src/feeds/rests.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';

/** Where everything at one host is refused for a minute. */
function busyHost() {
  const asked: string[] = [];
  const fetcher: Fetcher = {
    fetch: async ({ url }) => {
      asked.push(url);
      if (!url.startsWith('https://busy.')) return { kind: 'unchanged', url };
      throw new VerbatimError('bad-response', 'too many', { status: 429, retryAfterSeconds: 60 });
    },
    download: async ({ url }) => {
      asked.push(url);
      return { url, bytes: 0 };
    },
    close: async () => undefined,
  };
  return { fetcher, asked };
}

describe('a host that gets too many requests', () => {
  test('is not asked again until it wants to be; meanwhile it is said how long that is', async () => {
    let nowMs = 0;
    const { fetcher, asked } = busyHost();
    const resting = withRests(fetcher, () => nowMs);
    await expect(resting.fetch({ url: 'https://busy.example.org/1' })).rejects.toThrow('too many');

    nowMs = 20_000;
    const again = { message: expect.stringMatching(/^busy.example.org /), status: 429, retryAfterSeconds: 40 };
    await expect(resting.fetch({ url: 'https://busy.example.org/2' })).rejects.toMatchObject(again);
    await expect(resting.download({ url: 'https://busy.example.org/3' }, 'sound')).rejects.toMatchObject(again);
    expect(asked).toEqual(['https://busy.example.org/1']);

    nowMs = 60_000;
    await expect(resting.fetch({ url: 'https://busy.example.org/4' })).rejects.toMatchObject({ retryAfterSeconds: 60 });
    expect(asked).toEqual(['https://busy.example.org/1', 'https://busy.example.org/4']);
  });

  test('keeps nobody else from being asked', async () => {
    const { fetcher, asked } = busyHost();
    const resting = withRests(fetcher);
    await expect(resting.fetch({ url: 'https://busy.example.org/1' })).rejects.toThrow();
    expect(await resting.fetch({ url: 'https://calm.example.org/1' })).toMatchObject({ kind: 'unchanged' });
    expect(asked).toContain('https://calm.example.org/1');
  });
});
