// A neutral reply as a Slack message: Block Kit, and the plain line that notifications show.

import type { types } from '@slack/bolt';
import { localeFor, messagesFor } from '../../i18n/languages.ts';
import type { Action, Block, Fact, ListItem, QuoteBlock, Reply, Tone } from '../../reply/reply.ts';
import { truncate } from '../../text/truncate.ts';
import { type Button, buttons, pressButton } from './buttons.ts';
import { escapeText, safeUrl, wellFormed } from './escape.ts';
import { fitMessage } from './fit-message.ts';
import { limits } from './limits.ts';
import {
  bullets,
  type Element,
  quotation,
  quoteElements,
  richText,
  section,
  spanElements,
  textElement,
} from './rich-text.ts';

type SlackBlock = types.KnownBlock;

/** What Slack takes as the answer to a command and at a `response_url`. */
export interface SlackMessage {
  readonly response_type: 'in_channel' | 'ephemeral';
  /** For notifications, and where blocks cannot be shown. */
  readonly text: string;
  /** The text is nobody's markup. */
  readonly mrkdwn: false;
  readonly blocks?: readonly SlackBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

export function renderSlack(reply: Reply<string>): SlackMessage {
  const below = buttons(reply.actions);
  const { cut } = messagesFor(localeFor(reply.locale, 'en')).platform;
  const blocks = fitMessage((most) => reply.blocks.map((block) => renderBlock(block, most)), below, cut);
  return { ...renderLine(reply.summary, reply.visibility), ...(blocks.length === 0 ? {} : { blocks }) };
}

const longestEntity = '&amp;'.length;

/** A message of words alone: what is left to say when Slack refuses the blocks. */
export function renderLine(line: string, visibility: Reply['visibility']): SlackMessage {
  return {
    response_type: visibility === 'public' ? 'in_channel' : 'ephemeral',
    text: escapeText(truncate(wellFormed(line), limits.message.text / longestEntity)) || '…',
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** `most`: the characters each text may have. */
function renderBlock(block: Block<string>, most: number): SlackBlock[] {
  switch (block.kind) {
    case 'heading':
      return block.text.trim() === ''
        ? []
        : [{ type: 'header', text: plain(block.text, Math.min(most, limits.header)) }];
    case 'text':
      return richText(section(spanElements(block.text, most)));
    case 'notice':
      return richText(section([...toneElements(block.tone), ...spanElements(block.text, most)]));
    case 'quote':
      return renderQuote(block, most);
    case 'facts':
      return richText(section(block.facts.flatMap((fact, place) => factElements(fact, place, most))));
    case 'list':
      return renderList(block.items, most);
    case 'image':
      return renderImage(block.url, block.alt);
  }
}

function renderQuote(quote: QuoteBlock<string>, most: number): SlackBlock[] {
  const { moment, actions, focus } = quote;
  const said = quoteElements(quote, most);
  const inExchange = focus !== undefined;
  const link = moment?.url === undefined ? undefined : { label: moment.label, url: moment.url };
  // Turn by turn a button under each would take more room than what was said.
  const asButton = link !== undefined && !(inExchange && actions.length === 0);
  return [
    // The turns around the one asked about stand without the bar that marks it.
    ...richText(focus === false ? section(said) : quotation(said)),
    ...renderSource(quote, link !== undefined && !asButton ? [link, ...quote.links] : quote.links, most),
    ...buttons(asButton ? [{ kind: 'open', ...link }, ...actions] : actions),
  ];
}

/** "speaker · episode · date", in the small print below the words; the other places to hear them beside it. */
function renderSource(quote: QuoteBlock<string>, links: QuoteBlock['links'], most: number): SlackBlock[] {
  const { speaker, podcast, episode, date, moment } = quote;
  const unlinked = moment?.url === undefined ? moment?.label : undefined;
  const source = [speaker, podcast, episode, date, unlinked].filter((part) => part !== undefined && part.trim() !== '');
  const line = source.map((part) => isolate(part ?? '')).join(' · ');
  const elements: types.ContextBlockElement[] = [
    ...(line === '' ? [] : [plain(line, Math.min(most, limits.contextText))]),
    ...links.flatMap(renderLink),
  ].slice(0, limits.contextElements);
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

/** The one place with mrkdwn: a name of a player or a time that Verbatim gives itself, around an address. */
function renderLink({ label, url }: QuoteBlock['links'][number]): types.MrkdwnElement[] {
  const address = safeUrl(url, limits.button.url / longestEntity);
  const name = escapeText(wellFormed(truncate(label, limits.button.text)).replace(/[|\n]/g, ' '));
  // One sign formats nothing ("~3:17"), only a pair does.
  const inert = /([*_~`]).*\1/.test(name) ? name.replace(/[*_~`]/g, '') : name;
  if (address === undefined || inert.trim() === '') return [];
  return [{ type: 'mrkdwn', text: `<${escapeText(address).replaceAll('|', '%7C')}|${inert}>`, verbatim: true }];
}

function renderList(items: readonly ListItem<string>[], most: number): SlackBlock[] {
  if (items.every((item) => item.action === undefined)) {
    return richText(bullets(items.map((item) => section(itemElements(item, most)))));
  }
  return items.flatMap((item) => {
    const button = item.action === undefined ? undefined : pressButton(item.action, 0);
    const words = item.text.map((span) => span.text).join('');
    if (button === undefined || words.trim() === '' || item.text.some((span) => span.url !== undefined)) {
      return [...richText(section(itemElements(item, most))), ...(button === undefined ? [] : buttonRow(button))];
    }
    const text = item.detail === undefined ? words : `${words}\n${item.detail}`;
    return [{ type: 'section', text: plain(text, most), accessory: button }];
  });
}

function itemElements(item: ListItem<string>, most: number): Element[] {
  const detail = item.detail === undefined ? [] : textElement(truncate(`\n${item.detail}`, most));
  return [...spanElements(item.text, most), ...detail];
}

function factElements(fact: Fact, place: number, most: number): Element[] {
  return [
    ...textElement(`${place === 0 ? '' : '\n'}${truncate(fact.label, most)}: `, { bold: true }),
    ...spanElements(fact.value, most),
  ];
}

function renderImage(url: string, alt: string): SlackBlock[] {
  const address = safeUrl(url, limits.image.url);
  const description = truncate(wellFormed(alt), limits.image.alt);
  return address === undefined ? [] : [{ type: 'image', image_url: address, alt_text: description || '…' }];
}

const buttonRow = (button: Button): SlackBlock[] => [{ type: 'actions', elements: [button] }];

const signs: Readonly<Record<Tone, string>> = { info: '', success: '✅ ', warning: '⚠️ ', error: '❗ ' };
const toneElements = (tone: Tone): Element[] => textElement(signs[tone]);

/** Nothing in plain text is formatted; without `emoji` not even `:smile:`. */
function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: truncate(wellFormed(text), most), emoji: false };
}

/** A name written from right to left, or with a mark that turns the direction, must not turn what stands beside it. */
function isolate(text: string): string {
  return /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFEFC]/.test(text) ? `\u2068${text}\u2069` : text;
}
