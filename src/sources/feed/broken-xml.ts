// Finds where XML is broken, for people who mend it: the first element that is never closed, and its line.

import { Parser } from 'htmlparser2';

export interface BrokenXml {
  /** From 1, within the text. */
  readonly line: number;
  /** `<title> is never closed` */
  readonly what: string;
}

/** Deeper than any feed; each level costs the parser as much as there are levels. */
const deepest = 200;
const longest = 2_000_000;

/** `undefined` where nothing is seen that could be told. */
export function findBroken(xml: string): BrokenXml | undefined {
  const text = xml.slice(0, longest);
  const open: { name: string; at: number }[] = [];
  let found: { at: number; what: string } | undefined;
  const tell = (at: number, what: string) => {
    found ??= { at, what };
    parser.pause();
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        open.push({ name, at: parser.startIndex });
        if (open.length > deepest) tell(parser.startIndex, `its elements are nested more than ${deepest} deep`);
      },
      onclosetag(name, isImplied) {
        const element = open.pop();
        const isEmpty = text.charAt(parser.endIndex - 1) === '/';
        if (isImplied && !isEmpty && element) tell(element.at, `<${name.slice(0, 40)}> is never closed`);
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(text);
  if (found === undefined) parser.end();
  return found && { line: text.slice(0, found.at).split('\n').length, what: found.what };
}
