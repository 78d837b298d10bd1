// The table of feeds on a terminal of 80 columns.

import { describe, expect, test } from 'vitest';
import { feedTable } from '../../src/cli/feeds/feed-table.ts';
import { inWords } from '../../src/cli/feeds/time-words.ts';
import { aFeed } from '../feeds/feeds.ts';

const now = new Date('2026-03-01T12:00:00Z');
const minutesOn = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const listed = [
  {
    feed: aFeed({ title: 'Harbour Lights', checkedAt: minutesOn(-12), dueAt: minutesOn(31) }),
    episodes: 1280,
    awaiting: 3,
  },
  {
    feed: aFeed({
      title: '港の灯り：灯台守とその家族についての長い長い物語、毎週日曜日に',
      checkedAt: minutesOn(-180),
      dueAt: minutesOn(540),
      failures: 11,
      failingSince: minutesOn(-4 * 1440),
      failure: 'https://kettles.example.org/feed.xml has nothing there (404). Check the address.',
    }),
    episodes: 64,
    awaiting: 0,
  },
  {
    feed: aFeed({
      address: 'https://ann:pass@gone.example.org/a/rather/long/path/feed.xml?key=1',
      checkedAt: minutesOn(-2000),
      goneAt: minutesOn(-2000),
      failures: 1,
      failure: 'It is gone (410).',
    }),
    episodes: 0,
    awaiting: 0,
  },
  { feed: aFeed({ address: 'https://new.example.org/', dueAt: now }), episodes: 0, awaiting: 0 },
];

describe('the table of feeds', () => {
  test('tells each in a row, and what is wrong below it', () => {
    expect(feedTable(listed, now, 80)).toBe(
      [
        'Episodes  Awaiting  Checked      Next         State    Podcast',
        '   1,280         3  12 min ago   in 31 min    fine     Harbour Lights',
        '      64         –  3 hr ago     in 9 hr      failing  港の灯り：灯台守とその家…',
        '    Failed 11 times, first 4 days ago: https://kettles.example.org/feed.xml has',
        '    nothing there (404). Check the address. Mend it, or let it go: verbatim',
        '    feeds remove.',
        '       –         –  1 day ago    never        gone     gone.example.org/a/rathe…',
        '    Gone for good: It is gone (410). Mend it, or let it go: verbatim feeds',
        '    remove.',
        '       –         –  never        now          new      new.example.org',
      ].join('\n'),
    );
  });
});

test.each([
  [0, 'just now'],
  [-0.4, 'just now'],
  [0.4, 'in a minute'],
  [-1, '1 min ago'],
  [59.2, 'in 59 min'],
  [59.9, 'in 1 hr'],
  [-119, '2 hr ago'],
  [1440, 'in 1 day'],
  [-4 * 1440, '4 days ago'],
])('%s minutes from now is “%s”', (minutes, words) => {
  expect(inWords(minutesOn(minutes), now)).toBe(words);
  expect(words.length).toBeLessThanOrEqual(11);
});
