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
import { genericLabel } from '../speaker.ts';
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
  const voices = voicesOf(entries);
  for (const entry of entries) {
    const items = Array.isArray(entry.items) ? objectsOf(entry.items) : [entry];
    for (const item of items) yield cueOf(item, entry, voices);
  }
}

/** The speaker is an object, a name, or the number under which the publisher keeps one; "voice" is what the recording called it. */
function writtenBy({ speaker, voice }: JsonObject): { readonly name?: string; readonly voice?: string } {
  const written = isObject(speaker) ? (speaker.name ?? speaker.title ?? speaker.id) : speaker;
  return known({ name: speakerOf(written), voice: speakerOf(voice) });
}

/** Of the numbers, what the recording called them wherever it did. */
function voicesOf(entries: readonly JsonObject[]): ReadonlyMap<string, string> {
  const voices = new Map<string, string>();
  for (const entry of entries) {
    const { name, voice } = writtenBy(entry);
    if (name !== undefined && voice !== undefined && genericLabel(name) && !voices.has(name)) voices.set(name, voice);
  }
  return voices;
}

function nameOf(entry: JsonObject, voices: ReadonlyMap<string, string>): string | undefined {
  const { name, voice } = writtenBy(entry);
  return name === undefined || genericLabel(name) ? (voice ?? voices.get(name ?? '') ?? name) : name;
}

/** Each says who speaks: one that does not is nobody's. */
function cueOf(item: JsonObject, entry: JsonObject, voices: ReadonlyMap<string, string>): Cue {
  return {
    text: textOf(item.text) ?? '',
    speaker: nameOf(item, voices) ?? nameOf(entry, voices) ?? null,
    ...known({
      startSeconds: millisecondsOf(item.start_ms) ?? secondsOf(item.start),
      endSeconds: millisecondsOf(item.end_ms) ?? secondsOf(item.end),
    }),
  };
}
