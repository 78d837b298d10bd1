// A small made-up show to search in, and a search over it.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EpisodeRecord, Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import type { Podcast } from '../../src/model.ts';
import { createSearch } from '../../src/search/create-search.ts';
import type { Search } from '../../src/search/search.ts';

export interface Shop {
  readonly library: Library;
  readonly search: Search;
  close(): Promise<void>;
}

export async function openShop(records: readonly EpisodeRecord[] = shopTalk): Promise<Shop> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-search-'));
  const library = await openLibrary(join(folder, 'library.db'), { access: 'write' });
  for (const record of records) await library.shelve(record);
  await library.settle();
  return {
    library,
    search: createSearch(library),
    async close() {
      await library.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const shop: Podcast = { id: 'shop-talk', title: 'Shop Talk', language: 'en' };
const warung: Podcast = { id: 'warung', title: 'Obrolan Warung', language: 'id' };

/** `lines`: "Name: what they said". */
export function episode(
  podcast: Podcast,
  number: number,
  title: string,
  publishedAt: string | undefined,
  lines: readonly string[],
): EpisodeRecord {
  return {
    podcast,
    origin: '/podcasts',
    contentHash: lines.join('\n'),
    segments: lines.map((line) => {
      const [, speaker, text = line] = /^([^:]{1,30}): (.*)$/s.exec(line) ?? [];
      return speaker === undefined ? { text } : { speaker, text };
    }),
    episode: {
      id: `${podcast.id}/${number}`,
      podcastId: podcast.id,
      title,
      source: `${podcast.id}/${number}.vtt`,
      language: podcast.language ?? 'en',
      links: {},
      people: [],
      ...(publishedAt === undefined ? {} : { publishedAt }),
    },
  };
}

export const shopTalk: readonly EpisodeRecord[] = [
  episode(shop, 1, 'Selling tea on TikTok', '2020-03-02', [
    'Nora Fielding: Welcome back to Shop Talk, where small shops tell big stories.',
    'Tobias Quill: Yeah, TikTok.',
    'Nora Fielding: TikTok brought us more customers in a week than the newspaper did in a year. We filmed the kettle, the steam and nothing else, and people drove two hours to see that kettle.',
    'Tobias Quill: It is what it is. You cannot argue with a queue that goes around the block.',
    'Nora Fielding: We keep customer data in a locked drawer [laughs] and on paper, because nobody can hack a drawer.',
    'Tobias Quill: The drawer is laughing at all of us, I believe.',
  ]),
  episode(shop, 2, 'The café that wrote its own software', '2020-08-15', [
    'Nora Fielding: Today we talk to Ines Moura, who wrote the till of her café herself.',
    'Ines Moura: I wrote it in C++ first, then in C#, and in the end in JavaScript, because my nephew knows JavaScript. He also knows node.js and the whole of .NET.',
    'Tobias Quill: To be or not to be, that is the question every evening when you count the till.',
    'Ines Moura: In twenty twenty we had 10x the orders and no staff. Covid-19 taught us to cook for windows.',
    'Nora Fielding: What did the R&D department say about it?',
    'Ines Moura: The R&D department is my mother, and she said the soup was thin.',
    'Tobias Quill: Testing the soup in production is what every kitchen does. I would never ship a stew that I had not tasted.',
  ]),
  episode(shop, 3, 'Letters from listeners', '2021-01-31', [
    'Nora Fielding: A listener asks whether TikTok is still worth it for a shop that sells nothing but buttons.',
    'Tobias Quill: Buttons are made for video. TikTok loves a jar of buttons that falls over, slowly, in good light. I watched one such TikTok eleven times.',
    'Nora Fielding: I quoted him in the newsletter, and the quotation travelled further than the shop.',
    'Nora Fielding: Writing the newsletter takes the whole of my Sunday.',
    'Tobias Quill: My sister Paula said that the accordion is the only instrument that apologises while you play it.',
  ]),
  episode(warung, 1, 'Data pelanggan', '2020-08-15', [
    'Sari Wulandari: Kami tidak pernah menjual data pelanggan. Pelanggan percaya kepada kami karena kami kenal nama mereka.',
    'Bima Prakoso: TikTok bagi saya hanya sebuah fenomena, tetapi fenomena yang membeli kopi saya setiap pagi.',
    'Sari Wulandari: Orang-orang mengatakan bahwa kopi dingin tidak laku. Mereka salah.',
  ]),
];
