// JSON of the Podlove Publisher (https://docs.podlove.org): cues with clock times and milliseconds, flat or grouped by speaker.
import { known } from '../../text/known.ts';
import {
  isObject,
  type JsonObject,
  jsonFormat,
  listOf,
  millisecondsOf,
  objectsOf,
  secondsOf,
  speakerOf,
  textOf,
} from '../json.ts';
import type { Cue } from '../transcript.ts';

export const podloveJson = jsonFormat({
  name: 'podlove-json',
  needs: 'Podlove’s JSON is a list of cues with "start_ms" and "text", or of speakers with "items".',

  recognise(value) {
    if (listOf(value, 'start_ms', 'text')) return 0.95;
    const grouped = listOf(value, 'items') && objectsOf(value).some(({ items }) => listOf(items, 'text'));
    return grouped ? 0.95 : 0;
  },

  read(value) {
    return { facts: {}, cues: cuesOf(objectsOf(value)) };
  },
});

function* cuesOf(entries: readonly JsonObject[]): Generator<Cue> {
  for (const entry of entries) {
    const items = Array.isArray(entry.items) ? objectsOf(entry.items) : [entry];
    for (const item of items) yield cueOf(item, entry);
  }
}

/** The speaker is an object or a name; "voice" is what the recording called it. */
function cueOf(item: JsonObject, entry: JsonObject): Cue {
  const speaker = item.speaker ?? entry.speaker;
  const name = speakerOf(isObject(speaker) ? (speaker.name ?? speaker.title) : speaker);
  return {
    text: textOf(item.text) ?? '',
    ...known({
      speaker: name ?? speakerOf(item.voice ?? entry.voice),
      startSeconds: millisecondsOf(item.start_ms) ?? secondsOf(item.start),
      endSeconds: millisecondsOf(item.end_ms) ?? secondsOf(item.end),
    }),
  };
}
