// Posts a quote, or the exchange around it as it was trimmed, for everybody, in the asker's name.

import { defineCommand } from '../src/bot/command.ts';
import { notice, paragraph } from '../src/reply/blocks.ts';
import { answer, tell } from '../src/reply/compose.ts';
import { truncate } from '../src/text/truncate.ts';
import { carriedQuote } from './parts/carried-quote.ts';
import { readExchange } from './parts/exchange.ts';
import { exchangeBlocks } from './parts/exchange-blocks.ts';
import { findCarried } from './parts/find-carried.ts';
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
    const found = await findCarried(options, library);
    if (found === undefined) return tell(context, [notice('info', messages.quote.gone)]);

    const { placed, quote = (await search.quote(placed.segment.id))?.quote } = found;
    const told = { ...placed, quote: quote ?? { text: placed.segment.text, highlights: [] } };
    const { before, after } = options;
    const { podcasts } = await library.stats();
    const blocks =
      before === undefined || after === undefined
        ? [quoteBlock(told, context, podcasts > 1)]
        : exchangeBlocks(
            placed,
            await readExchange(placed.segment, before, after, library),
            quote,
            podcasts > 1,
            context,
          );
    const by = messages.share.by(truncate(person.name, 80));
    return answer(context, { blocks: [...blocks, paragraph(by)], summary: `${by}: ${quoteSummary(told, context)}` });
  },
});
