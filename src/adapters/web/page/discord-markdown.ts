// Discord's Markdown as elements, as its clients show it.
// https://docs.discord.com/developers/reference#message-formatting

import { el } from './dom.ts';

const heads: readonly (readonly [RegExp, string])[] = [
  [/^### /, 'discord-h3'],
  [/^## /, 'discord-h2'],
  [/^# /, 'discord-h1'],
  [/^ *-# /, 'discord-small'],
];

/** Quotes and headings begin a line; everything else goes on within it. */
export function drawMarkdown(content: string): readonly HTMLElement[] {
  const drawn: HTMLElement[] = [];
  let bar: HTMLElement | undefined;
  for (const line of content.split('\n')) {
    const quoted = /^>(?: (.*)|$)/.exec(line);
    if (quoted === null) {
      bar = undefined;
      drawn.push(drawLine(line));
      continue;
    }
    if (bar === undefined) {
      bar = el('div', { class: 'discord-quote' });
      drawn.push(bar);
    }
    bar.append(drawLine(quoted[1] ?? ''));
  }
  return drawn;
}

function drawLine(line: string): HTMLElement {
  const head = heads.find(([begin]) => begin.test(line));
  if (head !== undefined) return el('p', { class: head[1], dir: 'auto' }, ...drawInline(line.replace(head[0], '')));
  const item = /^ *[-*] (.*)$/.exec(line);
  if (item !== null) return el('p', { class: 'discord-item', dir: 'auto' }, ...drawInline(item[1] ?? ''));
  return el('p', { dir: 'auto' }, ...drawInline(line));
}

/** In the order in which Discord looks for them: what is escaped is text, what is code is not read further. */
const inline =
  /\\(?<escaped>[^\p{L}\p{N}\s])|(?<ticks>`+)(?<code>.+?)\k<ticks>|\[(?<label>(?:\\.|[^\]\\])+)\]\((?<url>https?:[^)\s]+)\)|(?<mark>\*\*|__|~~|\|\||\*|_)(?<inner>(?:\\.|(?!\k<mark>)[^\\])+)\k<mark>/gu;

const looks: Readonly<Record<string, 'strong' | 'u' | 's' | 'em' | 'span'>> = {
  '**': 'strong',
  __: 'u',
  '~~': 's',
  '*': 'em',
  _: 'em',
};

function drawInline(text: string): (Node | string)[] {
  const drawn: (Node | string)[] = [];
  let at = 0;
  for (const match of text.matchAll(inline)) {
    const { escaped, code, label, url, mark = '', inner = '' } = match.groups ?? {};
    drawn.push(text.slice(at, match.index));
    at = match.index + match[0].length;
    if (escaped !== undefined) drawn.push(escaped);
    else if (code !== undefined) drawn.push(el('code', {}, code));
    else if (label !== undefined) drawn.push(el('span', { class: 'pictured-link', title: url }, ...drawInline(label)));
    else drawn.push(el(looks[mark] ?? 'span', { class: mark === '||' && 'discord-spoiler' }, ...drawInline(inner)));
  }
  return [...drawn, text.slice(at)];
}
