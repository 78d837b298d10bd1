// What was understood of all pieces, as one transcript: read in the same way as one that came from elsewhere.

import { VerbatimError } from '../errors.ts';
import type { Language } from '../model.ts';
import { known } from '../text/known.ts';
import { parseTranscript } from '../transcripts/parse.ts';
import type { TranscriptSegment } from '../transcripts/transcript.ts';
import type { Piece } from './pieces.ts';
import { samplesASecond } from './sound.ts';
import type { Spoken } from './spoken.ts';

export interface UnderstoodPiece {
  readonly piece: Piece;
  readonly spoken: Spoken;
  /** Who a label of this piece is. */
  readonly nameOf: (label: string) => string;
}

/** In transcripts a speaker goes on until another is named: where a service does not know, that has to be said. */
const nobodyKnown = 'Unknown';

/** @throws VerbatimError `malformed` where nothing is said in it. */
export function transcriptOf(pieces: readonly UnderstoodPiece[]): {
  readonly language: Language;
  readonly segments: readonly TranscriptSegment[];
} {
  const labelled = pieces.some(({ spoken }) => spoken.parts.some(({ speaker }) => speaker !== undefined));
  const segments = pieces.flatMap(({ piece, spoken, nameOf }) =>
    spoken.parts.map(({ start, end, text, speaker }) => ({
      ...known({ start: shifted(start, piece), end: shifted(end, piece) }),
      text,
      ...(labelled ? { speaker: speaker === undefined ? nobodyKnown : nameOf(speaker) } : {}),
    })),
  );
  if (segments.every(({ text }) => text.trim() === '')) {
    throw new VerbatimError('malformed', 'The transcription service heard nobody speak in it.');
  }
  const language = pieces.find(({ spoken }) => spoken.language !== undefined)?.spoken.language;
  const { facts, segments: read } = parseTranscript(JSON.stringify({ language, segments }));
  return { language: facts.language, segments: read.map(withoutNobody) };
}

/** To the thousandth. */
function shifted(seconds: number | undefined, { from }: Piece): number | undefined {
  return seconds === undefined ? undefined : Math.round((from / samplesASecond + seconds) * 1000) / 1000;
}

function withoutNobody({ speaker, ...said }: TranscriptSegment): TranscriptSegment {
  return speaker === undefined || speaker === nobodyKnown ? said : { ...said, speaker };
}
