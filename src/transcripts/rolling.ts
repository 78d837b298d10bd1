// Rolling captions, as machines make them of live talk: each shows what stood before again with its own, and nobody said it twice.
import { captionText } from './caption-text.ts';
import type { Caption } from './captions.ts';

/** So many captions of a file repeat what stood before only where captions roll; people repeat themselves less. */
const leastShare = 0.3;
/** Captions have few lines. */
const mostLines = 8;

/** The captions without what they repeat; as they are where the file does not roll. */
export function withoutRepeats(captions: readonly Caption[]): readonly Caption[] {
  if (captions.length < 4) return captions;
  let repeats = 0;
  let before: string | undefined;
  for (const { text } of captions) {
    const lines = shownLines(text);
    if (before !== undefined && goesOn(lines[0]?.text ?? '', before)) repeats++;
    before = lines.at(-1)?.text;
  }
  if (repeats < captions.length * leastShare) return captions;
  let earlier: readonly Shown[] = [];
  return captions.map((caption) => {
    const lines = shownLines(caption.text);
    const own = newLines(earlier, lines);
    earlier = lines;
    return { ...caption, text: own.join('\n') };
  });
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
