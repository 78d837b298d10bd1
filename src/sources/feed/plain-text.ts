// A description as plain text: feeds write HTML, escaped once or twice, or text that only looks like it.

import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import { truncate } from '../../text/truncate.ts';

/** Show notes go on and on; nobody is shown more of them. */
const longest = 2000;
const blocks = new Set('p div br li ul ol h1 h2 h3 h4 h5 h6 tr td blockquote pre hr section article table'.split(' '));
const unseen = new Set(['script', 'style', 'template', 'head']);

/** Its markup removed, paragraphs on lines of their own. `undefined` where nothing is left. */
export function plainText(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  // Deep nesting makes the parser slow, and no show notes have as much markup as that.
  const written = html.slice(0, 6 * longest);
  const text = /<\/?[a-z!][^<>]*>/i.test(written) ? withoutTags(written) : decodeHTML(written);
  const lines = text.split('\n').map((line) => line.replace(/[\p{Cc}\s]+/gu, ' ').trim());
  return shortened(lines.filter(Boolean).join('\n')) || undefined;
}

/** Only its end is looked at: finding the words of thousands of long texts takes its time. */
function shortened(text: string): string {
  const settled = longest - 200;
  return text.slice(0, settled) + truncate(text.slice(settled), longest - settled);
}

function withoutTags(html: string): string {
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name) {
      if (unseen.has(name)) hidden++;
      if (blocks.has(name)) parts.push('\n');
    },
    ontext: (part) => {
      // A line's end in HTML is a space.
      if (hidden === 0) parts.push(part.replace(/\s+/g, ' '));
    },
    onclosetag(name) {
      if (unseen.has(name)) hidden--;
      if (blocks.has(name)) parts.push('\n');
    },
  });
  parser.end(html);
  return parts.join('');
}

/** A name or a title: one line, its entities read once more, as many feeds escape them twice; its "<" is no markup. */
export function plainLine(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const line = decodeHTML(written.slice(0, 2000))
    .replace(/<\/?(?:b|i|em|strong|u|sup|sub|small|span|br|p|a)(?:\s[^>]*)?\/?>/gi, ' ')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  // Entities that a DOCTYPE declares mean nothing here: what is nothing but one of them says nothing.
  if (/^(?:&[\w.:-]+;\s*)+$/.test(line)) return undefined;
  return truncate(line, 500) || undefined;
}
