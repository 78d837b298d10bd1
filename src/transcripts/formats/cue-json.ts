// A bare JSON list of cues, `[{start, end, text}]`: milliseconds from most tools, seconds from some; the numbers tell.
import { known } from '../../text/known.ts';
import { type JsonObject, jsonFormat, listOf, numberOf, objectsOf, secondsOf, speakerOf, textOf } from '../json.ts';
import type { Cue } from '../transcript.ts';

export const cueJson = jsonFormat({
  name: 'cue-json',
  needs: 'A JSON list of cues needs "start" and "text" in each.',

  recognise(value) {
    return listOf(value, 'start', 'text') ? 0.8 : 0;
  },

  read(value) {
    const entries = objectsOf(value);
    const unit = inMilliseconds(entries) ? 1000 : 1;
    return { facts: {}, cues: entries.map((entry) => cueOf(entry, unit)) };
  },
});

/** People say some fifteen characters a second, never fewer than one, and never as much as one in a millisecond. */
function inMilliseconds(entries: readonly JsonObject[]): boolean {
  let characters = 0;
  let units = 0;
  for (const entry of entries) {
    const start = numberOf(entry.start);
    const length = lengthOf(entry);
    if (start === undefined || length === undefined) continue;
    if (!Number.isInteger(start) || !Number.isInteger(length)) return false;
    characters += (textOf(entry.text) ?? '').length;
    units += length;
  }
  return units === 0 ? entries.every(({ start }) => Number.isInteger(start)) : characters / units < 1;
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
