// Deep links, player by player: where they land, in which order, and what happens without a time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentLinks } from '../../src/links/moment-links.ts';

const at131 = { startSeconds: 131.9, timing: 'exact' } as const;
const shown = '…so the loyalty card was never about loyalty, it was about the ribbon on the box and nothing else.';

describe('a moment that is known', () => {
  test.each([
    ['youtube', 'https://www.youtube.com/watch?v=abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk&t=131'],
    ['youtube', 'https://youtu.be/abcdefghijk?si=x', 'https://youtu.be/abcdefghijk?si=x&t=131'],
    [
      'youtube',
      'https://www.youtube.com/watch?v=abcdefghijk&t=5s',
      'https://www.youtube.com/watch?v=abcdefghijk&t=131',
    ],
    [
      'youtube',
      'https://www.youtube.com/embed/abcdefghijk?start=3',
      'https://www.youtube.com/watch?v=abcdefghijk&t=131',
    ],
    ['youtube', 'https://www.youtube.com/live/abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk&t=131'],
    ['spotify', 'https://open.spotify.com/episode/abc', 'https://open.spotify.com/episode/abc?t=131'],
    ['soundcloud', 'https://soundcloud.com/show/one', 'https://soundcloud.com/show/one#t=2:11'],
    [
      'apple',
      'https://podcasts.apple.com/us/podcast/x/id1?i=2',
      'https://podcasts.apple.com/us/podcast/x/id1?i=2&t=131',
    ],
    ['pocketcasts', 'https://pca.st/episode/abc', 'https://pca.st/episode/abc?t=131'],
    ['podlove', 'https://show.example.org/one', 'https://show.example.org/one#t=131'],
    ['podigee', 'https://show.example.org/two', 'https://show.example.org/two#t=131'],
  ])('on %s: %s', (player, address, expected) => {
    const [link] = momentLinks({ links: { [player]: address } }, at131, shown);
    expect(link).toEqual({ place: player, url: expected, startSeconds: 131, approximate: false });
  });

  test('in an audio file is a media fragment', () => {
    const [link] = momentLinks({ links: {}, audio: 'https://cdn.example.org/1.mp3?feed=a' }, at131, shown);
    expect(link?.url).toBe('https://cdn.example.org/1.mp3?feed=a#t=131');
  });

  test.each([
    'https://cdn.example.org/1.mp3?auth=1f2e3d',
    'https://cdn.example.org/1.mp3?token-time=1&token-hash=a',
    'https://ann:secret@cdn.example.org/1.mp3',
  ])('is not linked where the address opens what is not for everybody: %s', (address) => {
    const open = 'https://show.example.org/one?author=ann&keyword=tea';
    const links = momentLinks({ links: { podlove: address }, audio: address, link: open }, at131, shown);
    expect(links.map(({ place }) => place)).toEqual(['web']);
    expect(momentLinks({ links: {}, link: address }, at131, shown)).toEqual([]);
  });

  test('is not linked where the password was taken out of the address', () => {
    const audio = 'https://cdn.example.org/1.mp3';
    expect(momentLinks({ links: {}, audio, audioLocked: true }, at131, shown)).toEqual([]);
  });

  test('on a Podigee page is carried by its own player', () => {
    const [link] = momentLinks({ links: {}, link: 'https://show.podigee.io/7-seven' }, at131, shown);
    expect(link).toMatchObject({ place: 'web', url: 'https://show.podigee.io/7-seven#t=131', startSeconds: 131 });
  });

  test('that lies between two marks is said to be approximate', () => {
    const links = momentLinks(
      { links: { youtube: 'https://youtu.be/abcdefghijk' } },
      { startSeconds: 60, timing: 'interpolated' },
      shown,
    );
    expect(links[0]?.approximate).toBe(true);
  });

  test('offers every place, players before the file before the page', () => {
    const links = momentLinks(
      {
        link: 'https://example.org/1',
        audio: 'https://example.org/1.mp3',
        links: { apple: 'https://podcasts.apple.com/x?i=1', youtube: 'https://youtu.be/abcdefghijk' },
      },
      at131,
      shown,
    );
    expect(links.map((link) => link.place)).toEqual(['youtube', 'apple', 'audio', 'web']);
  });
});

describe('a moment that is unknown', () => {
  test('gives links without a time, the page at the words first', () => {
    const links = momentLinks(
      {
        link: 'https://example.org/1',
        audio: 'https://example.org/1.mp3',
        links: { spotify: 'https://open.spotify.com/episode/a' },
      },
      {},
      shown,
    );
    expect(links).toEqual([
      {
        place: 'web',
        url: 'https://example.org/1#:~:text=so%20the%20loyalty%20card%20was,the%20box%20and%20nothing%20else.',
        approximate: false,
      },
      { place: 'spotify', url: 'https://open.spotify.com/episode/a', approximate: false },
      { place: 'audio', url: 'https://example.org/1.mp3', approximate: false },
    ]);
  });
});

describe('a text fragment', () => {
  const fragment = (quote: string, page = 'https://example.org/1'): string =>
    momentLinks({ links: {}, link: page }, {}, quote)[0]?.url ?? '';

  test('names a short quote whole, its own signs encoded', () => {
    expect(fragment('Well-known, isn’t it & so?')).toBe(
      'https://example.org/1#:~:text=Well%2Dknown%2C%20isn%E2%80%99t%20it%20%26%20so%3F',
    );
  });

  test('keeps the page’s own anchor', () => {
    expect(fragment('Two words', 'https://example.org/1#transcript')).toBe(
      'https://example.org/1#transcript:~:text=Two%20words',
    );
  });

  test('never breaks the address, whatever was said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (quote) => {
        const url = new URL(fragment(quote));
        expect(url.origin + url.pathname).toBe('https://example.org/1');
      }),
    );
  });
});

test('addresses that are no web addresses are passed over', () => {
  expect(
    momentLinks(
      { links: { youtube: 'not an address', spotify: 'javascript:alert(1)' }, link: 'file:///etc/passwd' },
      at131,
      shown,
    ),
  ).toEqual([]);
});
