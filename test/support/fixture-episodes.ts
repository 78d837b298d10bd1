// Two small made-up podcasts and one full of text that means harm: what the tests of commands and adapters talk about.

import type { EpisodeRecord } from '../../src/library/library.ts';
import type { Episode, Podcast } from '../../src/model.ts';
import type { TranscriptSegment } from '../../src/transcripts/transcript.ts';

export const harbour: Podcast = {
  id: 'harbour-lights',
  title: 'Harbour Lights',
  language: 'en',
  link: 'https://harbour.example.org',
};
export const kopi: Podcast = { id: 'kopi-sore', title: 'Kopi Sore', language: 'id' };

/** A sentence of 4,000 characters without a stop. */
export const endless = `Endlessly ${'and then the tide came in again and took the lantern with it '.repeat(64)}`
  .slice(0, 3999)
  .concat('.');

/** What must never ping, format, link, run or turn the writing around, wherever it is shown. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'mass mentions': 'Wolfram shouted @everyone and @here and <!channel> and <!here|here> at once.',
  'mentions of people and channels':
    'Wolfram told <@U123ABC> and <@&4567> and <#C024BE7LR|general> about <@123456789012345678>.',
  markdown: 'Wolfram wrote **bold**, __under__, ~~struck~~, ||spoiler||, _slanted_ and `code` in one go.',
  'code fence': 'Wolfram opened ```js\nalert(1)\n``` and never closed the fence ```.',
  'masked link': 'Wolfram said [click here](https://evil.example.org/?a=1&b=2) and <https://evil.example.org|bank>.',
  html: 'Wolfram typed <script>alert("x")</script> and <img src=x onerror=alert(1)> & left.',
  'line starts': 'Wolfram listed:\n# heading\n> quote\n- item\n1. first\n-# small',
  'right to left': 'Wolfram read שלום עולם and مرحبا بالعالم aloud.',
  'bidirectional controls': 'Wolfram hid \u202Etxet desrever\u202C and \u2066an isolate\u2069 here.',
  'emoji families': 'Wolfram waved 👨‍👩‍👧‍👦 and 🏳️‍🌈 and 👩🏽‍🚀 and 🇮🇩 goodbye.',
  'control characters': 'Wolfram rang \u0007 and \u001B[31mred\u001B[0m alarms.',
  'custom emoji and times': 'Wolfram posted <:smile:123456789012345678> at <t:1618953630:R> with :tada:.',
};

interface Told {
  readonly podcast: Podcast;
  readonly facts: Omit<Episode, 'podcastId' | 'language'>;
  readonly segments: readonly TranscriptSegment[];
}

function record({ podcast, facts, segments }: Told): EpisodeRecord {
  const language = podcast.language ?? 'en';
  return {
    podcast,
    episode: { ...facts, podcastId: podcast.id, language },
    origin: '/fixtures',
    contentHash: facts.id,
    segments,
  };
}

/** Turns in order, `stepSeconds` apart from `fromSeconds` on. */
function talk(
  turns: readonly (readonly [string, string])[],
  fromSeconds: number,
  stepSeconds: number,
): TranscriptSegment[] {
  return turns.map(([speaker, text], place) => ({
    speaker,
    text,
    startSeconds: fromSeconds + place * stepSeconds,
    endSeconds: fromSeconds + (place + 1) * stepSeconds,
    timing: place % 3 === 2 ? 'interpolated' : 'exact',
  }));
}

const mira = 'Mira Castell';
const jonas = 'Jonas Pell';
const sari = 'Sari Wulandari';
const bagus = 'Bagus Prakoso';

