// What is told of an address opens no private feed, and still says which one is meant.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownAddress } from '../../src/text/address.ts';

describe('an address as it is shown', () => {
  test.each([
    [
      'a public feed stays as it is',
      'https://feeds.example.org/shop-talk/feed.xml',
      'https://feeds.example.org/shop-talk/feed.xml',
    ],
    ['no trailing slash for a bare host', 'HTTPS://Example.ORG', 'https://example.org'],
    ['a port stays', 'http://example.org:8080/feed', 'http://example.org:8080/feed'],
    ['an IPv6 address', 'http://[2001:DB8::1]:81/feed', 'http://[2001:db8::1]:81/feed'],
    ['no name, no password', 'https://ann:s3cret@example.org/feed', 'https://example.org/feed'],
    ['no name alone', 'https://s3cret@example.org/feed', 'https://example.org/feed'],
    [
      'a password with an @ and a slash in it',
      'https://ann:p%40ss%2Fword@example.org/feed',
      'https://example.org/feed',
    ],
    ['an @ typed as it is', 'https://ann:p@ss@example.org/feed', 'https://example.org/feed'],
    ['values of a query', 'https://example.org/rss?auth=Zm9v&user=12', 'https://example.org/rss?auth=…&user=…'],
    [
      'but for which feed is meant',
      'https://example.org/rss?feed=daily-news&id=12&t=1',
      'https://example.org/rss?feed=daily-news&id=12&t=…',
    ],
    [
      'unless it is a token',
      'https://example.org/rss?id=9f2c81d04be7a365&show=a%3Db',
      'https://example.org/rss?id=…&show=…',
    ],
    ['a query without names', 'https://example.org/rss?Zm9vYmFy', 'https://example.org/rss?…'],
    ['a query that is empty', 'https://example.org/rss?', 'https://example.org/rss'],
    ['values with = and ? in them', 'https://example.org/rss?key=a=b?c=d', 'https://example.org/rss?key=…'],
    ['an empty name', 'https://example.org/rss?=secret', 'https://example.org/rss?…'],
    ['a fragment', 'https://example.org/rss#access_token=abc', 'https://example.org/rss'],
    [
      'hexadecimal token',
      'https://example.org/private/9f2c81d04be7a365/feed.xml',
      'https://example.org/private/9f2c…/feed.xml',
    ],
    ['token with an ending', 'https://example.org/9f2c81d04be7a365.rss', 'https://example.org/9f2c….rss'],
    ['UUID', 'https://example.org/rss/3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'https://example.org/rss/3f25…'],
    [
      'a word before a UUID',
      'https://example.org/private-3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      'https://example.org/priv…',
    ],
    ['base64', 'https://example.org/f/aGVsbG8gd29ybGQhIQ/feed', 'https://example.org/f/aGVs…/feed'],
    ['URL-safe base64', 'https://example.org/f/kP3-x_9Qz-Lm2_Rt7-Vw4', 'https://example.org/f/kP3-…'],
    [
      'a signed token',
      'https://example.org/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dQw4w9WgXcQ',
      'https://example.org/eyJh…',
    ],
    ['short mixed token', 'https://example.org/k3j9x2m8q1', 'https://example.org/k3j9…'],
    ['shorter mixed token', 'https://example.org/k3j9x2m8', 'https://example.org/k3j9…'],
    ['a season and an episode', 'https://example.org/S02E05/HDTV1080p.mp4', 'https://example.org/S02E05/HDTV1080p.mp4'],
    ['a long number', 'https://example.org/feed/12345678901234567890', 'https://example.org/feed/1234…'],
    [
      'episode numbers are no token',
      'https://example.org/s02e05-the-1984-show-part-2.vtt',
      'https://example.org/s02e05-the-1984-show-part-2.vtt',
    ],
    [
      'dates are no token',
      'https://example.org/2024/2024-05-01T12-00/show_2024-05-01.srt',
      'https://example.org/2024/2024-05-01T12-00/show_2024-05-01.srt',
    ],
    [
      'words in capitals are no token',
      'https://example.org/HowIBuiltThisWithAnn/ThisAmericanLife',
      'https://example.org/HowIBuiltThisWithAnn/ThisAmericanLife',
    ],
    [
      'a long slug is no token',
      'https://example.org/the-very-long-title-of-an-episode-about-gardening-in-spring',
      'https://example.org/the-very-long-title-of-an-episode-about-gardening-in-spring',
    ],
    [
      'an id of a few digits is no token',
      'https://example.org/1234567/episodes/89012345.rss',
      'https://example.org/1234567/episodes/89012345.rss',
    ],
    ['other scripts', 'https://example.org/папка', 'https://example.org/%D0%BF%D0%B0%D0%BF%D0%BA%D0%B0'],
    ['no host, no content', 'data:text/plain,secret', 'data:…'],
    ['a script', 'javascript:alert(1)', 'javascript:…'],
    ['not an address', 'example.org/feed', 'example.org/feed'],
    ['not an address, with a password', '//ann:secret@example.org/feed', '//example.org/feed'],
    ['no scheme, with a password', 'example.org:secret@exam ple/feed?x=1', 'example.org:…'],
    ['no scheme, with a password and a slash', '/ann:secret@exam ple/feed?x=1', 'exam ple/feed'],
    ['a host that is none', 'https://ann:secret@exa mple.org/feed?token=1', 'https://exa mple.org/feed'],
    ['nothing', '', ''],
    ['line breaks', 'exa\nmple', 'exa mple'],
  ])('%s: %s', (_, url, shown) => {
    expect(shownAddress(url)).toBe(shown);
  });

  test('a long address is cut', () => {
    expect(shownAddress(`https://example.org/${'word-'.repeat(100)}`)).toHaveLength(160);
  });

  test('names, passwords, values and fragments never show, however they are written', () => {
    const secret = fc.stringMatching(/^q[0-9a-z]{7,20}z$/);
    fc.assert(
      fc.property(
        secret,
        secret,
        secret,
        secret,
        fc.domain(),
        fc.webPath(),
        (user, password, value, top, host, path) => {
          const shown = shownAddress(`https://${user}:${password}@${host}${path}?key=${value}#${top}`);
          for (const hidden of [user, password, value, top]) {
            expect(`https://${host}${path}`.includes(hidden) || !shown.includes(hidden)).toBe(true);
          }
        },
      ),
    );
  });

  test('anything at all can be shown, in a line of bounded length', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.webUrl({ withQueryParameters: true })),
        (text) => {
          expect(shownAddress(text).length).toBeLessThanOrEqual(160);
          expect(shownAddress(text)).not.toMatch(/\p{Cc}/u);
        },
      ),
    );
  });

  test('random tokens are seen for what they are', () => {
    const alphabets = [
      '0123456789abcdef',
      '0123456789abcdefghijklmnopqrstuvwxyz',
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
    ];
    let state = 1;
    const draw = (most: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * most);
    };
    for (const alphabet of alphabets) {
      const tokens = Array.from({ length: 1000 }, () =>
        Array.from({ length: 24 }, () => alphabet[draw(alphabet.length)]).join(''),
      );
      const told = tokens.filter((token) => shownAddress(`https://example.org/${token}/feed`).includes(token));
      expect(told.length).toBeLessThan(20);
    }
  });
});
