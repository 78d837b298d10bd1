// Cues as records with a start, a text, maybe an end and a speaker: milliseconds from most tools, seconds from some; the numbers tell.
import { known } from '../text/known.ts';
import { type JsonObject, numberOf, secondsOf, speakerOf, textOf } from './json.ts';
import type { Cue } from './transcript.ts';
import { hasArrow, voiceChanges } from './voice-changes.ts';

/**
 * Each `{start, end?, duration?, text, speaker?}`; times as numbers, or as strings that hold one or a time code.
 *
 * @param entries are read twice.
 */
export function* entryCues(entries: Iterable<JsonObject>): Generator<Cue> {
  const unit = inMilliseconds(entries) ? 1000 : 1;
  for (const entry of entries) {
    const cue = cueOf(entry, unit);
    if (hasArrow(cue.text)) yield* voiceChanges(cue);
    else yield cue;
  }
}

/** People say some fifteen characters a second, never fewer than one, and never as much as one in a millisecond. */
function inMilliseconds(entries: Iterable<JsonObject>): boolean {
  let characters = 0;
  let units = 0;
  let areWhole = true;
  for (const entry of entries) {
    areWhole &&= Number.isInteger(entry.start);
    const start = numberOf(entry.start);
    const length = lengthOf(entry);
    if (start === undefined || length === undefined) continue;
    if (!Number.isInteger(start) || !Number.isInteger(length)) return false;
    characters += (textOf(entry.text) ?? '').length;
    units += length;
  }
  return units === 0 ? areWhole : characters / units < 1;
}

function lengthOf({ start, end, duration, dur }: JsonObject): number | undefined {
  const given = numberOf(duration ?? dur);
  if (given !== undefined) return given;
  const [from, to] = [numberOf(start), numberOf(end)];
  return from === undefined || to === undefined ? undefined : to - from;
}

function cueOf(entry: JsonObject, unit: number): Cue {
  const start = numberOf(entry.start);
  // A duration is how long a caption is shown, often longer than its words; only a written end is an end.
  const end = numberOf(entry.end);
  return {
    text: textOf(entry.text) ?? '',
    ...known({
      speaker: speakerOf(entry.speaker),
      startSeconds: start === undefined ? secondsOf(entry.start) : start / unit,
      endSeconds: end === undefined ? secondsOf(entry.end) : end / unit,
    }),
  };
}
