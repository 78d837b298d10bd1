// YouTube's json3 captions: events in milliseconds, each with parts that are offset from its start.
import { isObject, type JsonObject, jsonFormat, millisecondsOf, numberOf, objectsOf, textOf } from '../json.ts';
import type { Cue } from '../transcript.ts';

export const youtubeJson3 = jsonFormat({
  name: 'youtube-json3',
  needs: 'YouTube’s json3 is an object with "wireMagic" or a list "events" with "tStartMs".',

  recognise(value) {
    if (!isObject(value) || !Array.isArray(value.events)) return 0;
    const timed = objectsOf(value.events)
      .slice(0, 20)
      .some((event) => 'tStartMs' in event);
    return value.wireMagic === 'pb3' || timed ? 0.95 : 0;
  },

  read(value) {
    const events = objectsOf(isObject(value) ? value.events : undefined);
    const spoken = events.filter((event) =>
      objectsOf(event.segs).some((part) => (textOf(part.utf8) ?? '').trim() !== ''),
    );
    return { facts: {}, cues: spoken.flatMap(eventCues) };
  },
});

/** How long an event is shown is no end of its words: the next event appears below it while it still stands. */
function eventCues(event: JsonObject): Cue[] {
  const start = numberOf(event.tStartMs);
  let before = ' ';
  return objectsOf(event.segs).flatMap((part) => {
    const raw = textOf(part.utf8) ?? '';
    const glued = !/\s$/.test(before) && !/^\s/.test(raw);
    if (raw !== '') before = raw;
    if (raw.trim() === '') return [];
    const startSeconds = start === undefined ? undefined : millisecondsOf(start + (numberOf(part.tOffsetMs) ?? 0));
    return [
      {
        text: raw,
        glued,
        ...(startSeconds === undefined || (glued && part.tOffsetMs === undefined) ? {} : { startSeconds }),
      },
    ];
  });
}
