// Podcasting 2.0 JSON (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md#json).
import { VerbatimError } from '../../errors.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { isObject, numberOf, readJson, textOf } from '../json.ts';
import { cleanName } from '../speaker.ts';
import type { Cue, Format } from '../transcript.ts';

export const podcastJson: Format = {
  name: 'podcast-json',

  recognise(text) {
    const head = text.slice(0, 20_000);
    if (!/^\s*\{/.test(head) || !head.includes('"segments"')) return 0;
    return head.includes('"body"') ? 0.95 : 0.3;
  },

  parse(text) {
    const file = readJson(text);
    const segments = isObject(file) ? file.segments : undefined;
    if (!Array.isArray(segments)) {
      throw new VerbatimError('malformed', 'Podcasting 2.0 JSON is an object with a list "segments".', { line: 1 });
    }
    return { format: 'podcast-json', facts: {}, cues: segments.map(cueOf) };
  },
};

/** May be one word, one comma, or one space. */
function cueOf(segment: unknown, index: number): Cue {
  const body = isObject(segment) ? textOf(segment.body) : undefined;
  if (!isObject(segment) || body === undefined) {
    throw new VerbatimError('malformed', `Segment ${index + 1} of the Podcasting 2.0 JSON has no text "body".`);
  }
  const startSeconds = secondsOf(segment.startTime);
  const endSeconds = secondsOf(segment.endTime);
  const speaker = textOf(segment.speaker)?.trim();
  return {
    text: body,
    ...(speaker ? { speaker: cleanName(speaker) } : {}),
    ...(body.trim() === '' || startSeconds === undefined ? {} : { startSeconds }),
    ...(body.trim() === '' || endSeconds === undefined ? {} : { endSeconds }),
  };
}

/** Seconds by the standard; some write them as "0:01:02.5". */
function secondsOf(value: unknown): number | undefined {
  return numberOf(value) ?? (typeof value === 'string' ? parseTimecode(value) : undefined);
}
