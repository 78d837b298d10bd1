// /quote: what was really said, by words that may be misspelled.

import { type Context, defineCommand } from '../src/bot/command.ts';
import { call, press } from '../src/reply/actions.ts';
import { notice, noticeReply } from '../src/reply/notice.ts';
import type { Block, Call, Reply } from '../src/reply/reply.ts';
import { plain } from '../src/reply/rich-text.ts';
import type { Hit, QueryFilters, QuoteAnswer } from '../src/search/search.ts';
import { truncate } from '../src/text/truncate.ts';
import { emptyLibraryReply } from './parts/empty-library.ts';
import { isNarrowed, readFilters } from './parts/filters.ts';
import {
  afterOption,
  beforeOption,
  episodeOption,
  podcastOption,
  privateOption,
  speakerOption,
} from './parts/options.ts';
import { pageActions, readOffset } from './parts/paging.ts';
import { pickedId } from './parts/picked.ts';
import { problemNotices } from './parts/problems.ts';
import { quoteBlock, quoteSummary } from './parts/quote-block.ts';
import { suggestQuotes } from './parts/suggest.ts';

const quotesPerPage = 3;
const mostSuggestions = 5;

interface Asked {
  readonly words: string;
  readonly filters: QueryFilters;
  readonly offset: number;
}

export const quote = defineCommand({
  name: 'quote',
  localNames: { id: 'kutipan' },
  description: {
    en: 'Find what was really said: words, who, when, and a link to the moment',
    id: 'Temukan ucapan yang sebenarnya: kata-katanya, siapa, kapan, dan tautan ke momennya',
  },
  reach: 'typed',
  examples: ['quote tiktok', 'quote "customer data" from:paul', 'quote privacy after:2020 before:2021-06'],
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
  carried: { offset: 'number' },
  async run(options, context) {
    const picked = await pickedQuote(options.words, context);
    if (picked !== undefined) return answerPicked(picked, context);

    const asked = {
      words: options.words,
      filters: await readFilters(options, context),
      offset: readOffset(options.offset),
    };
    const answer = await context.search.quotes({
      words: asked.words,
      ...asked.filters,
      offset: asked.offset,
      limit: quotesPerPage,
    });
    if (answer.looked.segments === 0) return emptyLibraryReply(context);
    if (answer.hits.length > 0) return answerFound(asked, answer, context);
    // The library has changed since the page before was shown.
    if (asked.offset > 0) return noticeReply([notice('info', context.messages.quote.noMore)], context);
    return answerNothing(asked, answer, context);
  },
});

async function pickedQuote(words: string, { search }: Context): Promise<Hit | undefined> {
  const id = pickedId(words);
  return id === undefined ? undefined : search.quote(id);
}

/** A passage's id, as a suggestion sends it, and not words that begin with a number sign. */
function isPickedQuote(words: string): boolean {
  return /^#\S+\.\d+$/.test(words.trim());
}

async function answerPicked(hit: Hit, context: Context): Promise<Reply<Call>> {
  const { podcasts } = await context.library.stats();
  return {
    blocks: [quoteBlock(hit, context, podcasts > 1)],
    actions: [],
    visibility: context.visibility,
    summary: quoteSummary(hit, context),
    locale: context.locale,
  };
}

function answerFound(asked: Asked, answer: QuoteAnswer, context: Context): Reply<Call> {
  const { messages } = context;
  const { hits, total, looked } = answer;
  const shown = messages.quote.shown(asked.offset + 1, asked.offset + hits.length, total.count, total.atLeast);
  const again = (offset: number) =>
    call('quote', { words: asked.words, ...asked.filters, offset }, { delivery: 'replace' });
  return {
    blocks: [
      ...corrections(answer, context),
      ...problemNotices(answer.problems, context),
      ...hits.map((hit) => quoteBlock(hit, context, looked.podcasts > 1)),
      ...(total.count > hits.length ? [{ kind: 'text', text: plain(shown) } as const] : []),
    ],
    actions: pageActions({ offset: asked.offset, limit: quotesPerPage, total: total.count, at: again }, messages),
    visibility: context.visibility,
    summary: hits[0] === undefined ? shown : quoteSummary(hits[0], context),
    locale: context.locale,
  };
}

function corrections({ corrections }: QuoteAnswer, { messages }: Context): Block<Call>[] {
  if (corrections.length === 0) return [];
  const used = corrections.map((one) => one.used);
  const typed = corrections.map((one) => one.typed);
  return [notice('info', messages.quote.corrected(used, typed))];
}

function answerNothing(asked: Asked, answer: QuoteAnswer, context: Context): Reply<Call> {
  const { messages } = context;
  const problems = problemNotices(answer.problems, context);
  if (answer.problems.some((problem) => problem.kind === 'no-words')) return noticeReply(problems, context);
  if (isPickedQuote(asked.words)) return noticeReply([notice('info', messages.quote.gone)], context);

  const suggestions = answer.suggestions.slice(0, mostSuggestions);
  // What was asked in the channel is answered in the channel, once there is an answer.
  const settings =
    context.visibility === 'public'
      ? ({ delivery: 'new', visibility: 'public' } as const)
      : ({ delivery: 'replace' } as const);
  const instead = (label: string, words: string, filters: QueryFilters) =>
    press(label, call('quote', { words, ...filters }, settings));
  const nothing = messages.quote.nothing(truncate(asked.words.trim(), 100));
  const looked = messages.quote.looked(answer.looked.episodes, answer.looked.segments);
  return noticeReply(
    [
      notice('info', `${nothing} ${looked}`),
      ...problems,
      ...(suggestions.length > 0
        ? [{ kind: 'text', text: plain(messages.quote.didYouMean(suggestions)) } as const]
        : []),
    ],
    context,
    [
      ...suggestions.map((words) => instead(words, words, asked.filters)),
      ...(isNarrowed(asked.filters) ? [instead(messages.quote.everywhere, asked.words, {})] : []),
    ],
  );
}
