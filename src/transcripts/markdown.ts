// The words of a Markdown line: escapes, links, emphasis, code and tags become plain text, and nothing that was said is lost.
import { decodeHTMLStrict } from 'entities';
import { partsOf } from '../text/parts-of.ts';
import { Pieces } from '../text/pieces.ts';

/** Stand-ins for escaped characters, so that no later step takes them for markup: a private plane that no text uses. */
const shift = 0xf0000;
const hide = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, (character) => String.fromCodePoint(shift + character.charCodeAt(0)));
const hidden = /[\u{f0021}-\u{f007e}]/gu;
const show = (text: string): string =>
  text.replace(hidden, (character) => String.fromCharCode((character.codePointAt(0) ?? shift) - shift));

/** Slips of the pen around time marks: `\[00:12:01.04\\\]`, `\[\00:38:44.02\]`, `\[\\00:03:48.17\]`. */
const slips = /\\?\[\\*(\d{1,3}(?:[:.]\d{2}){1,3})\\*\]/g;

const code = /(`{1,3})([^`\n]{1,2000})\1/g;
const escaped = /\\([!-/:-@[-`{-~])/g;
/** What is left of backslashes: a line's hard break, and the slip `\\[\\laughter\\]`. */
const slipped = /\\$|(?<=[[\u{f005b}])\\(?=\p{L})/gu;
const image = /!\[([^[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,300}")?\)/g;
const link = /\[([^[\]\n]{1,2000})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s"[^"\n]{0,300}")?\)/g;
const autolink = /<(https?:\/\/[^<>\s]{1,2000})>/g;
/** "2*3*4" is a sum, and "f*ck and sh*t" is how words are made decent. */
const stars = /(?<!\d(?=\*\d))(\*{1,3})(?=[^\s*])(?!(?<=\w\*)[^*\s]{1,60}\s)([^*\n]{1,2000}?)(?<=[^\s*])\1/g;
const underscores = /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu;
const strikes = /~~(?=\S)([^~\n]{1,2000}?)(?<=\S)~~/g;
/** Tags that style words; any other "<…>" may be what was talked about. */
const tags = /<\/?(?:a|b|br|del|em|i|ins|kbd|mark|p|s|small|span|strike|strong|sub|sup|u)(?:\s[^<>\n]{0,500})?\/?>/gi;
const block = /^\s{0,3}(?:#{1,6}\s+|(?:>\s?)+|[-*+]\s+)/;

const markup = /[\\`*_[<&~]|^\s{0,3}[#>+-]/;

/** One line or paragraph. */
export function markdownText(raw: string): string {
  if (!markup.test(raw)) return raw.trim();
  // Hours of talk in one line are read in parts: each mark costs a hundred times its length.
  const plain = new Pieces();
  for (const part of partsOf(raw.replace(block, ''))) plain.add(withoutMarkup(part));
  return plain.take().trim();
}

function withoutMarkup(raw: string): string {
  const plain = raw
    .replace(slips, (_, time: string) => hide(`[${time}]`))
    .replace(code, (_, _ticks: string, inside: string) => hide(inside))
    .replace(escaped, (_, character: string) => hide(character))
    .replace(slipped, '')
    .replace(image, '$1')
    .replace(link, '$1')
    .replace(autolink, '$1')
    .replace(stars, '$2')
    .replace(stars, '$2')
    .replace(underscores, '$2')
    .replace(strikes, '$1')
    .replace(tags, '');
  return show(plain.includes('&') ? decodeHTMLStrict(plain) : plain);
}
