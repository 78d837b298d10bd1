// Podcasting 2.0 JSON (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md#json).
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import { isObject, type JsonObject, jsonFormat, listOf, secondsOf, speakerOf, textOf } from '../json.ts';
import type { Cue } from '../transcript.ts';
import { hasArrow, voiceChanges } from '../voice-changes.ts';

export const podcastJson = jsonFormat({
  name: 'podcast-json',
  needs: 'Podcasting 2.0 JSON is an object with a list "segments", each with a "body".',

  recognise(value) {
    if (!isObject(value)) return 0;
    return listOf(value.segments, 'body') || isEmpty(value) ? 0.95 : 0;
  },

  read(value) {
    const segments = isObject(value) && Array.isArray(value.segments) ? value.segments : [];
    return { facts: {}, cues: cuesOf(segments) };
  },
});

function isEmpty({ version, segments }: JsonObject): boolean {
  return textOf(version) !== undefined && Array.isArray(segments) && segments.length === 0;
}

/** Those without words are passed over. @throws VerbatimError `malformed` where most are such. */
function* cuesOf(segments: readonly unknown[]): Generator<Cue> {
  if (segments.length === 0)
    throw new VerbatimError('malformed', 'The Podcasting 2.0 JSON holds no segments.', { line: 1 });
  let firstWordless = 0;
  let wordless = 0;
  for (const [index, segment] of segments.entries()) {
    const cue = cueOf(segment);
    if (cue === undefined) {
      if (wordless++ === 0) firstWordless = index + 1;
    } else if (hasArrow(cue.text)) yield* voiceChanges(cue);
    else yield cue;
  }
  if (wordless * 2 <= segments.length) return;
  const told = `Segment ${firstWordless} of the Podcasting 2.0 JSON has no text "body", as most others.`;
  throw new VerbatimError('malformed', told);
}

/** May be one word, one comma, or one space. */
function cueOf(segment: unknown): Cue | undefined {
  const text = isObject(segment) ? textOf(segment.body) : undefined;
  if (!isObject(segment) || text === undefined) return undefined;
  const speaker = speakerOf(segment.speaker);
  // Words stand at the times, not the space between them.
  if (text.trim() === '') return { text, ...known({ speaker }) };
  const { startTime, endTime } = segment;
  return { text, ...known({ speaker, startSeconds: secondsOf(startTime), endSeconds: secondsOf(endTime) }) };
}
