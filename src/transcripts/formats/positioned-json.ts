// Positioned JSON: a list "transcript" of numbered entries with an actor, a type and times in nanoseconds.
import { isObject, type JsonObject, jsonFormat, labelOf, listOf, numberOf, objectsOf, textOf } from '../json.ts';
import { cleanName } from '../speaker.ts';
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
      facts: {
        ...(title === undefined ? {} : { title }),
        ...(spotify === undefined ? {} : { links: { spotify: `https://open.spotify.com/episode/${spotify}` } }),
      },
      cues: objectsOf(file.transcript).map(cueOf),
    };
  },
});

/** A time that the maker of the file worked out from others ("timestamp_inferred") was not written by anybody: it is left out. */
function cueOf(entry: JsonObject): Cue {
  const actor = labelOf(entry.actor);
  const text = textOf(entry.content) ?? '';
  const start = entry.timestamp_inferred === true ? undefined : numberOf(entry.timestamp);
  const length = numberOf(entry.duration);
  if (text.trim() === '') return { text: '' };
  return {
    text,
    speaker: actor === undefined ? null : cleanName(actor),
    paragraph: true,
    ...(start === undefined ? {} : { startSeconds: start / 1e9 }),
    ...(start === undefined || length === undefined || length <= 0 ? {} : { endSeconds: (start + length) / 1e9 }),
  };
}
