// Positioned JSON: a list "transcript" of numbered entries with an actor, a type and times in nanoseconds.
import { known } from '../../text/known.ts';
import { isObject, type JsonObject, jsonFormat, listOf, numberOf, objectsOf, speakerOf, textOf } from '../json.ts';
import type { Cue } from '../transcript.ts';

export const positionedJson = jsonFormat({
  name: 'positioned-json',
  needs: 'Positioned JSON is an object with a list "transcript", each entry with "pos" and "content".',

  recognise(value) {
    return isObject(value) && listOf(value.transcript, 'pos', 'content') ? 0.95 : 0;
  },

  read(value) {
    const file = isObject(value) ? value : {};
    const metadata = isObject(file.metadata) ? file.metadata : {};
    const title = textOf(metadata.title) ?? textOf(metadata.name) ?? textOf(file.title);
    const spotify = /^spotify:episode:(\w{10,40})$/.exec(textOf(metadata.spotify_uri) ?? '')?.[1];
    return {
      facts: known({
        title,
        links: spotify === undefined ? undefined : { spotify: `https://open.spotify.com/episode/${spotify}` },
      }),
      cues: cuesOf(objectsOf(file.transcript)),
    };
  },
});

function* cuesOf(entries: readonly JsonObject[]): Generator<Cue> {
  for (const entry of entries) yield cueOf(entry);
}

/** A time that the maker of the file worked out from others ("timestamp_inferred") was not written by anybody: it is left out. */
function cueOf(entry: JsonObject): Cue {
  const text = textOf(entry.content) ?? '';
  const start = entry.timestamp_inferred === true ? undefined : numberOf(entry.timestamp);
  const length = numberOf(entry.duration);
  if (text.trim() === '') return { text: '' };
  return {
    text,
    speaker: speakerOf(entry.actor) ?? null,
    paragraph: true,
    ...(start === undefined ? {} : { startSeconds: start / 1e9 }),
    ...(start === undefined || !length ? {} : { endSeconds: (start + length) / 1e9 }),
  };
}
