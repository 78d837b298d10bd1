// Posts a quote, or the exchange around it as it was trimmed, for everybody, in the asker's name.

import { type Context, defineCommand } from '../src/bot/command.ts';
import type { Placed, Quote } from '../src/model.ts';
import { notice, noticeReply } from '../src/reply/notice.ts';
import type { Block, Call, Reply } from '../src/reply/reply.ts';
import { plain } from '../src/reply/rich-text.ts';
import { truncate } from '../src/text/truncate.ts';
import { carriedQuote, readQuote } from './parts/carried-quote.ts';
import { readExchange } from './parts/exchange.ts';
import { exchangeBlocks } from './parts/exchange-blocks.ts';
import { quoteBlock, quoteSummary } from './parts/quote-block.ts';

export const share = defineCommand({
  name: 'share',
  description: { en: 'Post a quote for everybody', id: 'Kirim sebuah kutipan untuk semua' },
  reach: 'pressed',
  answers: 'public',
  options: {},
  carried: { segment: 'text', before: 'number', after: 'number', ...carriedQuote },
  async run(options, context) {
    const { library, search, messages, person } = context;
    const placed = options.segment === undefined ? undefined : await library.segment(options.segment);
    if (placed === undefined) return noticeReply([notice('info', messages.quote.gone)], context);

    const quote = readQuote(options, placed.segment.text) ?? (await search.quote(placed.segment.id))?.quote;
    const shown = { ...placed, quote: quote ?? { text: placed.segment.text, highlights: [] } };
    const { podcasts } = await library.stats();
    const blocks =
      options.before === undefined || options.after === undefined
        ? [quoteBlock(shown, context, podcasts > 1)]
        : await sharedExchange(placed, quote, options.before, options.after, podcasts > 1, context);
    const by = messages.share.by(truncate(person.name, 80));
    const reply: Reply<Call> = {
      blocks: [...blocks, { kind: 'text', text: plain(by) }],
      actions: [],
      visibility: context.visibility,
      summary: `${by}: ${quoteSummary(shown, context)}`,
      locale: context.locale,
    };
    return reply;
  },
});

async function sharedExchange(
  placed: Placed,
  quote: Quote | undefined,
  before: number,
  after: number,
  severalPodcasts: boolean,
  context: Context,
): Promise<readonly Block<Call>[]> {
  const exchange = await readExchange(placed.segment.id, before, after, context);
  return exchange === undefined ? [] : exchangeBlocks(placed, exchange, quote, severalPodcasts, context);
}
