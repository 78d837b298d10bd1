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

/**
 * Broken markup is read as far as it goes. `truncated`: an element was never closed.
 *
 * @throws VerbatimError `malformed` where elements are nested too deep to be a page's.
 */
export function walkMarkup(
  text: string,
  visitor: MarkupVisitor,
  kind: 'html' | 'xml',
): { readonly truncated: boolean } {
  let ending = false;
  let truncated = false;
  let depth = 0;
  const parser = new Parser(
    {
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
  parser.write(text);
  ending = true;
  parser.end();
  return { truncated };
}

/** How many lines a text has: where a file that breaks off breaks off. */
export function lastLine(text: string): number {
  return text.trimEnd().split('\n').length;
}
