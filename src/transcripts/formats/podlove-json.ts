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
  const nameOf = namingIn(entries);
  for (const entry of entries) {
    const items = Array.isArray(entry.items) ? objectsOf(entry.items) : [entry];
    for (const item of items) yield cueOf(item, entry, nameOf);
  }
}

/** The speaker is an object, a name, or the number under which the publisher keeps one. */
function writtenIn({ speaker }: JsonObject): string | undefined {
  return speakerOf(isObject(speaker) ? (speaker.name ?? speaker.title ?? speaker.id) : speaker);
}

const number = /^\d{1,9}$/;

/** Asks an entry for its speaker: behind a number, for what the recording called that voice wherever it did ("voice"). */
type Naming = (entry: JsonObject) => string | undefined;

function namingIn(entries: readonly JsonObject[]): Naming {
  const voices = new Map<string, string>();
  for (const entry of entries) {
    const voice = textOf(entry.voice);
    const name = voice === undefined || voice === '' ? undefined : writtenIn(entry);
    if (name === undefined || voices.has(name) || !number.test(name)) continue;
    const clean = speakerOf(voice);
    if (clean !== undefined) voices.set(name, clean);
  }
  return (entry) => {
    const name = writtenIn(entry);
    if (name !== undefined && !number.test(name)) return name;
    return speakerOf(entry.voice) ?? voices.get(name ?? '') ?? name;
  };
}

/** Each says who speaks: one that does not is nobody's. */
function cueOf(item: JsonObject, entry: JsonObject, nameOf: Naming): Cue {
  return {
    text: textOf(item.text) ?? '',
    speaker: nameOf(item) ?? (item === entry ? null : (nameOf(entry) ?? null)),
    ...known({
      startSeconds: millisecondsOf(item.start_ms) ?? secondsOf(item.start),
      endSeconds: millisecondsOf(item.end_ms) ?? secondsOf(item.end),
    }),
  };
}
