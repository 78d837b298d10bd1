// Lays cues out on one long tape: what one speaker says until another does, and every known time at its place.
import { VerbatimError } from '../errors.ts';
import type { Sliceable } from '../text/sliceable.ts';
import { Anchors } from './anchors.ts';
import { Blocks } from './blocks.ts';
import { legible } from './legible.ts';
import { needsSpace } from './spacing.ts';
import { type MarkedText, withoutTimeMarks } from './time-marks.ts';
import type { Cue } from './transcript.ts';

/** What one speaker says until another does. White space is single spaces; pure time marks are gone. */
export interface Passage {
  /** `undefined`: nobody was named yet; `null`: nobody in particular. */
  readonly speaker: string | null | undefined;
  readonly text: Sliceable;
  /** The place on the tape of the text's first character. */
  readonly at: number;
  /** Where paragraphs start within the text; the first is 0. */
  readonly paragraphs: readonly number[];
}

export interface Tape {
  readonly passages: readonly Passage[];
  readonly anchors: Anchors;
}

/** After so long a silence something else begins. */
const longPauseSeconds = 8;
/** For words whose end is not written: when they must have ended at the latest. */
const slowCharactersASecond = 8;

/** In characters: what is joined at a time. */
const blockLength = 8192;

/** Most passages are one paragraph. */
const one: readonly number[] = [0];

/** A day of talk falls into some 30,000. Each costs some hundred bytes, however short it is. */
const mostParts = 100_000;
const tooManyParts = `It falls into more than ${mostParts.toLocaleString('en')} paragraphs: no talk does.`;

/** Some of the tape's words from a place on, wherever that is. */
export function excerpt({ passages }: Tape, from: number, length: number): string {
  let words = '';
  for (const { text, at } of passages) {
    if (words.length >= length) break;
    if (at + text.length > from) words += `${text.slice(Math.max(0, from - at), from - at + length)} `;
  }
  return words;
}

/** Speakers are carried forward; cues without words leave nothing but their times. */
export function layOut(cues: Iterable<Cue>): Tape {
  const recorder = new Recorder();
  for (const cue of cues) recorder.record(cue);
  return recorder.stop();
}

class Recorder {
  readonly #passages: Passage[] = [];
  #parts = 0;
  readonly #anchors = new Anchors();
  /** Typed times that belong to the next words. */
  #waiting: number[] = [];
  /** As the cues write it. */
  #named: string | null | undefined;
  #speaker: string | null | undefined;
  /** Of the passage that is being recorded: its place on the tape, its text so far where that is long, its paragraphs. */
  #at = 0;
  #blocks: Blocks | undefined;
  /** What goes behind the blocks: joined many at a time, for a word costs more room as a piece of its own. */
  #pieces: string[] = [];
  #lastPiece = '';
  #length = 0;
  #paragraphs: number[] = [0];
  #paragraphDue = false;
  #silentSince: number | undefined;

  record(cue: Cue): void {
    if (cue.speaker !== undefined && cue.speaker !== this.#named) {
      this.#finishPassage();
      this.#named = cue.speaker;
      this.#speaker = cue.speaker === null ? null : legible(cue.speaker) || null;
    }
    this.#paragraphDue ||= cue.paragraph === true;
    const start = possible(cue.startSeconds);
    const end = possible(cue.endSeconds);
    const said = withoutTimeMarks(cue.text);
    if (said.text === '') this.#pause(said, start, end);
    else this.#say(said, start, end, cue.glued);
  }

  stop(): Tape {
    this.#finishPassage();
    return { passages: this.#passages, anchors: this.#anchors };
  }

  /** The place behind all that was recorded. */
  get #here(): number {
    return this.#at + this.#length;
  }

  /** The words before a pause end where it starts, the words after it start where it ends. */
  #pause({ marks }: MarkedText, start: number | undefined, end: number | undefined): void {
    if (start !== undefined) this.#anchors.add({ at: this.#here, seconds: start, kind: 'end', typed: true });
    if (end !== undefined) this.#waiting.push(end);
    for (const { seconds } of marks) this.#waiting.push(seconds);
  }

  #say(
    { text, marks }: MarkedText,
    start: number | undefined,
    end: number | undefined,
    glued: boolean | undefined,
  ): void {
    this.#paragraphDue ||= start !== undefined && start - (this.#silentSince ?? start) >= longPauseSeconds;
    this.#space(text, glued);
    const at = this.#here;
    const due = this.#waiting;
    this.#waiting = [];
    // The file's own time goes before what was typed above it.
    if (start !== undefined) this.#anchors.add({ at, seconds: start, kind: 'start', typed: false });
    else for (const seconds of due) this.#anchors.add({ at, seconds, kind: 'start', typed: true });
    for (const mark of marks) {
      if (mark.at === text.length) this.#waiting.push(mark.seconds);
      else this.#anchors.add({ at: at + mark.at, seconds: mark.seconds, kind: 'start', typed: true });
    }
    this.#append(text);
    const until = end ?? (isWordless(text) ? this.#endAt(at) : undefined);
    if (until !== undefined && until >= (start ?? 0)) {
      this.#anchors.add({ at: this.#here, seconds: until, kind: 'end', typed: false });
    }
    this.#silentSince = end ?? (start === undefined ? undefined : start + text.length / slowCharactersASecond);
  }

  /** What stands between the words before and these: nothing, a space, or a new paragraph. */
  #space(next: string, glued: boolean | undefined): void {
    if (this.#length > 0) {
      if (this.#paragraphDue || !(glued ?? !needsSpace(this.#lastPiece, next))) this.#append(' ');
      if (this.#paragraphDue) this.#paragraphs.push(this.#length);
    }
    this.#paragraphDue = false;
  }

  #append(text: string): void {
    this.#pieces.push(text);
    this.#lastPiece = text;
    this.#length += text.length;
    if (this.#length - (this.#blocks?.length ?? 0) < blockLength) return;
    this.#blocks ??= new Blocks();
    this.#blocks.add(this.#joined());
  }

  #joined(): string {
    const text = this.#pieces.join('');
    this.#pieces = [];
    return text;
  }

  /** All that the passage says. */
  #said(): Sliceable {
    const rest = this.#joined();
    if (this.#blocks === undefined) return rest;
    if (rest !== '') this.#blocks.add(rest);
    return this.#blocks;
  }

  /** Where punctuation comes as a cue of its own, the word before it has ended at its own time. */
  #endAt(at: number): number | undefined {
    const last = this.#anchors.length - 1;
    const isEnd = this.#anchors.kind(last) === 'end' && this.#anchors.at(last) === at;
    return isEnd ? this.#anchors.seconds(last) : undefined;
  }

  #finishPassage(): void {
    if (this.#length > 0) {
      this.#parts += this.#paragraphs.length;
      if (this.#parts > mostParts) throw new VerbatimError('malformed', tooManyParts);
      const paragraphs = this.#paragraphs.length === 1 ? one : this.#paragraphs;
      this.#passages.push({ speaker: this.#speaker, text: this.#said(), at: this.#at, paragraphs });
      this.#at += this.#length + 1;
      if (paragraphs !== one) this.#paragraphs = [0];
    }
    this.#blocks = undefined;
    this.#length = 0;
    this.#paragraphDue = false;
  }
}

function isWordless(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/** A time that can be one. */
function possible(seconds: number | undefined): number | undefined {
  return seconds !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
