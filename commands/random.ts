// /random: a quote by chance.

import { defineCommand } from '../src/bot/command.ts';
import { call, press } from '../src/reply/actions.ts';
import { notice } from '../src/reply/blocks.ts';
import { answer, tell } from '../src/reply/compose.ts';
import { barredBy } from './parts/barred.ts';
import { tellEmptyLibrary } from './parts/empty-library.ts';
import { readFilters } from './parts/filters.ts';
import { podcastOption, speakerOption } from './parts/options.ts';
import { problemNotices } from './parts/problems.ts';
import { quoteBlock, quoteSummary } from './parts/quote-block.ts';

export const random = defineCommand({
  name: 'random',
  localNames: { id: 'acak' },
  description: { en: 'A quote by chance', id: 'Sebuah kutipan secara acak' },
  reach: 'typed',
  examples: ['random', 'random from:maudie'],
  options: {
    speaker: { ...speakerOption, rest: 'words' },
    podcast: { ...podcastOption, untilNextKey: true },
  },
  async run(options, context) {
    const { messages, search, library } = context;
    const { podcasts, segments } = await library.stats();
    if (segments === 0) return tellEmptyLibrary(context);

    const filters = readFilters(options);
    const { hit, problems } = await search.random(filters);
    const told = problemNotices(problems, context);
    const isBarred = barredBy(filters, problems).length > 0;
    if (hit === undefined || isBarred)
      return tell(context, told.length > 0 ? told : [notice('info', messages.random.nothing)]);

    const another = call('random', { ...filters }, { delivery: 'replace' });
    return answer(context, {
      blocks: [...told, quoteBlock(hit, context, podcasts > 1)],
      actions: [press(messages.actions.another, another, { primary: true })],
      summary: quoteSummary(hit, context),
    });
  },
});
