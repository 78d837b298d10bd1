// Web addresses as they may be told to people and written to logs: without what opens a private feed.

import { truncate } from './truncate.ts';

/** Long enough for any address that people type, short enough for a sentence. */
const mostShown = 160;
/** Fields of a query that say which of a site's feeds is meant; their values are shown unless they look like a token. */
const harmless = /^(id|show|podcast|feed|category|cat|series|channel|episode|season|format|lang)=[\w-]{1,32}$/i;
const uuid = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i;

/**
 * `https://ann:secret@feeds.example.org/private/9f2c81d04be7a365/feed.xml?token=abc#top` becomes
 * `https://feeds.example.org/private/9f2c…/feed.xml?token=…`: no name, no password, no fragment, hardly any
 * value of a query, and of a path's segment that looks drawn by lot its first four characters, by which an owner still
 * knows it. Two addresses may look alike when shown: it is for telling, not for telling apart.
 * Works for text that is no address as well, since people are told of those, too.
 */
export function shownAddress(url: string): string {
  if (!URL.canParse(url)) return shownText(url);
  const { protocol, host, pathname, search } = new URL(url);
  // `data:`, `javascript:` and the like have no host, and anything may follow.
  if (host === '') return `${protocol}…`;
  const path = pathname.split('/').map(shownSegment).join('/');
  return truncate(`${protocol}//${host}${path === '/' ? '' : path}${shownQuery(search)}`, mostShown);
}

/** Not an address: what could be one is treated as one as far as that goes. */
function shownText(text: string): string {
  const [beforeQuery = ''] = text.trim().split(/[?#]/, 1);
  const withoutNames = beforeQuery.replace(/^(\w[\w+.-]*:(?=\/\/))?(\/\/)?.*@/s, '$1$2');
  return truncate(
    withoutNames
      .replace(/\p{Cc}+/gu, ' ')
      .split('/')
      .map(shownSegment)
      .join('/'),
    mostShown,
  );
}

function shownQuery(search: string): string {
  if (search === '') return '';
  return `?${search.slice(1).split('&').map(shownField).join('&')}`;
}

function shownField(field: string): string {
  const [, name = ''] = /^([^=]*)=/.exec(field) ?? [];
  if (harmless.test(field) && !looksDrawnByLot(field.slice(name.length + 1))) return field;
  return name === '' ? '…' : `${name}=…`;
}

function shownSegment(segment: string): string {
  const [, stem = segment, ending = ''] = /^(.*?)(\.[a-z]{2,5}\d?)?$/is.exec(segment) ?? [];
  const characters = decoded(stem);
  return looksDrawnByLot(characters)
    ? `${encodeURIComponent(characters.slice(0, 4).toWellFormed())}…${ending}`
    : segment;
}

/** Percent signs are no sign of chance; what is not well encoded is judged as it stands. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * Many private feeds have their token in the path. A token changes between digits, capitals and small letters far more
 * often than words, dates and episode numbers do. A public id may be taken for one; that only shortens what is shown.
 */
function looksDrawnByLot(segment: string): boolean {
  const pieces = segment.split(/[^\p{L}\p{N}]+/u);
  return (
    uuid.test(segment) ||
    pieces.some((piece) => /^(\d{16,}|\w{40,})$/.test(piece)) ||
    pieces.some((piece) => shareOfChanges([piece]) >= leastShareOfToken(piece.length)) ||
    // URL-safe base64 has "-" and "_" among its digits, which leaves short pieces.
    (segment.length >= 20 && shareOfChanges(pieces) >= 0.25)
  );
}

/** The longer a word is, the fewer changes speak against it: `s02e05` and `mp3` are no tokens, `k3j9x2m8` is one. */
function leastShareOfToken(length: number): number {
  if (length < 8) return Number.POSITIVE_INFINITY;
  if (length < 10) return 0.5;
  return length < 17 ? 0.2 : 0.12;
}

/** How many pairs of neighbours are of two kinds, where no word begins (`Word`, `oneWord`). */
function shareOfChanges(pieces: readonly string[]): number {
  const kinds = pieces.map((piece) =>
    piece
      .replace(/\p{Lu}(?=\p{Ll}{2})/gu, 'a')
      .replace(/\p{Lu}/gu, 'A')
      .replace(/\p{N}/gu, '0')
      .replace(/[^A0]/gu, 'a'),
  );
  const changes = kinds.join(' ').match(/a(?=[A0])|A(?=[a0])|0(?=[aA])/g)?.length ?? 0;
  const pairs = kinds.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0);
  return changes / Math.max(1, pairs);
}
