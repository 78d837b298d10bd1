// Lays cues out on one long tape: what one speaker says until another does, and every known time at its place.
import { timeMarks } from './time-marks.ts';
import type { Cue } from './transcript.ts';

/** A known time at a place of the tape, counted in characters from its start. */
export interface Anchor {
  readonly at: number;
  readonly seconds: number;
  /** `start`: the words at this place begin then. `end`: the words before it end then. */
  readonly kind: 'start' | 'end';
  /** Typed into the words by a person, where slips happen; else the file's own timing. */
  readonly typed: boolean;
}

/** What one speaker says until another does. White space is single spaces; pure time marks are gone. */
export interface Passage {
  /** `undefined`: nobody was named yet; `null`: nobody in particular. */
  readonly speaker: string | null | undefined;
  readonly text: string;
  /** The place on the tape of the text's first character. */
  readonly at: number;
  /** Where paragraphs start within the text; the first is 0. */
  readonly paragraphs: readonly number[];
}

export interface Tape {
  readonly passages: readonly Passage[];
  /** By place. */
  readonly anchors: readonly Anchor[];
}

/** After so long a silence something else begins. */
const longPauseSeconds = 8;

/** Speakers are carried forward; cues without words leave nothing but their times. */
export function layOut(cues: readonly Cue[]): Tape {
  const passages: Passage[] = [];
  const anchors: Anchor[] = [];
  /** Times that belong to the next words. */
  const waiting: { seconds: number; typed: boolean }[] = [];
  let speaker: string | null | undefined;
  let pieces: string[] = [];
  let paragraphs: number[] = [0];
  let passageAt = 0;
  let length = 0;
  let lastCharacter = '';
  /** When the last words ended, or had to have ended by how long they are. */
  let silentSince: number | undefined;
  let paragraphDue = false;

  const finish = (): void => {
    if (length > 0) {
      passages.push({ speaker, text: pieces.join(''), at: passageAt, paragraphs });
      passageAt += length + 1;
    }
    pieces = [];
    paragraphs = [0];
    length = 0;
    lastCharacter = '';
    paragraphDue = false;
  };

  for (const cue of cues) {
    if (cue.speaker !== undefined && cue.speaker !== speaker) {
      finish();
      speaker = cue.speaker;
    }
    paragraphDue ||= cue.paragraph === true;
    const start = known(cue.startSeconds);
    const end = known(cue.endSeconds);
    const { text, marks } = withoutTimeMarks(cue.text);
    if (text === '') {
      // A pause: the words before it end where it starts, the words after it start where it ends.
      if (start !== undefined) anchors.push({ at: passageAt + length, seconds: start, kind: 'end', typed: true });
      if (end !== undefined) waiting.push({ seconds: end, typed: true });
      for (const mark of marks) waiting.push({ seconds: mark.seconds, typed: true });
      continue;
    }
    if (start !== undefined && start - (silentSince ?? start) >= longPauseSeconds) paragraphDue = true;
    if (length > 0) {
      const glued = cue.glued ?? !needsSpace(lastCharacter, text);
      const gap = paragraphDue || !glued ? ' ' : '';
      pieces.push(gap);
      length += gap.length;
      if (paragraphDue) paragraphs.push(length);
    }
    paragraphDue = false;
    const at = passageAt + length;
    const due = waiting.length > 0 ? waiting.splice(0) : [];
    if (start !== undefined) anchors.push({ at, seconds: start, kind: 'start', typed: false });
    else for (const { seconds, typed } of due) anchors.push({ at, seconds, kind: 'start', typed });
    for (const mark of marks) {
      if (mark.at === text.length) waiting.push({ seconds: mark.seconds, typed: true });
      else anchors.push({ at: at + mark.at, seconds: mark.seconds, kind: 'start', typed: true });
    }
    pieces.push(text);
    length += text.length;
    lastCharacter = text.slice(-1);
    const until = end ?? (isWordless(text) ? endAt(anchors, at) : undefined);
    if (until !== undefined && until >= (start ?? 0)) {
      anchors.push({ at: passageAt + length, seconds: until, kind: 'end', typed: false });
    }
    silentSince = start === undefined && end === undefined ? undefined : (end ?? (start ?? 0) + text.length / 8);
  }
  finish();
  return { passages, anchors };
}

function isWordless(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/** Where punctuation comes as a cue of its own, the word before it has ended at its own time. */
function endAt(anchors: readonly Anchor[], at: number): number | undefined {
  const last = anchors.at(-1);
  return last?.kind === 'end' && last.at === at ? last.seconds : undefined;
}

/** A time that can be one. */
function known(seconds: number | undefined): number | undefined {
  return seconds !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** Punctuation, contractions and second halves of hyphenated words come as cues of their own from word-by-word transcripts. */
const clinging = /^(?:[,.;:!?…)\]}%»”]+(?:\s|$)|['’](?:s|t|re|ve|ll|d|m)\b|-\p{L})/u;
const opening = /[([{«“„¿¡]$/u;
/** Scripts that put no spaces between words. */
const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}、。，！？「」『』]$/u;

function needsSpace(before: string, after: string): boolean {
  if (clinging.test(after) || opening.test(before)) return false;
  return !(unspaced.test(before) && unspaced.test(after.charAt(0)));
}

interface PlacedMark {
  /** Within the text without marks. */
  readonly at: number;
  readonly seconds: number;
}

const afterMark = /[\s.,;:!?…"”’)–—-]*/y;

/** White space becomes single spaces; pure marks go, others stay, and each keeps its place. */
function withoutTimeMarks(raw: string): { text: string; marks: PlacedMark[] } {
  const tidy = raw.replace(/\s+/g, ' ').trim();
  const found = timeMarks(tidy);
  if (found.length === 0) return { text: tidy, marks: [] };
  const marks: PlacedMark[] = [];
  let text = '';
  let from = 0;
  for (const mark of found) {
    text += tidy.slice(from, mark.from);
    marks.push({ at: text.length, seconds: mark.seconds });
    if (mark.pure) {
      const spaceBefore = text === '' || text.endsWith(' ');
      from = spaceBefore && tidy.charAt(mark.to) === ' ' ? mark.to + 1 : mark.to;
    } else {
      // What comes right after the mark begins at its time as well; what another cue says after it may not.
      afterMark.lastIndex = mark.to;
      afterMark.test(tidy);
      const next = afterMark.lastIndex;
      if (next < tidy.length) marks.push({ at: text.length + next - mark.from, seconds: mark.seconds });
      from = mark.from;
    }
  }
  text = (text + tidy.slice(from)).trimEnd();
  return { text, marks: marks.map(({ at, seconds }) => ({ at: Math.min(at, text.length), seconds })) };
}
