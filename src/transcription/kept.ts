// What was paid for is kept for a while, piece by piece: the same sound asked for in the same way is not paid twice.

import { createHash } from 'node:crypto';
import type { StateStore } from '../library/library.ts';
import type { Question } from './service.ts';
import type { Spoken } from './spoken.ts';
import type { TranscriptionSettings } from './transcription.ts';

const keptDays = 30;

/** Everything that the answer depends on: the very samples, wherever they came from, and how they are asked for. */
export function keyOf({ audio, language, voices }: Question, { address, model }: TranscriptionSettings): string {
  const hash = createHash('sha256').update(JSON.stringify([address, model, language ?? null]));
  for (const { name, clip } of voices) hash.update(name).update(clip);
  return `transcribe:piece:${hash.update(audio).digest('hex').slice(0, 40)}`;
}

export async function findKept(state: StateStore, key: string): Promise<Spoken | undefined> {
  const kept = await state.getState(key);
  return isSpoken(kept) ? kept : undefined;
}

export function keep(state: StateStore, key: string, spoken: Spoken): Promise<void> {
  const expiresAt = new Date(Date.now() + keptDays * 24 * 3600_000);
  return state.putState([{ key, value: spoken, expiresAt }]);
}

function isSpoken(value: unknown): value is Spoken {
  return typeof value === 'object' && value !== null && 'parts' in value && Array.isArray(value.parts);
}
