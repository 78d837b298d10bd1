// YouTube's json3 captions: events in milliseconds, each with parts that are offset from its start.
import { isObject, type JsonObject, jsonFormat, numberOf, objectsOf, textOf } from '../json.ts';
import type { Cue } from '../transcript.ts';
import { hasArrow, voiceChanges } from '../voice-changes.ts';

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
    return { facts: {}, cues: cuesOf(spoken) };
  },
});

/** How long an event is shown is no end of its words: the next event appears below it while it still stands. */
function* cuesOf(events: readonly JsonObject[]): Generator<Cue> {
  for (const { tStartMs, segs } of events) {
    const start = numberOf(tStartMs);
    let before = ' ';
    for (const { utf8, tOffsetMs } of objectsOf(segs)) {
      const text = textOf(utf8) ?? '';
      const glued = !/\s$/.test(before) && !/^\s/.test(text);
      if (text !== '') before = text;
      if (text.trim() === '') continue;
      const isTimed = start !== undefined && !(glued && tOffsetMs === undefined);
      const cue = { text, glued, ...(isTimed ? { startSeconds: (start + (numberOf(tOffsetMs) ?? 0)) / 1000 } : {}) };
      if (hasArrow(text)) yield* voiceChanges(cue);
      else yield cue;
    }
  }
}
