// What a service understood of one piece: its answer checked, and what it holds for no speech itself left out.

import { z } from 'zod';
import { known } from '../text/known.ts';

export interface SpokenPart {
  /** Seconds from the piece's start; absent where the answer names a moment that the piece does not have. */
  readonly start?: number;
  readonly end?: number;
  /** As it was answered, with the space before it. */
  readonly text: string;
  /** The service's label for a voice; what it means ends with the piece. */
  readonly speaker?: string;
}

export interface Spoken {
  readonly language?: string;
  readonly parts: readonly SpokenPart[];
}

const label = z.union([z.string(), z.number()]).nullish();
const seconds = z.number().nonnegative();
/** https://platform.openai.com/docs/api-reference/audio/verbose-json-object, and what others add to it. */
const answer = z.object({
  language: z.string().nullish(),
  text: z.string().nullish(),
  segments: z
    .array(
      z.object({
        start: seconds,
        end: seconds,
        text: z.string(),
        speaker: label,
        speaker_id: label,
        no_speech_prob: z.number().nullish(),
        avg_logprob: z.number().nullish(),
      }),
    )
    .nullish(),
});
type Segment = NonNullable<z.output<typeof answer>['segments']>[number];

/** @returns what was said, `untimed` where the answer has words and no times, `undefined` where it is something else. */
export function readAnswer(body: string, pieceSeconds: number): Spoken | 'untimed' | undefined {
  const read = answer.safeParse(parsed(body));
  if (!read.success) return undefined;
  const { language, text, segments } = read.data;
  if (segments === undefined || segments === null) {
    if (text === undefined || text === null) return undefined;
    return text.trim() === '' ? { parts: [] } : 'untimed';
  }
  if (segments.length === 0 && text?.trim()) return 'untimed';
  const parts = segments.filter(isSpeech).map((segment) => partOf(segment, pieceSeconds));
  return { ...known({ language }), parts: whole(parts) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * On music and silence Whisper makes words up, and says so: both figures together are its own rule for it
 * (https://github.com/openai/whisper/blob/main/whisper/transcribe.py, `no_speech_threshold` and `logprob_threshold`).
 */
function isSpeech({ no_speech_prob, avg_logprob }: Segment): boolean {
  return !((no_speech_prob ?? 0) > 0.6 && (avg_logprob ?? 0) < -1);
}

function partOf({ start, end, text, speaker, speaker_id }: Segment, pieceSeconds: number): SpokenPart {
  const voice = speaker ?? speaker_id;
  // Whisper thinks in windows of 30 seconds, and its last one may reach beyond the piece.
  const within = start < pieceSeconds ? { start, end: Math.max(start, Math.min(end, pieceSeconds)) } : {};
  return { text, ...within, ...known({ speaker: voice === null || voice === undefined ? undefined : String(voice) }) };
}

/**
 * Joins words that were cut in two: whisper.cpp ends a part after so many characters, also within a word
 * (https://github.com/ggml-org/whisper.cpp/blob/master/examples/server/server.cpp, `max_len`). Its parts begin with the space
 * before their first word, and one that begins without it goes on with the word before.
 */
function whole(parts: readonly SpokenPart[]): readonly SpokenPart[] {
  const spaced = parts.filter(({ text }) => /^\s/.test(text)).length;
  if (spaced * 2 < parts.length) return parts;
  const joined: SpokenPart[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before === undefined || before.speaker !== part.speaker || !isCut(before.text, part.text)) joined.push(part);
    else joined[joined.length - 1] = { ...before, text: before.text + part.text, ...known({ end: part.end }) };
  }
  return joined;
}

function isCut(before: string, after: string): boolean {
  return /[\p{L}\p{N}'’-]$/u.test(before) && /^[\p{Ll}\p{N}'’-]/u.test(after);
}
