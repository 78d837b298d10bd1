// Cuts a feed into its head and its items, so that a broken item costs only itself and each is known by its line.

export interface FeedPieces {
  readonly kind: 'rss' | 'rdf' | 'atom';
  /** The outermost element's name as written: `rss`, `rdf:RDF`, `atom:feed`. */
  readonly root: string;
  /** What stands in its tag behind the name, and in the channel's. */
  readonly rootAttributes: string;
  readonly channelAttributes: string;
  /** All that is within the outermost element, but its items. */
  readonly head: string;
  readonly items: readonly Piece[];
}

export interface Piece {
  readonly xml: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

const attributes = `((?:[^>"']|"[^"]*"|'[^']*')*)`;
const rootTag = new RegExp(`<((?:[\\w.-]+:)?(?:rss|rdf|feed))(?=[\\s>])${attributes}>`, 'i');
const channelTag = new RegExp(`<channel(?=[\\s>])${attributes}>`, 'i');

/**
 * `undefined` where the text is no RSS, RDF or Atom. Whatever stands before the outermost element is left out, so that a
 * DOCTYPE and its entities mean nothing.
 */
export function cutFeed(xml: string): FeedPieces | undefined {
  const match = rootTag.exec(xml.slice(0, 100_000));
  if (match === null || /<(html|body)[\s>]/i.test(xml.slice(0, match.index))) return undefined;
  const [tag, root = '', rootAttributes = ''] = match;
  const kind = /rss$/i.test(root) ? 'rss' : /rdf$/i.test(root) ? 'rdf' : 'atom';

  const start = match.index + tag.length;
  const end = endOf(xml, root, start);
  const runs = itemsWithin(xml, start, end, kind === 'atom' ? root.replace(/feed$/i, 'entry') : 'item');
  const kept: string[] = [];
  const items: Piece[] = [];
  let at = start;
  let line = 1 + newlines(xml, 0, start);
  for (const [from, to] of runs) {
    kept.push(xml.slice(at, from));
    line += newlines(xml, at, from);
    items.push({ xml: xml.slice(from, to), line });
    line += newlines(xml, from, to);
    at = to;
  }
  const head = [...kept, xml.slice(at, end)].join('');
  return { kind, root, rootAttributes, channelAttributes: channelTag.exec(head)?.[1] ?? '', head, items };
}

function endOf(xml: string, root: string, start: number): number {
  const end = xml.lastIndexOf(`</${root}`);
  return end < start ? xml.length : end;
}

type Run = readonly [from: number, to: number];

/** An item that is not closed ends where the next one begins, or its channel. */
function itemsWithin(xml: string, start: number, end: number, name: string): Run[] {
  const marks = new RegExp(`<!--|<!\\[CDATA\\[|<(/?)${name}(?=[\\s/>])`, 'gi');
  const nextItem = new RegExp(`</${name}\\s*>\\s*<${name}[\\s>]`, 'i');
  const endless = new Set<string>();
  /** Behind a comment or CDATA section; where it is never closed, its opening counts as text. */
  const behind = (opening: string, from: number): number => {
    const closing = opening === '<!--' ? '-->' : ']]>';
    const to = endless.has(closing) ? -1 : xml.indexOf(closing, from);
    if (to === -1) endless.add(closing);
    // What reaches over the end of an item is not closed either: it would give one item the words of another.
    const isWhole = to !== -1 && to < end && !(closing === ']]>' && nextItem.test(xml.slice(from, to)));
    return isWhole ? to + closing.length : from;
  };

  const runs: Run[] = [];
  let open: number | undefined;
  marks.lastIndex = start;
  for (let mark = marks.exec(xml); mark !== null && mark.index < end; mark = marks.exec(xml)) {
    const after = mark.index + mark[0].length;
    if (mark[1] === undefined) {
      marks.lastIndex = behind(mark[0], after);
      continue;
    }
    const tagEnd = xml.indexOf('>', after) + 1 || end;
    if (mark[1] === '/') {
      if (open !== undefined) runs.push([open, tagEnd]);
      open = undefined;
    } else {
      if (open !== undefined) runs.push([open, mark.index]);
      open = mark.index;
      if (xml.charAt(tagEnd - 2) === '/') {
        runs.push([open, tagEnd]);
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

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
