// Lists of feeds as other podcast programs write and read them (OPML, https://opml.org/spec2.opml): reading and writing.

import { generateOpml, type Opml, parseOpml } from 'feedsmith';
import { VerbatimError } from '../errors.ts';
import { shownAddress } from '../text/address.ts';
import { known } from '../text/known.ts';
import { findBroken } from './feed/broken-xml.ts';
import { decodeFeed } from './feed/encoding.ts';
import { bareAddress } from './feed/identity.ts';
import { plainLine } from './feed/plain-text.ts';

export interface OpmlFeed {
  readonly address: string;
  readonly title?: string;
}

export interface ReadOpml {
  /** In their order, each address once, whatever groups they stand in. */
  readonly feeds: readonly OpmlFeed[];
  /** Entries that are no feed's; they cost nothing but themselves. */
  readonly problems: readonly VerbatimError[];
}

/** @param file the file's name as the user gave it. @throws VerbatimError `malformed`, `unreadable` or `unknown-format`. */
export function readOpml(bytes: Uint8Array, file: string): ReadOpml {
  const text = decodeFeed(bytes, undefined, file);
  const feeds = new Map<string, OpmlFeed>();
  const problems: VerbatimError[] = [];
  for (const { title, text: name, xmlUrl, url, type, outlines } of outlinesIn(text, file)) {
    const written = xmlUrl ?? (/^rss$/i.test(type ?? '') ? url : undefined);
    const label = plainLine(title ?? name);
    if (written === undefined) {
      if (/^rss$/i.test(type ?? '') && outlines === undefined) problems.push(problem(file, label, 'has no address'));
      continue;
    }
    const address = addressOf(written);
    if (address === undefined)
      problems.push(problem(file, label, `has no address of the web (${shownAddress(written)})`));
    else if (!feeds.has(bareAddress(address))) feeds.set(bareAddress(address), { address, ...known({ title: label }) });
  }
  return { feeds: [...feeds.values()], problems };
}

/** @param createdAt when it was written. The addresses are written as they are: leave secrets out before. */
export function writeOpml(feeds: readonly OpmlFeed[], createdAt: Date): string {
  const outlines = feeds.map(({ address, title }) => {
    const text = plainLine(title) ?? new URL(address).hostname;
    return { text, title: text, type: 'rss', xmlUrl: address };
  });
  // The format has no list without an entry.
  const body = { outlines: outlines.length > 0 ? outlines : [{ text: 'No feeds', isComment: true }] };
  return `${generateOpml({ head: { title: 'Podcasts', dateCreated: createdAt }, body })}\n`;
}

type Outline = Opml.Outline<string>;

/** All of them, those within groups as well, in the order in which they are written. */
function outlinesIn(text: string, file: string): Outline[] {
  // What stands before it, a DOCTYPE among it, is nothing to us.
  const start = text.search(/<opml[\s>]/i);
  if (start === -1) {
    const mend = 'Export one from your podcast program.';
    throw new VerbatimError('unknown-format', `${file} is no list of feeds (OPML). ${mend}`, { file });
  }
  try {
    return flat(parseOpml(text.slice(start)).body?.outlines ?? []);
  } catch (cause) {
    const found = findBroken(text);
    const where = found === undefined ? file : `${file}:${found.line}`;
    const what = found?.what ?? 'it cannot be read';
    throw new VerbatimError('malformed', `${where} is broken XML: ${what}. Export it again.`, {
      file,
      cause,
      ...known({ line: found?.line }),
    });
  }
}

function flat(outlines: readonly Outline[]): Outline[] {
  return outlines.flatMap((outline) => [outline, ...flat(outline.outlines ?? [])]);
}

/** `feed:`, `itpc:` and `pcast:` told old programs which one to open: http lies behind all of them. */
function addressOf(written: string): string | undefined {
  const address = written
    .replace(/^(?:feed|itpc|pcast|podcast):(?:\/\/)?(?=https?:)/i, '')
    .replace(/^(?:feed|itpc|pcast|podcast):/i, 'http:');
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).href : undefined;
}

function problem(file: string, label: string | undefined, told: string): VerbatimError {
  const entry = label === undefined ? 'an entry' : `"${label}"`;
  return new VerbatimError('malformed', `${file}: ${entry} ${told}. It was left out.`, { file });
}
