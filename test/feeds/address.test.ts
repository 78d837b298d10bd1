// What people type for a feed: which address it is, and which followed feed is meant.

import { describe, expect, test } from 'vitest';
import { readFeedAddress } from '../../src/feeds/feed-address.ts';
import { findFeed } from '../../src/feeds/find-feed.ts';
import { isPrivate } from '../../src/text/private-address.ts';
import { aFeed } from './feeds.ts';

describe('an address of a feed', () => {
  test.each([
    ['https://shows.example.org/feed.xml', 'https://shows.example.org/feed.xml'],
    ['  HTTPS://Shows.Example.org/Feed.xml#top ', 'https://shows.example.org/Feed.xml'],
    ['http://ann:pass@shows.example.org/feed', 'http://ann:pass@shows.example.org/feed'],
    ['shows.example.org/feed.xml', 'https://shows.example.org/feed.xml'],
    ['shows.example.org', 'https://shows.example.org/'],
    ['shows.example.org:8443/feed?id=1', 'https://shows.example.org:8443/feed?id=1'],
    ['feed://shows.example.org/feed.xml', 'https://shows.example.org/feed.xml'],
    ['feed:https://shows.example.org/feed.xml', 'https://shows.example.org/feed.xml'],
    ['pcast://192.0.2.1:8080/feed.xml', 'https://192.0.2.1:8080/feed.xml'],
    ['itpc://shows.example.org/feed.xml', 'https://shows.example.org/feed.xml'],
    ['Harbour Lights', undefined],
    ['Harbour', undefined],
    ['https://', undefined],
    ['', undefined],
  ])('“%s” is %s', (typed, address) => {
    expect(readFeedAddress(typed)).toBe(address);
  });
});

describe('the feed that is meant', () => {
  const feeds = [
    aFeed({ address: 'https://shows.example.org/harbour.xml', title: 'Harbour Lights' }),
    aFeed({ address: 'https://ann:pass@shows.example.org/harbour-plus.xml?key=1', title: 'Harbour Lights Plus' }),
    aFeed({ address: 'https://kopi.example.org/feed', title: 'Kopi Soré' }),
    aFeed({ address: 'https://new.example.org/feed' }),
  ];

  test.each([
    ['https://shows.example.org/harbour.xml', 0],
    ['shows.example.org/harbour.xml', 0],
    ['HARBOUR LIGHTS', 0],
    ['plus', 1],
    ['https://shows.example.org/harbour-plus.xml?key=…', 1],
    ['https://shows.example.org/harbour-plus.xml?key=1', 1],
    ['kopi sore', 2],
    ['new.example', 3],
  ])('by “%s”', (typed, place) => {
    expect(findFeed(feeds, typed)).toBe(feeds[place]);
  });

  test('is told where several could be, without what opens them', () => {
    expect(() => findFeed(feeds, 'harbour')).toThrow(
      'Which one is meant? Give its address:\n' +
        '  Harbour Lights  https://shows.example.org/harbour.xml\n' +
        '  Harbour Lights Plus  https://shows.example.org/harbour-plus.xml?key=…',
    );
  });

  test.each(['', ' '])('is asked for where nothing was typed: not the only one there is', (typed) => {
    expect(() => findFeed(feeds.slice(0, 1), typed)).toThrow('Which feed is meant? Give its address or its title.');
  });

  test('is told where there is none', () => {
    expect(() => findFeed(feeds, 'https://ann:pass@other.example.org/')).toThrow(
      'No feed is followed under “https://other.example.org”. See: npm run -s verbatim -- feeds list',
    );
  });
});

test.each([
  ['https://shows.example.org/feed.xml?format=rss&id=7', false],
  ['https://shows.example.org/5f0c2d8e-0000-4000-8000-000000000000/feed', false],
  ['https://ann@shows.example.org/feed.xml', true],
  ['https://ann:pass@shows.example.org/feed.xml', true],
  ['https://shows.example.org/feed.xml?auth=1', true],
  ['https://shows.example.org/feed.xml?access_token=1', true],
])('%s is private: %s', (address, is) => {
  expect(isPrivate(address)).toBe(is);
});
