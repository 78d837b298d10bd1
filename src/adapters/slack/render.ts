// A neutral reply as a Slack message: Block Kit, and the plain line that notifications show.

import type { types } from '@slack/bolt';
import { localeFor, messagesFor } from '../../i18n/languages.ts';
import type { Block, Fact, ListItem, Reply, Tone } from '../../reply/reply.ts';
import { truncate } from '../../text/truncate.ts';
import { type Button, buttons, pressButton } from './buttons.ts';
import { escapeText, longestEntity, safeUrl, wellFormed } from './escape.ts';
import { fitMessage } from './fit-message.ts';
import { limits } from './limits.ts';
import { plainText } from './plain-text.ts';
import { renderQuote } from './quote.ts';
import { bullets, type Element, richText, section, spanElements, textElement } from './rich-text.ts';

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
  const blocks = fitMessage(
    (most) => reply.blocks.map((block, at) => apart(reply.blocks[at - 1], block, renderBlock(block, most))),
    below,
    cut,
  );
  return { ...renderLine(reply.summary, reply.visibility), ...(blocks.length === 0 ? {} : { blocks }) };
}

/** A message of words alone: what is left to say when Slack refuses the blocks. */
export function renderLine(line: string, visibility: Reply['visibility']): SlackMessage {
  return {
    response_type: visibility === 'public' ? 'in_channel' : 'ephemeral',
    text: escapeText(truncate(wellFormed(line), limits.message.text / longestEntity)).trim() || '…',
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** A line before each quote after another one: buttons stand as near to the next quote as to their own. Turns have a bar. */
function apart(before: Block<string> | undefined, block: Block<string>, rendered: SlackBlock[]): SlackBlock[] {
  const isNext = [before, block].every((one) => one?.kind === 'quote' && one.focus === undefined);
  return isNext && rendered.length > 0 ? [{ type: 'divider' }, ...rendered] : rendered;
}

/** `most`: the characters each text may have. */
function renderBlock(block: Block<string>, most: number): SlackBlock[] {
  switch (block.kind) {
    case 'heading':
      return block.text.trim() === ''
        ? []
        : [{ type: 'header', text: plainText(block.text, Math.min(most, limits.header)) }];
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
    return [{ type: 'section', text: plainText(text, most), accessory: button }];
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
  return address === undefined ? [] : [{ type: 'image', image_url: address, alt_text: description.trim() || '…' }];
}

const buttonRow = (button: Button): SlackBlock[] => [{ type: 'actions', elements: [button] }];

const signs: Readonly<Record<Tone, string>> = { info: '', success: '✅ ', warning: '⚠️ ', error: '❗ ' };
const toneElements = (tone: Tone): Element[] => textElement(signs[tone]);
