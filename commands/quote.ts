// /quote: what was really said, by words that may be misspelled.

import { type Context, defineCommand } from '../src/bot/command.ts';
import { call } from '../src/reply/actions.ts';
import { notice } from '../src/reply/blocks.ts';
import { answer, tell } from '../src/reply/compose.ts';
import type { Block, Call, Reply } from '../src/reply/reply.ts';
import type { Hit, QueryFilters, QuoteAnswer } from '../src/search/search.ts';
import { truncate } from '../src/text/truncate.ts';
import { barredBy } from './parts/barred.ts';
import { tellEmptyLibrary } from './parts/empty-library.ts';
import { readFilters } from './parts/filters.ts';
import { tellBarred, tellNothingFound } from './parts/nothing-found.ts';
import {
  afterOption,
  beforeOption,
  episodeOption,
  podcastOption,
  privateOption,
  speakerOption,
} from './parts/options.ts';
import { type Paging, pageActions, pagePlace, readOffset } from './parts/paging.ts';
import { pickedId } from './parts/picked.ts';
import { leftOutNotices } from './parts/problems.ts';
import { quoteBlock, quoteSummary } from './parts/quote-block.ts';
import { suggestQuotes } from './parts/suggest.ts';

const quotesPerPage = 3;

export const quote = defineCommand({
  name: 'quote',
  localNames: { id: 'kutipan' },
  description: {
    en: 'Find what was really said: words, who, when, and a link to the moment',
    id: 'Temukan ucapan yang sebenarnya: kata-katanya, siapa, kapan, dan tautan ke momennya',
  },
  reach: 'typed',
  examples: ['quote tiktok', 'quote "customer data" from:maudie', 'quote tiktok after:2020 before:2021-06'],
  options: {
    words: {
      kind: 'text',
      required: true,
      rest: 'query',
      example: 'tiktok',
      localNames: { id: 'kata' },
      description: {
        en: 'Words you remember, misspelled or not; an "exact phrase"; -without',
        id: 'Kata yang kamu ingat, salah eja pun boleh; "frasa persis"; -tanpa',
      },
      suggest: suggestQuotes,
    },
    speaker: speakerOption,
    episode: episodeOption,
    podcast: podcastOption,
    after: afterOption,
    before: beforeOption,
    private: privateOption,
  },
  carried: { offset: 'number', limit: 'number' },
  async run(options, context) {
    const picked = await findPicked(options.words, context);
    if (picked !== undefined) return answerPicked(picked, context);

    const { words } = options;
    const filters = readFilters(options);
    const offset = readOffset(options.offset);
    const { limit = quotesPerPage } = options;
    const found = await context.search.quotes({ words, ...filters, offset, limit });
    if (found.looked.segments === 0) return tellEmptyLibrary(context);
    const barred = barredBy(filters, found.problems);
    if (barred.length > 0) return tellBarred(words, filters, barred, context);
    if (found.hits.length > 0) return answerFound(words, filters, offset, found, context);
    // A page that has gone: the library has changed since the one before was shown.
    if (offset > 0) return tell(context, [notice('info', context.messages.quote.noMore)]);
    return tellNothingFound(words, filters, found, context);
  },
});

/** The very passage that a suggestion offered. */
async function findPicked(words: string, { search }: Context): Promise<Hit | undefined> {
  const id = pickedId(words);
  return id === undefined ? undefined : search.quote(id);
}

async function answerPicked(hit: Hit, context: Context): Promise<Reply<Call>> {
  const { podcasts } = await context.library.stats();
  return answer(context, {
    blocks: [quoteBlock(hit, context, podcasts > 1)],
    summary: quoteSummary(hit, context),
  });
}

function answerFound(
  words: string,
  filters: QueryFilters,
  offset: number,
  found: QuoteAnswer,
  context: Context,
): Reply<Call> {
  const { messages } = context;
  const { hits, total, looked, problems } = found;
  const paging: Paging = {
    offset,
    limit: quotesPerPage,
    shown: hits.length,
    total,
    at: (next) => call('quote', { words, ...filters, offset: next }, { delivery: 'replace' }),
  };
  return answer(context, {
    blocks: [
      ...correctionNotice(found, context),
      ...unheardNotice(found, context),
      ...leftOutNotices(problems, context),
      ...hits.map((hit) => quoteBlock(hit, context, looked.podcasts > 1)),
      ...pagePlace(paging, messages),
    ],
    actions: pageActions(paging, messages),
    summary: hits[0] === undefined ? '' : quoteSummary(hits[0], context),
  });
}

function correctionNotice({ corrections }: QuoteAnswer, { messages }: Context): Block<Call>[] {
  if (corrections.length === 0) return [];
  const used = corrections.map((one) => one.used);
  const typed = corrections.map((one) => one.typed);
  return [notice('info', messages.quote.corrected(used, typed))];
}

const longestWord = 40;

function unheardNotice({ unheard }: QuoteAnswer, { messages }: Context): Block<Call>[] {
  if (unheard.length === 0) return [];
  return [notice('info', messages.quote.unheard(unheard.map((word) => truncate(word, longestWord))))];
}
