// An exchange as blocks: the episode once, then every turn as a quote, the asked one in focus.

import type { Context } from '../../src/bot/command.ts';
import type { Placed, Quote } from '../../src/model.ts';
import { heading, paragraph } from '../../src/reply/blocks.ts';
import type { Block, Call } from '../../src/reply/reply.ts';
import { wholePassage } from './carried-quote.ts';
import type { Exchange } from './exchange.ts';
import { passageBlock } from './quote-block.ts';

export function exchangeBlocks(
  placed: Placed,
  { segments }: Exchange,
  asked: Quote | undefined,
  severalPodcasts: boolean,
  context: Context,
): Block<Call>[] {
  const { podcast, episode } = placed;
  const source = [
    severalPodcasts ? podcast.title : undefined,
    episode.publishedAt === undefined ? undefined : context.messages.format.date(episode.publishedAt),
    episode.transcript === 'machine-made' ? context.messages.quote.machineMade : undefined,
  ].filter((part) => part !== undefined);
  return [
    heading(episode.title),
    ...(source.length > 0 ? [paragraph(source.join(' · '))] : []),
    ...segments.map((segment): Block<Call> => {
      const focus = segment.id === placed.segment.id;
      const quote = wholePassage(focus ? asked : undefined, segment.text);
      // What holds for the whole exchange is told above it; the other places would drown the talk: one link a turn.
      const { caveat: _, ...turn } = passageBlock({ podcast, episode, segment, quote }, context);
      return { ...turn, links: [], focus };
    }),
  ];
}
