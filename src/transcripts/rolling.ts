// Rolling captions, as YouTube makes them by machine: each shows the line before again above its own, and nobody said it twice.
import { captionText } from './caption-text.ts';
import type { Caption } from './captions.ts';

/** So many captions of a file repeat what stood before only where captions roll; people repeat themselves less. */
const leastShare = 0.3;

/** The captions without the lines they repeat; as they are where the file does not roll. */
export function withoutRepeats(captions: readonly Caption[]): readonly Caption[] {
  if (captions.length < 4) return captions;
  let repeats = 0;
  let before = '';
  for (const { lines } of captions) {
    const texts = lines.length > 8 ? lines : linesOf(lines);
    if (texts[0] === before && before !== '') repeats++;
    before = texts.at(-1) ?? '';
  }
  if (repeats < captions.length * leastShare) return captions;
  return captions.map((caption, index) => {
    const lines = caption.lines.filter((line) => captionText(line) !== '');
    const repeated = overlap(linesOf(captions[index - 1]?.lines ?? []), linesOf(lines));
    return { ...caption, lines: lines.slice(repeated) };
  });
}

function linesOf(lines: readonly string[]): string[] {
  return lines.map(captionText).filter((line) => line !== '');
}

/** How many of the later lines stand at the end of the earlier ones. Captions have few lines. */
function overlap(earlier: readonly string[], later: readonly string[]): number {
  for (let count = Math.min(earlier.length, later.length, 8); count > 0; count--) {
    const end = earlier.slice(-count);
    if (end.every((line, index) => line === later[index])) return count;
  }
  return 0;
}
