// /random: a quote by chance.

import { type Context, defineCommand } from '../src/bot/command.ts';
import { call, press } from '../src/reply/actions.ts';
import { notice, noticeReply } from '../src/reply/notice.ts';
import type { Call, Reply } from '../src/reply/reply.ts';
import type { Hit, QueryFilters } from '../src/search/search.ts';
import { emptyLibraryReply } from './parts/empty-library.ts';
import { readFilters } from './parts/filters.ts';
import { podcastOption, speakerOption } from './parts/options.ts';
import { problemNotices } from './parts/problems.ts';
import { quoteBlock, quoteSummary } from './parts/quote-block.ts';

export const random = defineCommand({
  name: 'random',
  localNames: { id: 'acak' },
  description: { en: 'A quote by chance', id: 'Sebuah kutipan secara acak' },
  reach: 'typed',
  examples: ['random', 'random from:paul'],
  options: {
    speaker: { ...speakerOption, rest: 'words' },
    podcast: { ...podcastOption, untilNextKey: true },
  },
  async run(options, context) {
    const filters = await readFilters(options, context);
    const { hit, problems } = await context.search.random(filters);
    const { podcasts, segments } = await context.library.stats();
    if (segments === 0) return emptyLibraryReply(context);
    if (hit === undefined) {
      const told = problemNotices(problems, context);
      return noticeReply(told.length > 0 ? told : [notice('info', context.messages.random.nothing)], context);
    }
    const reply = answerHit(hit, filters, podcasts > 1, context);
    return { ...reply, blocks: [...problemNotices(problems, context), ...reply.blocks] };
  },
});

function answerHit(hit: Hit, filters: QueryFilters, severalPodcasts: boolean, context: Context): Reply<Call> {
  const another = call('random', { ...filters }, { delivery: 'replace' });
  return {
    blocks: [quoteBlock(hit, context, severalPodcasts)],
    actions: [press(context.messages.actions.another, another, { primary: true })],
    visibility: context.visibility,
    summary: quoteSummary(hit, context),
    locale: context.locale,
  };
}
