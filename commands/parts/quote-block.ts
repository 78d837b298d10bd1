// How a quote is told: the words, who, where, when, a link to the moment, and what can be done with it.

import type { Context } from '../../src/bot/command.ts';
import type { Placed, Quote } from '../../src/model.ts';
import { call, press } from '../../src/reply/actions.ts';
import type { Action, Call, QuoteBlock } from '../../src/reply/reply.ts';
import { truncate } from '../../src/text/truncate.ts';
import { carryQuote } from './carried-quote.ts';
import { placeLinks } from './place-links.ts';

export interface Told extends Placed {
  readonly quote: Quote;
}

/** `severalPodcasts`: whether the podcast needs naming. */
export function quoteBlock(told: Told, context: Context, severalPodcasts: boolean): QuoteBlock<Call> {
  const { podcast, episode } = told;
  return {
    ...passageBlock(told, context),
    episode: episode.title,
    ...(severalPodcasts ? { podcast: podcast.title } : {}),
    ...(episode.publishedAt === undefined ? {} : { date: context.messages.format.date(episode.publishedAt) }),
    actions: quoteActions(told, context),
  };
}

/** As `quoteBlock`, where the episode is told already. */
export function passageBlock(told: Told, context: Context): QuoteBlock<Call> {
  const { episode, segment, quote } = told;
  const { moment, others } = placeLinks(told, quote.text, context.messages);
  return {
    kind: 'quote',
    text: quote.text,
    highlights: quote.highlights,
    ...(segment.speaker === undefined ? {} : { speaker: segment.speaker.name }),
    ...(episode.transcript === 'machine-made' ? { caveat: context.messages.quote.machineMade } : {}),
    ...(moment === undefined ? {} : { moment }),
    links: others,
    actions: [],
  };
}

/** Context always; share where the asker alone sees it. */
export function quoteActions({ segment, quote }: Told, context: Context): Action<Call>[] {
  const { actions } = context.messages;
  const carried = { segment: segment.id, ...carryQuote(quote) };
  const around = press(actions.context, call('context', carried, { delivery: 'new' }));
  if (context.visibility === 'public') return [around];
  return [around, press(actions.share, call('share', carried, { delivery: 'new', once: true }))];
}

/** One line for notifications: who, what, where. */
export function quoteSummary(told: Told, context: Context): string {
  const { segment, episode, quote } = told;
  const said = context.messages.quote.said(
    segment.speaker?.name,
    truncate(quote.text, 140),
    truncate(episode.title, 60),
  );
  return episode.transcript === 'machine-made' ? `${said} · ${context.messages.quote.machineMade}` : said;
}
