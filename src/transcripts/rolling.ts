// Rolling captions, as machines make them of live talk: each shows what stood before again with its own, and nobody said it twice.

import type { Captions } from './caption-list.ts';
import { captionText } from './caption-text.ts';

/** So many captions of a file repeat what stood before only where captions roll; people repeat themselves less. */
const leastShare = 0.3;
/** Captions have few lines. */
const mostLines = 8;

/** The captions without what they repeat; as they are where the file does not roll. */
export function withoutRepeats(captions: Captions): Captions {
  return roll(captions) ? withOwnText(captions, [...ownTexts(captions)]) : captions;
}

function roll(captions: Captions): boolean {
  if (captions.length < 4) return false;
  let repeats = 0;
  let earlier: readonly Shown[] = [];
  for (const { text } of captions) {
    const lines = shownLines(text);
    const before = earlier.at(-1)?.text;
    // Who says the same words once more has said them twice: captions that roll bring something new.
    if (before !== undefined && goesOn(lines[0]?.text ?? '', before) && !areAlike(earlier, lines)) repeats++;
    earlier = lines;
  }
  return repeats >= captions.length * leastShare;
}

function* ownTexts(captions: Captions): Generator<string> {
  let earlier: readonly Shown[] = [];
  for (const { text } of captions) {
    const lines = shownLines(text);
    yield newLines(earlier, lines).join('\n');
    earlier = lines;
  }
}

function withOwnText(captions: Captions, texts: readonly string[]): Captions {
  return {
    length: captions.length,
    *[Symbol.iterator]() {
      let index = 0;
      for (const caption of captions) yield { ...caption, text: texts[index++] ?? '' };
    },
  };
}

interface Shown {
  readonly written: string;
  readonly text: string;
}

function shownLines(caption: string): Shown[] {
  return caption
    .split('\n')
    .map((written) => ({ written, text: captionText(written) }))
    .filter(({ text }) => text !== '');
}

function areAlike(earlier: readonly Shown[], later: readonly Shown[]): boolean {
  return earlier.length === later.length && later.every(({ text }, index) => text === earlier[index]?.text);
}

/** The same line once more, or grown by some words: "the kettle", "the kettle is on". */
function goesOn(line: string, before: string): boolean {
  return line.startsWith(before) && (line.length === before.length || line.charAt(before.length) === ' ');
}

/** The later lines without those at their beginning that stand at the end of the earlier ones. */
function newLines(earlier: readonly Shown[], later: readonly Shown[]): string[] {
  for (let count = Math.min(earlier.length, later.length, mostLines); count > 0; count--) {
    const end = earlier.slice(-count).map(({ text }) => text);
    const last = end.pop() ?? '';
    const grown = later[count - 1]?.text ?? '';
    if (!goesOn(grown, last) || !end.every((text, index) => text === later[index]?.text)) continue;
    const rest = later.slice(count).map(({ written }) => written);
    return grown.length === last.length ? rest : [grown.slice(last.length + 1), ...rest];
  }
  return later.map(({ written }) => written);
}
