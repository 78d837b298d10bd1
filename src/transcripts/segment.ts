// Cuts the tape into segments: one speaker's whole sentences, with the time at which the first word is said.
import type { InnerMoment, Language, Range } from '../model.ts';
import { eachSentence } from '../text/sentences.ts';
import { run, type Sliceable } from '../text/sliceable.ts';
import { type Clock, createClock, type Moment, slowestTalk } from './clock.ts';
import type { Passage, Tape } from './tape.ts';
import type { TranscriptSegment, Writable } from './transcript.ts';

/** A segment's text is at most this long, in UTF-16 units. */
export const longestSegment = 600;

/** Closer together than this, in UTF-16 units, one is enough: words are said in a second or two. */
const leastBetweenMoments = 40;

/** Paragraphs are never joined. Of the words on the tape nothing is lost and nothing is added. */
export function segmentsOf(tape: Tape, language: Language): TranscriptSegment[] {
  const clock = createClock(tape);
  const segments: TranscriptSegment[] = [];
  for (const passage of tape.passages) {
    for (const paragraph of paragraphsOf(passage)) {
      for (const range of pack(passage, paragraph, language, clock)) segments.push(segmentOf(passage, range, clock));
    }
  }
  return segments;
}

function segmentOf(passage: Passage, [from, to]: Range, clock: Clock): TranscriptSegment {
  const at = passage.at + from;
  const until = passage.at + to;
  const text = passage.text.slice(from, to);
  const start = startOf(text, at, clock);
  const end =
    clock.end(until) ??
    (start === undefined ? undefined : plausibleEnd(clock.latestEnd(until), start.seconds, to - from));
  const segment: Writable<TranscriptSegment> = { text };
  if (typeof passage.speaker === 'string') segment.speaker = passage.speaker;
  if (start !== undefined) {
    segment.startSeconds = start.seconds;
    segment.timing = start.timing;
    const moments = innerMoments(clock, at, until, start.seconds);
    if (moments.length > 0) segment.moments = moments;
  }
  if (end !== undefined && end >= (start?.seconds ?? 0)) segment.endSeconds = end;
  return segment;
}

/** What stands before the first word, such as a dash or "[laughs]", has no time of its own: then the word's counts. */
const wordless = /^(?:[^\p{L}\p{N}[(]|\[[^[\]]{1,60}\](?=\s))+/u;

function startOf(text: string, at: number, clock: Clock): Moment | undefined {
  const start = clock.start(at, at + text.length);
  if (start?.timing === 'exact') return start;
  const before = wordless.exec(text)?.[0].length ?? 0;
  const word = before > 0 && before < text.length ? clock.start(at + before, at + text.length) : undefined;
  return word?.timing === 'exact' ? word : start;
}

function innerMoments(clock: Clock, from: number, until: number, startSeconds: number): InnerMoment[] {
  const moments: InnerMoment[] = [];
  let last = { at: 0, seconds: startSeconds };
  for (const { at, seconds } of clock.within(from, until)) {
    if (at - from - last.at < leastBetweenMoments || seconds <= last.seconds) continue;
    last = { at: at - from, seconds };
    moments.push(last);
  }
  return moments;
}

/** The next words may come long after these have ended. */
function plausibleEnd(latest: number | undefined, start: number, characters: number): number | undefined {
  return latest !== undefined && latest - start <= characters / slowestTalk ? latest : undefined;
}

function* paragraphsOf({ text, paragraphs }: Passage): Generator<Range> {
  for (const [index, from] of paragraphs.entries()) yield trimmed(text, [from, paragraphs[index + 1] ?? text.length]);
}

function trimmed(text: Sliceable, [from, to]: Range): Range {
  let end = to;
  while (end > from && text.slice(end - 1, end) === ' ') end--;
  let start = from;
  while (start < end && text.slice(start, start + 1) === ' ') start++;
  return [start, end];
}

/** Whole sentences into runs of about equal length, none longer than a segment may be. */
function* pack(passage: Passage, paragraph: Range, language: Language, clock: Clock): Generator<Range> {
  const { text } = passage;
  const [from, to] = paragraph;
  if (to - from <= longestSegment) {
    if (to > from) yield paragraph;
    return;
  }
  let start = from;
  let end = from;
  for (const [, stop] of shortEnough(passage, paragraph, language, clock)) {
    if (trimmed(text, [start, stop])[1] - start > longestSegment || isFull(end - start, stop - start, to - start)) {
      const [first, last] = trimmed(text, [start, end]);
      if (last > first) yield [first, last];
      start = end;
    }
    end = stop;
  }
  const [first, last] = trimmed(text, [start, end]);
  if (last > first) yield [first, last];
}

/** Whether a run ends better before its next sentence: so that the last run of a paragraph is no mere scrap. */
function isFull(length: number, withNext: number, left: number): boolean {
  const goal = left / Math.ceil(left / longestSegment);
  return length > 0 && withNext > goal && withNext - goal > goal - length;
}

/** The paragraph's sentences; those that are too long for a segment are cut at a clause, else where a cue starts, else between words. */
function* shortEnough({ text, at }: Passage, [from, to]: Range, language: Language, clock: Clock): Generator<Range> {
  for (const [start, end] of eachSentence(run(text, from, to), language)) {
    let rest = from + start;
    while (from + end - rest > longestSegment) {
      const window = text.slice(rest, rest + longestSegment);
      const cut = rest + cutWithin(window, (place) => clock.isExact(at + rest + place));
      yield [rest, cut];
      rest = cut;
    }
    yield [rest, from + end];
  }
}

function cutWithin(window: string, startsCue: (place: number) => boolean): number {
  const least = longestSegment / 2;
  for (const mark of ['; ', ': ', ' – ', ' — ', ' - ', ', ', '，', '、']) {
    const at = window.lastIndexOf(mark);
    if (at >= least) return at + mark.length;
  }
  for (let at = window.lastIndexOf(' '); at >= least; at = window.lastIndexOf(' ', at - 1)) {
    if (startsCue(at + 1)) return at + 1;
  }
  const space = window.lastIndexOf(' ');
  return space > 0 ? space + 1 : lastCharacter(window);
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where the last character starts, so that no emoji family is torn; the window's end where it is but one character. */
function lastCharacter(window: string): number {
  const from = window.length - 64;
  const last = [...characters.segment(window.slice(from))].at(-1)?.index ?? 0;
  return last > 0 ? from + last : window.length;
}
