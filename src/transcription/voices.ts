// Who speaks, across pieces: a service's label means somebody within one piece only. Two pieces' "A" are never taken for one
// person; only a voice that the service itself was shown, and knew again, keeps its name.

import type { KnownVoice } from './forms.ts';
import type { Piece } from './pieces.ts';
import { asWav, type Sound, samplesASecond } from './sound.ts';
import type { Spoken, SpokenPart } from './spoken.ts';

/** https://platform.openai.com/docs/guides/speech-to-text#speaker-diarization: at most four clips of 2 to 10 seconds. */
const mostKnown = 4;
const shortestClip = 2;
const longestClip = 10;

export interface Voices {
  /** The clips to send along with the next piece. */
  readonly known: readonly KnownVoice[];
  /** The name that a label of this piece stands for; from now on voices heard clearly in it are known. */
  hear(piece: Piece, spoken: Spoken): Promise<(label: string) => string>;
}

export function createVoices(sound: Sound): Voices {
  const known: KnownVoice[] = [];
  const shown = new Map<string, string>();
  let voices = 0;
  return {
    known,
    async hear(piece, spoken) {
      const names = new Map(shown);
      for (const { speaker } of spoken.parts) {
        if (speaker === undefined || names.has(speaker)) continue;
        voices += 1;
        names.set(speaker, `Speaker ${voices}`);
        const part = clearest(spoken.parts, speaker);
        if (known.length === mostKnown || part === undefined) continue;
        const from = piece.from + Math.round(part.start * samplesASecond);
        const length = Math.round(Math.min(longestClip, part.end - part.start) * samplesASecond);
        const clip = asWav(await sound.read(from, Math.min(piece.to, from + length)));
        // No service comes upon such a label by itself.
        const name = `known-voice-${voices}`;
        known.push({ name, clip });
        shown.set(name, `Speaker ${voices}`);
      }
      return (label) => names.get(label) ?? label;
    },
  };
}

/** The longest that somebody says in one go. */
function clearest(parts: readonly SpokenPart[], speaker: string) {
  let best: { readonly start: number; readonly end: number } | undefined;
  for (const { start, end, speaker: whose } of parts) {
    if (whose !== speaker || start === undefined || end === undefined || end - start < shortestClip) continue;
    if (best === undefined || end - start > best.end - best.start) best = { start, end };
  }
  return best;
}
