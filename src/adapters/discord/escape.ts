// Makes text inert in Discord's Markdown: it shows letter by letter as it is and can neither format, link nor mention.
// A backslash before punctuation shows the punctuation alone, so people see exactly the words that were given.
// https://docs.discord.com/developers/reference#message-formatting

import { stripVTControlCharacters } from 'node:util';

/** Emphasis, code, spoilers, masked links, and all that stands in angle brackets: mentions, emoji, timestamps, commands. */
const anywhere = /[\\*_~`|<[\]@]/g;

/** Headings, small print, quotes and lists, which begin a line. */
const lineStart = /^([ \t]*)(?:(-#|[#>+-])|(\d+)(?=[.)]\s))/gm;

/** Addresses that Discord links or previews by themselves, and `:name:`, which shows as an emoji. */
const address = /(?<=\w):(?=\/\/)|:(?=\S*:)/g;
const invite = /(discord(?:app)?\.(?:gg|com|gift|new))\//gi;

/** Whatever breaks a line breaks it in the same way. */
const lineBreak = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Characters that nobody sees and Discord may refuse; a lone surrogate is no character at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
const loneSurrogate = /\p{Surrogate}/gu;

/** Text that has no Markdown in it where it is shown: a button's label, a choice. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replace(lineBreak, '\n').replace(unseen, '').replace(loneSurrogate, '\ufffd');
}

/** On one line, for where a line break would end what it stands in. */
export function plainLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

export function escapeMarkdown(text: string): string {
  const inert = plain(text)
    .replace(anywhere, '\\$&')
    .replace(address, '\\:')
    .replace(invite, '$1\\/')
    .replace(lineStart, (_, indent: string, mark: string | undefined, digits: string | undefined) =>
      mark === undefined ? `${indent}${digits}\\` : `${indent}\\${mark}`,
    );
  return closeDirections(inert);
}

/**
 * Ends what bidirectional controls in the text have begun, so that they turn nothing around that stands after it on the
 * same line. https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings
 */
function closeDirections(text: string): string {
  if (!/[\u202a-\u202e\u2066-\u2069]/.test(text)) return text;
  return text
    .split('\n')
    .map((line) => {
      const open: string[] = [];
      for (const character of line) {
        if (/[\u202a\u202b\u202d\u202e]/.test(character)) open.push('\u202c');
        else if (/[\u2066-\u2068]/.test(character)) open.push('\u2069');
        else if (character === open.at(-1)) open.pop();
      }
      return line + open.reverse().join('');
    })
    .join('\n');
}

/**
 * A link that Discord takes: web addresses only, nothing in them but what RFC 3986 allows, and nothing that would end a
 * masked link around them; `undefined` for any other and for what is too long.
 */
export function webAddress(url: string, longest: number): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, origin, pathname, search, hash } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const address = origin + encode(pathname + search) + (hash === '' ? '' : `#${encode(hash.slice(1))}`);
  return address.length > longest ? undefined : address;
}

function encode(part: string): string {
  const code = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return part.replace(/%(?![0-9a-f]{2})|[^\w\-.~!$&'+,;=:@/?%]/gi, code);
}
