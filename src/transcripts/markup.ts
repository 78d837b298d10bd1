// Walks through HTML or XML as a stream, so that no document tree is ever built.
import { Parser } from 'htmlparser2';
import { VerbatimError } from '../errors.ts';

export interface MarkupVisitor {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Entities are read; may come in several parts. */
  text?(text: string): void;
  close?(name: string): void;
}

/** No page nests deeper; and each level costs the parser as much as there are levels. */
const deepest = 500;

/** An element of a transcript has a handful. */
const mostAttributes = 1000;

/**
 * What is found in one part stands in memory together. Where that is much, V8 may take all of its kind for long-lived, and what
 * it makes from then on stays until the whole heap is collected: six times the file, in one run of seven.
 */
const partLength = 4096;

/**
 * Broken markup is read as far as it goes. `truncated`: an element was never closed.
 *
 * @throws VerbatimError `malformed` where elements are nested too deep to be a page's, or have too many attributes.
 */
export function walkMarkup(text: string, visitor: MarkupVisitor, kind: Kind): Walked {
  const walk = walkInParts(text, visitor, kind);
  for (let step = walk.next(); ; step = walk.next()) if (step.done) return step.value;
}

/** What a visitor finds, as it finds it, for what stands in a long file takes more room than the file. Throws as `walkMarkup` does. */
export function* foundIn<T>(text: string, visitorOf: VisitorOf<T>, kind: Kind): Generator<T, Walked> {
  let found: T[] = [];
  const walk = walkInParts(
    text,
    visitorOf((one) => found.push(one)),
    kind,
  );
  for (let step = walk.next(); ; step = walk.next()) {
    yield* found;
    found = [];
    if (step.done) return step.value;
  }
}

/** As `foundIn`. @throws VerbatimError `malformed` also where the XML breaks off. */
export function* foundInXml<T>(text: string, visitorOf: VisitorOf<T>): Generator<T> {
  const { truncated } = yield* foundIn(text, visitorOf, 'xml');
  if (truncated) throw new VerbatimError('malformed', 'The XML breaks off here.', { line: lastLine(text) });
}

/** Makes a visitor that tells what it finds. */
type VisitorOf<T> = (find: (found: T) => void) => MarkupVisitor;

interface Walked {
  readonly truncated: boolean;
}

type Kind = 'html' | 'xml';

function* walkInParts(text: string, visitor: MarkupVisitor, kind: Kind): Generator<void, Walked> {
  let ending = false;
  let truncated = false;
  let depth = 0;
  let attributeCount = 0;
  const parser = new Parser(
    {
      onopentagname: () => {
        attributeCount = 0;
      },
      onattribute() {
        if (++attributeCount > mostAttributes)
          throw new VerbatimError('malformed', 'An element has more attributes than any of a page.', { line: 1 });
      },
      onopentag(name, attributes) {
        if (++depth > deepest)
          throw new VerbatimError('malformed', 'Its elements are nested too deep to be a page.', { line: 1 });
        visitor.open?.(name, attributes);
      },
      ontext: (part) => visitor.text?.(part),
      onclosetag: (name, isImplied) => {
        depth--;
        truncated ||= ending && isImplied;
        visitor.close?.(name);
      },
    },
    { xmlMode: kind === 'xml', decodeEntities: true },
  );
  for (let from = 0; from < text.length; from += partLength) {
    parser.write(text.slice(from, from + partLength));
    yield;
  }
  ending = true;
  parser.end();
  return { truncated };
}

/** How many lines a text has: where a file that breaks off breaks off. */
function lastLine(text: string): number {
  return text.trimEnd().split('\n').length;
}
