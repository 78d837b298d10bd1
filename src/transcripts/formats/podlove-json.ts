// JSON of the Podlove Publisher (https://docs.podlove.org): cues with clock times and milliseconds, flat or grouped by speaker.
import {
  isObject,
  type JsonObject,
  jsonFormat,
  labelOf,
  listOf,
  millisecondsOf,
  objectsOf,
  secondsOf,
  textOf,
} from '../json.ts';
import { cleanName } from '../speaker.ts';
import type { Cue } from '../transcript.ts';

export const podloveJson = jsonFormat({
  name: 'podlove-json',
  needs: 'Podlove’s JSON is a list of cues with "start_ms" and "text", or of speakers with "items".',

  recognise(value) {
    if (listOf(value, 'start_ms', 'text')) return 0.95;
    return listOf(value, 'items') &&
      objectsOf(value)
        .slice(0, 3)
        .some(({ items }) => listOf(items, 'text'))
      ? 0.95
      : 0;
  },

  read(value) {
    const cues = objectsOf(value).flatMap((entry) => {
      const items = Array.isArray(entry.items) ? objectsOf(entry.items) : [entry];
      return items.map((item) => cueOf(item, entry));
    });
    return { facts: {}, cues };
  },
});

/** The speaker is an object or a name; "voice" is what the recording called it. */
function cueOf(item: JsonObject, entry: JsonObject): Cue {
  const speaker = item.speaker ?? entry.speaker;
  const name = isObject(speaker) ? labelOf(speaker.name ?? speaker.title) : labelOf(speaker);
  const label = name ?? labelOf(item.voice ?? entry.voice);
  const startSeconds = millisecondsOf(item.start_ms) ?? secondsOf(item.start);
  const endSeconds = millisecondsOf(item.end_ms) ?? secondsOf(item.end);
  return {
    text: textOf(item.text) ?? '',
    ...(label === undefined ? {} : { speaker: cleanName(label) }),
    ...(startSeconds === undefined ? {} : { startSeconds }),
    ...(endSeconds === undefined ? {} : { endSeconds }),
  };
}
