// A message as Slack's clients show it, drawn from the very payload that Slack would get.
// https://docs.slack.dev/reference/block-kit/blocks

import { drawAvatar, el } from './dom.ts';
import { fieldsOf, listOf, textOf } from './payload.ts';

type Fields = ReturnType<typeof fieldsOf>;

export function drawSlack(payload: unknown): HTMLElement {
  const { response_type, text, blocks } = fieldsOf(payload);
  const drawn = listOf(blocks).flatMap(drawBlock);
  return el(
    'div',
    { class: 'slack' },
    response_type === 'ephemeral' && el('p', { class: 'slack-alone' }, 'Only visible to you'),
    el(
      'p',
      { class: 'pictured-who' },
      drawAvatar(),
      el('b', {}, 'Verbatim'),
      ' ',
      el('span', { class: 'slack-app' }, 'APP'),
    ),
    ...(drawn.length > 0 ? drawn : [el('p', { dir: 'auto' }, decode(textOf(text)))]),
  );
}

function drawBlock(block: Fields): HTMLElement[] {
  switch (block.type) {
    case 'header':
      return [el('p', { class: 'slack-header', dir: 'auto' }, ...drawText(block.text))];
    case 'section':
      return [
        el(
          'div',
          { class: 'slack-section' },
          el('p', { dir: 'auto' }, ...drawText(block.text)),
          block.accessory !== undefined && drawButton(fieldsOf(block.accessory)),
        ),
      ];
    case 'rich_text':
      return listOf(block.elements).map(drawRich);
    case 'context':
      return [
        el(
          'div',
          { class: 'slack-context' },
          ...listOf(block.elements).map((element) => el('span', { dir: 'auto' }, ...drawText(element))),
        ),
      ];
    case 'actions':
      return [el('div', { class: 'pictured-row' }, ...listOf(block.elements).map(drawButton))];
    case 'image':
      return [
        el('img', {
          class: 'pictured-image',
          src: textOf(block.image_url),
          alt: textOf(block.alt_text),
          loading: 'lazy',
          referrerpolicy: 'no-referrer',
        }),
      ];
    case 'divider':
      return [el('div', { class: 'slack-rule' })];
    default:
      return [];
  }
}

function drawRich({ type, elements }: Fields): HTMLElement {
  if (type === 'rich_text_list') return el('ul', { class: 'slack-list' }, ...listOf(elements).map(drawListItem));
  const look =
    type === 'rich_text_quote' ? 'slack-quote' : type === 'rich_text_preformatted' ? 'slack-code' : 'slack-text';
  return el('p', { class: look, dir: 'auto' }, ...listOf(elements).map(drawElement));
}

const drawListItem = ({ elements }: Fields): HTMLElement =>
  el('li', { dir: 'auto' }, ...listOf(elements).map(drawElement));

function drawElement({ type, text, url, name, style }: Fields): Node | string {
  const { bold, italic, strike, code } = fieldsOf(style);
  const words = textOf(text) || textOf(url) || (type === 'emoji' ? `:${textOf(name)}:` : '');
  const marks = [
    ['code', code],
    ['s', strike],
    ['em', italic],
    ['strong', bold],
  ] as const;
  const styled = marks.reduce<Node | string>(
    (inner, [tag, isOn]) => (isOn === true ? el(tag, {}, inner) : inner),
    words,
  );
  return type === 'link' ? el('span', { class: 'pictured-link', title: textOf(url) }, styled) : styled;
}

/** A text object: plain, or mrkdwn, of which links and entities are drawn. */
function drawText(object: unknown): (Node | string)[] {
  const { type, text } = fieldsOf(object);
  if (type !== 'mrkdwn') return [textOf(text)];
  return textOf(text)
    .split(/<([^>]+)>/)
    .map((part, place) => {
      if (place % 2 === 0) return decode(part);
      const [url = '', label = url] = part.split('|');
      return el('span', { class: 'pictured-link', title: decode(url) }, decode(label));
    });
}

const drawButton = ({ text, style, url }: Fields): HTMLElement =>
  el(
    'span',
    { class: 'slack-button', 'data-look': typeof style === 'string' && style, title: textOf(url) || undefined },
    textOf(fieldsOf(text).text),
  );

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };
const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (entity, name: string) => entities[name] ?? entity);
