// A quote in Slack: the words behind a bar, who said them and where in the small print, what can be done below.

import type { types } from '@slack/bolt';
import type { Action, QuoteBlock, Span } from '../../reply/reply.ts';
import { known } from '../../text/known.ts';
import { truncate } from '../../text/truncate.ts';
import { buttons } from './buttons.ts';
import { escapeText, longestEntity, safeUrl, wellFormed } from './escape.ts';
import { limits } from './limits.ts';
import { plainText } from './plain-text.ts';
import { quotation, quoteElements, richText, section, spanElements } from './rich-text.ts';

type SlackBlock = types.KnownBlock;

export function renderQuote(quote: QuoteBlock<string>, most: number): SlackBlock[] {
  if (quote.focus !== undefined) return renderTurn(quote, most);
  const { moment, actions } = quote;
  const listen: Action<string>[] =
    moment?.url === undefined ? [] : [{ kind: 'open', label: moment.label, url: moment.url }];
  return [
    ...richText(quotation(quoteElements(quote, most))),
    ...renderSource(quote, most),
    ...buttons([...listen, ...actions]),
  ];
}

/** One turn of an exchange: who, when and the words in one block; the bar stands at the turn that was asked about. */
function renderTurn(quote: QuoteBlock<string>, most: number): SlackBlock[] {
  const { speaker, podcast, episode, date, caveat, moment, links, actions, focus } = quote;
  const parts: Span[] = [
    ...(speaker === undefined ? [] : [{ text: isolate(speaker), mark: 'strong' } as const]),
    ...[episode, podcast, date, caveat].filter((part) => part !== undefined).map((text) => ({ text: isolate(text) })),
    ...(moment === undefined ? [] : [{ text: moment.label, ...known({ url: moment.url }) }]),
    ...links.map(({ label, url }) => ({ text: label, url })),
  ];
  const source = parts.flatMap((part, place) => (place === 0 ? [part] : [{ text: ' · ' }, part]));
  const said = quoteElements(quote, most);
  return [
    ...richText(section(spanElements(source, most)), focus ? quotation(said) : section(said)),
    ...buttons(actions),
  ];
}

/** "speaker · episode · podcast · date", in the small print below the words; the other places to hear them beside it. */
function renderSource(quote: QuoteBlock<string>, most: number): SlackBlock[] {
  const { speaker, podcast, episode, date, caveat, moment, links } = quote;
  const unlinked = moment?.url === undefined ? moment?.label : undefined;
  const source = [speaker, caveat, episode, podcast, date, unlinked].filter(
    (part) => part !== undefined && part.trim() !== '',
  );
  const line = source.map((part) => isolate(part ?? '')).join(' · ');
  const elements: types.ContextBlockElement[] = [
    ...(line === '' ? [] : [plainText(line, Math.min(most, limits.contextText))]),
    ...links.flatMap(renderLink),
  ].slice(0, limits.contextElements);
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

/** The one place with mrkdwn: a player's name, which Verbatim gives itself, around an address. */
function renderLink({ label, url }: QuoteBlock['links'][number]): types.MrkdwnElement[] {
  const address = safeUrl(url, limits.button.url / longestEntity);
  const name = escapeText(wellFormed(truncate(label, limits.button.text)).replace(/[|\n]/g, ' '));
  // One sign formats nothing ("~3:17"), only a pair does.
  const inert = /([*_~`]).*\1/.test(name) ? name.replace(/[*_~`]/g, '') : name;
  if (address === undefined || inert.trim() === '') return [];
  return [{ type: 'mrkdwn', text: `<${escapeText(address).replaceAll('|', '%7C')}|${inert}>`, verbatim: true }];
}

/** A name written from right to left, or with a mark that turns the direction, must not turn what stands beside it. */
function isolate(text: string): string {
  return /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFEFC]/.test(text) ? `\u2068${text}\u2069` : text;
}
