// Cuts a feed into its head and its items, so that a broken item costs only itself and each is known by its line.

export interface FeedPieces {
  readonly kind: 'rss' | 'rdf' | 'atom';
  /** The outermost element's name as written: `rss`, `rdf:RDF`, `atom:feed`. */
  readonly root: string;
  /** What stands in its tag behind the name, and in the channel's. */
  readonly rootAttributes: string;
  readonly channelAttributes: string;
  /** What stands in the outermost element before its items and behind them. */
  readonly head: string;
  readonly items: readonly Piece[];
}

export interface Piece {
  readonly xml: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

const rootName = /<((?:[\w.-]+:)?(?:rss|rdf|feed))(?=[\s>])/i;
const channelName = /<channel(?=[\s>])/i;
/** From behind a tag's name to its end. */
const attributes = /((?:[^>"']|"[^"]*"|'[^']*')*)>/y;

/**
 * `undefined` where the text is no RSS, RDF or Atom. Whatever stands before the outermost element is left out, so that a
 * DOCTYPE and its entities mean nothing.
 */
export function cutFeed(xml: string): FeedPieces | undefined {
  const match = rootName.exec(xml.slice(0, 100_000));
  if (match === null || /<(html|body)[\s>]/i.test(xml.slice(0, match.index))) return undefined;
  const [tag, root = ''] = match;
  const kind = /rss$/i.test(root) ? 'rss' : /rdf$/i.test(root) ? 'rdf' : 'atom';

  const rootAttributes = attributesAt(xml, match.index + tag.length);
  if (rootAttributes === undefined) return undefined;
  const start = match.index + tag.length + rootAttributes.length + 1;
  const end = endOf(xml, root, start);
  const runs = itemsWithin(xml, start, end, kind === 'atom' ? root.replace(/feed$/i, 'entry') : 'item');
  const items: Piece[] = [];
  let at = start;
  let line = 1 + newlines(xml.slice(0, start));
  for (const [from, to] of runs) {
    const item = xml.slice(from, to);
    line += newlines(xml.slice(at, from));
    items.push({ xml: item, line });
    line += newlines(item);
    at = to;
  }
  // What stands between items may have fallen out of one: it is nobody's.
  const head = xml.slice(start, runs[0]?.[0] ?? end) + (runs.length > 0 ? xml.slice(at, end) : '');
  const channel = channelName.exec(head);
  const channelAttributes = (channel && attributesAt(head, channel.index + channel[0].length)) ?? '';
  return { kind, root, rootAttributes, channelAttributes, head, items };
}

function attributesAt(xml: string, at: number): string | undefined {
  attributes.lastIndex = at;
  const found = attributes.exec(xml)?.[1];
  // They are read again with every batch of items, and nobody needs as many.
  return found === undefined || found.length > 20_000 ? undefined : found;
}

function endOf(xml: string, root: string, start: number): number {
  const end = xml.lastIndexOf(`</${root}`);
  return end < start ? xml.length : end;
}

type Run = readonly [from: number, to: number];

/** An item that is not closed ends where the next one begins, or its channel. */
function itemsWithin(xml: string, start: number, end: number, name: string): Run[] {
  const marks = new RegExp(`<!--|<!\\[CDATA\\[|<(/?)${name}(?=[\\s/>])[^<>]*>?`, 'gi');
  const firstMark = new RegExp(`<(/?)${name}[\\s/>]`, 'i');
  const nextItem = new RegExp(`</${name}\\s*>\\s*<${name}[\\s>]`, 'i');
  /** From one item into the next: not closed either, as it would give the one the words of the other. */
  const reachesOver = (text: string): boolean => {
    // Whole items may well stand in a comment.
    const isWithin = open !== undefined || firstMark.exec(text)?.[1] === '/';
    return isWithin && nextItem.test(text);
  };

  const runs: Run[] = [];
  let open: number | undefined;
  /** Up to where it is known that none of them is closed. */
  const unclosed = { '-->': 0, ']]>': 0 };
  /** Behind a comment or CDATA section; where it is never closed, its opening counts as text. */
  const behind = (closing: '-->' | ']]>', from: number): number => {
    if (from < unclosed[closing]) return from;
    const to = xml.indexOf(closing, from);
    const isWhole = to !== -1 && to < end && !reachesOver(xml.slice(from, to));
    if (!isWhole) unclosed[closing] = to === -1 ? end : to;
    return isWhole ? to + closing.length : from;
  };

  marks.lastIndex = start;
  for (let mark = marks.exec(xml); mark !== null && mark.index < end; mark = marks.exec(xml)) {
    const after = mark.index + mark[0].length;
    if (mark[1] === undefined) {
      marks.lastIndex = behind(mark[0] === '<!--' ? '-->' : ']]>', after);
      continue;
    }
    if (mark[1] === '/') {
      // One that closes nothing was the end of the item before, which has been closed too early.
      const from = open ?? runs.pop()?.[0];
      if (from !== undefined) runs.push([from, after]);
      open = undefined;
    } else {
      if (open !== undefined) runs.push([open, mark.index]);
      open = mark.index;
      if (mark[0].endsWith('/>')) {
        runs.push([open, after]);
        open = undefined;
      }
    }
  }
  if (open !== undefined) {
    const channelEnd = xml.indexOf('</channel', open);
    runs.push([open, channelEnd === -1 || channelEnd > end ? end : channelEnd]);
  }
  return runs;
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