export const fixtureEpisodes: readonly EpisodeRecord[] = [
  record({
    podcast: harbour,
    facts: {
      id: 'harbour-lights/tiktok',
      title: 'TikTok and the price of a customer',
      source: 'harbour-lights/tiktok.md',
      publishedAt: '2020-08-15',
      number: 12,
      link: 'https://harbour.example.org/12',
      audio: 'https://cdn.example.org/12.mp3',
      links: {
        youtube: 'https://www.youtube.com/watch?v=abcdefghijk',
        spotify: 'https://open.spotify.com/episode/abc',
      },
      description: 'Mira and Jonas ask what TikTok knows about a customer, and what that is worth.',
      people: [{ name: mira, role: 'host' }, { name: jonas }],
      durationSeconds: 2520,
    },
    segments: talk(
      [
        [
          mira,
          'Welcome back to Harbour Lights. Today we talk about TikTok, and about everybody who wants to buy it this week.',
        ],
        [
          jonas,
          'I would not buy TikTok. I would rather buy a lighthouse. At least a lighthouse does not collect customer data.',
        ],
        [
          mira,
          'And that is the whole point of today. What TikTok has is customer data, and a lot of it. Who respects that data wins.',
        ],
        [jonas, 'Respect is a big word. Nobody reads the terms, so nobody knows what was taken.'],
        [mira, 'My nephew reads them aloud at dinner. It is the shortest dinner of the week.'],
        [
          jonas,
          'TikTok keeps people longer than any other app I have measured. Fifty-two minutes a day, and they come back tomorrow.',
        ],
        [mira, 'Time is not loyalty. A customer who stays because the door is locked is not a loyal customer.'],
        [jonas, 'If I ran TikTok, I would delete half of the data tonight and tell everybody about it in the morning.'],
        [mira, 'You would be out by noon, and the town would name a ferry after you.'],
        [jonas, 'I could live with a ferry. The ferry Jonas, leaving for TikTok island every hour.'],
      ],
      65,
      66,
    ),
  }),
  record({
    podcast: harbour,
    facts: {
      id: 'harbour-lights/lanterns',
      title: 'Lanterns, privacy and the long winter',
      source: 'harbour-lights/lanterns.vtt',
      publishedAt: '2021-01',
      season: 2,
      number: 3,
      link: 'https://harbour.example.org/lanterns',
      links: { soundcloud: 'https://soundcloud.com/harbour/lanterns' },
      people: [],
    },
    segments: talk(
      [
        [mira, 'Privacy is like a lantern in winter. You only miss it when it goes out.'],
        [
          'Dr. Ottoline Frey',
          'I study how small towns talk about privacy. They do it over fences, and they do it well.',
        ],
        [mira, 'So a fence is a privacy policy.'],
        [
          'Dr. Ottoline Frey',
          'A fence is the only privacy policy that everybody has read. You can see through it, you can lean on it, and you know where it ends.',
        ],
        [mira, endless],
        ['Dr. Ottoline Frey', 'That was a long sentence, Mira. The tide has gone out and come in again.'],
      ],
      3590,
      30,
    ),
  }),
  record({
    podcast: kopi,
    facts: {
      id: 'kopi-sore/data',
      title: 'Data pelanggan dan secangkir kopi',
      source: 'kopi-sore/data.srt',
      publishedAt: '2022-03-09',
      links: { apple: 'https://podcasts.apple.com/id/podcast/kopi-sore/id1?i=2' },
      people: [{ name: sari, role: 'pembawa acara' }],
      durationSeconds: 1800,
    },
    segments: talk(
      [
        [
          sari,
          'Selamat sore. Hari ini kita membahas data pelanggan, dan kenapa warung kopi lebih menghormatinya daripada TikTok.',
        ],
        [bagus, 'Warung saya tidak pernah menyimpan nomor telepon pelanggan. Saya hafal wajah mereka.'],
        [sari, 'Hafal wajah juga data, Mas. Bedanya, datanya tidak bisa dijual.'],
        [bagus, 'Bisa saja, tapi siapa yang mau beli wajah pelanggan tanpa kopinya?'],
        [sari, 'Di TikTok semua orang membeli wajah, dan kopinya tidak ada.'],
      ],
      12,
      41,
    ),
  }),
  record({
    podcast: kopi,
    facts: {
      id: 'kopi-sore/catatan',
      title: 'Catatan tanpa waktu',
      source: 'kopi-sore/catatan.txt',
      link: 'https://kopi.example.org/catatan?a=1&b=2',
      links: {},
      people: [],
    },
    segments: [
      { text: 'Catatan ini ditulis tanpa nama dan tanpa waktu.' },
      { speaker: sari, text: 'Tidak semua percakapan perlu jam.' },
    ],
  }),
  record({
    podcast: harbour,
    facts: {
      id: 'harbour-lights/storm',
      title: '<b>Storm</b> & **thunder** @everyone [tap](https://evil.example.org) `x`',
      source: 'harbour-lights/storm.json',
      publishedAt: '2019',
      links: {},
      people: [],
    },
    segments: talk(
      Object.values(hostileTexts).map((text) => ['<@U123> **Wolfram** @here', text] as const),
      7200,
      15,
    ),
  }),
];
