// Slack's rich text, which nothing in a text can format or ping from: what is said stands in `text` elements as it is.
// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block

import type { types } from '@slack/bolt';
import type { Quote } from '../../model.ts';
import type { RichText, Span } from '../../reply/reply.ts';
import { truncate, truncateQuote } from '../../text/truncate.ts';
import { asTypedInSlack } from './declare.ts';
import { safeUrl, wellFormed } from './escape.ts';
import { limits } from './limits.ts';

export type Element = types.RichTextText | types.RichTextLink;
type Style = NonNullable<types.RichTextText['style']>;

/** What was said, the words that matched in bold. */
export function quoteElements(quote: Quote, most: number): Element[] {
  const { text, highlights } = truncateQuote(quote, most);
  const elements: Element[] = [];
  let at = 0;
  for (const [from, to] of highlights.map((range) => range.map((offset) => characterStart(text, offset)))) {
    elements.push(...textElement(text.slice(at, from)), ...textElement(text.slice(from, to), { bold: true }));
    at = to ?? at;
  }
  return [...elements, ...textElement(text.slice(at))];
}

/** The offset itself, or that of the character in whose middle it falls: half a character is none. */
function characterStart(text: string, offset: number): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(offset - 1, offset + 1)) ? offset - 1 : offset;
}

/** Spans in order; what does not fit into `most` characters is cut visibly. */
export function spanElements(spans: RichText, most: number): Element[] {
  const elements: Element[] = [];
  let room = most;
  for (const span of spans) {
    if (room <= 0) break;
    const whole = span.mark === 'code' ? asTypedInSlack(span.text) : span.text;
    const text = truncate(whole, room);
    elements.push(...spanElement({ ...span, text }));
    room -= text === whole ? text.length : room;
  }
  return elements;
}

export function textElement(text: string, style?: Style): Element[] {
  if (text === '') return [];
  return [{ type: 'text', text: wellFormed(text), ...(style === undefined ? {} : { style }) }];
}

function spanElement({ text, mark, url }: Span): Element[] {
  const style = mark === undefined ? undefined : mark === 'strong' ? { bold: true } : { code: true };
  const address = safeUrl(url, limits.button.url);
  if (address === undefined || text.trim() === '') return textElement(text, style);
  return [{ type: 'link', url: address, text: wellFormed(text), ...(style === undefined ? {} : { style }) }];
}

/** One block of paragraphs, quotes or lists; none where nothing is in it: Slack refuses empty ones. */
export function richText(...elements: types.RichTextBlockElement[]): types.KnownBlock[] {
  const filled = elements.filter((element) => element.elements.length > 0);
  return filled.length === 0 ? [] : [{ type: 'rich_text', elements: filled }];
}

export const section = (elements: Element[]): types.RichTextSection => ({ type: 'rich_text_section', elements });
export const quotation = (elements: Element[]): types.RichTextQuote => ({ type: 'rich_text_quote', elements });
export const bullets = (items: types.RichTextSection[]): types.RichTextList => ({
  type: 'rich_text_list',
  style: 'bullet',
  elements: items.filter((item) => item.elements.length > 0),
});
