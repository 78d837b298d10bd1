// Podcasting 2.0 JSON (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md#json).
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import { isObject, jsonFormat, listOf, secondsOf, speakerOf, textOf } from '../json.ts';
import type { Cue } from '../transcript.ts';

export const podcastJson = jsonFormat({
  name: 'podcast-json',
  needs: 'Podcasting 2.0 JSON is an object with a list "segments", each with a "body".',

  recognise(value) {
    return isObject(value) && listOf(value.segments, 'body') ? 0.95 : 0;
  },

  read(value) {
    const segments = isObject(value) && Array.isArray(value.segments) ? value.segments : [];
    return { facts: {}, cues: cuesOf(segments) };
  },
});

function* cuesOf(segments: readonly unknown[]): Generator<Cue> {
  for (const [index, segment] of segments.entries()) yield cueOf(segment, index);
}

/** May be one word, one comma, or one space. */
function cueOf(segment: unknown, index: number): Cue {
  const text = isObject(segment) ? textOf(segment.body) : undefined;
  if (!isObject(segment) || text === undefined) {
    throw new VerbatimError('malformed', `Segment ${index + 1} of the Podcasting 2.0 JSON has no text "body".`);
  }
  const speaker = speakerOf(segment.speaker);
  // Words stand at the times, not the space between them.
  if (text.trim() === '') return { text, ...known({ speaker }) };
  const { startTime, endTime } = segment;
  return { text, ...known({ speaker, startSeconds: secondsOf(startTime), endSeconds: secondsOf(endTime) }) };
}
