// What was said around a quote, for the asker alone: it grows and shrinks at both ends, and can be shared as it stands.

import { type Context, defineCommand } from '../src/bot/command.ts';
import { call, press } from '../src/reply/actions.ts';
import { notice, paragraph } from '../src/reply/blocks.ts';
import { answer, tell } from '../src/reply/compose.ts';
import type { Action, Call } from '../src/reply/reply.ts';
import { carriedQuote } from './parts/carried-quote.ts';
import { type Exchange, readExchange } from './parts/exchange.ts';
import { exchangeBlocks } from './parts/exchange-blocks.ts';
import { findCarried } from './parts/find-carried.ts';

const turnsAtFirst = 2;
const turnsMore = 3;

export const context = defineCommand({
  name: 'context',
  description: { en: 'What was said around a quote', id: 'Apa yang diucapkan di sekitar sebuah kutipan' },
  reach: 'pressed',
  answers: 'private',
  options: {},
  carried: { segment: 'text', before: 'number', after: 'number', ...carriedQuote },
  async run(options, context) {
    const { messages, library } = context;
    const found = await findCarried(options, library);
    if (found === undefined) return tell(context, [notice('info', messages.quote.gone)]);

    const { placed, quote } = found;
    const exchange = await readExchange(placed.segment, turns(options.before), turns(options.after), library);
    const carried = { segment: placed.segment.id, text: options.text, marks: options.marks };
    const { podcasts } = await library.stats();
    return answer(context, {
      blocks: [
        ...exchangeBlocks(placed, exchange, quote, podcasts > 1, context),
        ...(exchange.full ? [paragraph(messages.context.full)] : []),
      ],
      actions: exchangeActions(exchange, carried, context),
      summary: messages.context.summary(placed.episode.title),
    });
  },
});

function turns(carried: number | undefined): number {
  return carried === undefined || !Number.isSafeInteger(carried) || carried < 0 ? turnsAtFirst : carried;
}

/** All of them always, so that they keep their places under the finger. */
function exchangeActions(
  exchange: Exchange,
  carried: Readonly<Record<string, string | undefined>>,
  { messages }: Context,
): Action<Call>[] {
  const { actions } = messages;
  const { before, after } = exchange;
  const show = (earlier: number, later: number) =>
    call('context', { ...carried, before: Math.max(0, earlier), after: Math.max(0, later) }, { delivery: 'replace' });
  return [
    press(actions.earlier, show(before + turnsMore, after), { disabled: !exchange.earlier }),
    press(actions.later, show(before, after + turnsMore), { disabled: !exchange.later }),
    press(actions.trimStart, show(before - 1, after), { disabled: before === 0 }),
    press(actions.trimEnd, show(before, after - 1), { disabled: after === 0 }),
    press(actions.shareExchange, call('share', { ...carried, before, after }, { delivery: 'new', once: true }), {
      primary: true,
    }),
  ];
}
