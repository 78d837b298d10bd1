// ">>" says in captions that somebody else speaks (https://www.fcc.gov/consumers/guides/closed-captioning-television).
import { known } from '../text/known.ts';
import type { Cue } from './transcript.ts';

/** Two or three, at the beginning or behind a space, before words. */
export const arrow = /(?:^|(?<=\s))>{2,3}(?!\S*>)\s*/;
const arrows = new RegExp(arrow.source, 'g');
/** Where talk may change: behind a sentence or a sound mark. */
const sentenceEnd = /[.!?…\])"”’♪–—-]\s*$/u;

export function hasArrow(text: string): boolean {
  return text.includes('>>');
}

/** Who speaks behind a mark is not known, unless the cue says it. Within a sentence ">>" is what was talked about. */
export function* voiceChanges(cue: Cue): Generator<Cue> {
  const { text, startSeconds, endSeconds, glued, ...rest } = cue;
  let from = 0;
  let changed: Pick<Cue, 'speaker' | 'paragraph'> | undefined;
  const part = (to: number): Cue => {
    const said = text.slice(from, to);
    const isFirst = withoutArrows(text.slice(0, from)) === '';
    const isLast = withoutArrows(text.slice(to)) === '';
    return {
      ...rest,
      text: said,
      ...(changed ?? known({ glued })),
      ...(said.trim() === '' ? {} : known({ startSeconds: isFirst ? startSeconds : undefined })),
      ...(said.trim() === '' ? {} : known({ endSeconds: isLast ? endSeconds : undefined })),
    };
  };
  for (const match of text.matchAll(arrows)) {
    const before = text.slice(from, match.index);
    const isEmpty = before.trim() === '';
    if (!isEmpty && !sentenceEnd.test(before)) continue;
    if (!isEmpty) yield part(match.index);
    const isTheirs = isEmpty && changed === undefined && typeof rest.speaker === 'string';
    changed = isTheirs ? { paragraph: true } : { speaker: null, paragraph: true };
    from = match.index + match[0].length;
  }
  yield part(text.length);
}

function withoutArrows(text: string): string {
  return text.replace(arrows, '').trim();
}
