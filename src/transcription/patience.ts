// What a running bot remembers so that it neither tries nor tells the same thing again too soon.

import { createHash } from 'node:crypto';
import type { StateStore } from '../library/library.ts';
import type { TranscriptionLog, TranscriptionSettings } from './transcription.ts';

const restMs = 15 * 60_000;
const tellAgainMs = 24 * 3600_000;

/** An episode that failed is left alone for so long. */
export function putAside(state: StateStore, episodeId: string, forMs: number): Promise<void> {
  return state.putState([{ key: asideKey(episodeId), value: true, expiresAt: later(forMs) }]);
}

export async function isAside(state: StateStore, episodeId: string): Promise<boolean> {
  return (await state.getState(asideKey(episodeId))) !== undefined;
}

/** A service that is out of order is left alone for a while. */
export function rest(state: StateStore, settings: TranscriptionSettings): Promise<void> {
  return state.putState([{ key: restKey(settings), value: true, expiresAt: later(restMs) }]);
}

export async function isResting(state: StateStore, settings: TranscriptionSettings): Promise<boolean> {
  return (await state.getState(restKey(settings))) !== undefined;
}

/** The same news once a day is enough. */
export async function tellOnce(
  state: StateStore,
  log: TranscriptionLog | undefined,
  level: keyof TranscriptionLog,
  message: string,
): Promise<void> {
  if (log === undefined) return;
  if (await state.claimState(`transcribe:told:${digest(message)}`, later(tellAgainMs))) log[level](message);
}

function asideKey(episodeId: string): string {
  return `transcribe:aside:${episodeId}`;
}

/** Other settings are worth a new try at once. */
function restKey({ address, apiKey, model, mostBytes }: TranscriptionSettings): string {
  return `transcribe:rest:${digest([address, apiKey, model, mostBytes].join('\n'))}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function later(ms: number): Date {
  return new Date(Date.now() + ms);
}
