// Follows feeds while the bot runs: starts the thread that polls them, hands its lines to the log, and starts it anew
// where it has come to harm.

import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { builtFile } from '../package-root.ts';
import type { AllowedAddress } from '../text/allowed-address.ts';
import type { TranscriptionSettings } from '../transcription/transcription.ts';
import { type FeedsHealth, tellHealth } from './health.ts';
import type { Line } from './told.ts';

export interface FollowingSettings {
  readonly libraryFile: string;
  /** What may be asked although it is no part of the public internet. */
  readonly fetchAllow: readonly AllowedAddress[];
  /** Absent: what has no transcript waits for one. */
  readonly transcription?: TranscriptionSettings;
}

export interface FollowingTask extends FollowingSettings {
  /** The feeds that were being checked when the thread before came to harm. */
  readonly cutOff: readonly string[];
}

/** What the thread tells. `alive`, every few seconds, says that nothing holds it up. */
export type FollowingMessage =
  | { readonly kind: 'alive' }
  | { readonly kind: 'under-way'; readonly addresses: readonly string[] }
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'health'; readonly health: FeedsHealth };

export interface FollowingOptions {
  readonly settings: FollowingSettings;
  readonly log: Logger;
  readonly limits?: Partial<FollowingLimits>;
}

export interface FollowingLimits {
  /** So long without a sign of life, and the thread is ended. */
  readonly silenceMs: number;
  /** Told to stop, it may take so long: less than the 10 seconds of the whole program. */
  readonly graceMs: number;
  /** After it came to harm: this long, twice as long each time, until it has lived for longer than that. */
  readonly restartMs: number;
  readonly mostMegabytes: number;
}

const defaults: FollowingLimits = { silenceMs: 60_000, graceMs: 7_000, restartMs: 5_000, mostMegabytes: 1024 };
const mostRestartMs = 10 * 60_000;

/** As an adapter: `health` tells how it goes, and whether people can be answered does not hang on it. */
export interface Following {
  readonly name: 'feeds';
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): { readonly ready: true; readonly detail: string };
}

export function createFollowing({ settings, log, limits }: FollowingOptions): Following {
  const { silenceMs, graceMs, restartMs, mostMegabytes } = { ...defaults, ...limits };
  let thread: Worker | undefined;
  let health: FeedsHealth | undefined;
  let stopped = false;
  let underWay: readonly string[] = [];
  let restart: NodeJS.Timeout | undefined;
  let restartAfterMs = restartMs;

  const begin = (): void => {
    const begunMs = Date.now();
    const workerData: FollowingTask = { ...settings, cutOff: underWay };
    underWay = [];
    const started = new Worker(builtFile('src/feeds/worker.ts'), {
      workerData,
      name: 'feeds',
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 16 },
    });
    const silence = setTimeout(() => {
      log.warn('the thread that follows feeds does not move any more: it is ended');
      void started.terminate();
    }, silenceMs).unref();
    started.on('message', (message: FollowingMessage) => {
      silence.refresh();
      if (message.kind === 'line') log[message.line.level](message.line.text);
      if (message.kind === 'under-way') underWay = message.addresses;
      if (message.kind === 'health') health = message.health;
    });
    started.on('error', (err) => log.error({ err }, 'the thread that follows feeds came to harm'));
    started.on('exit', () => {
      clearTimeout(silence);
      thread = undefined;
      health = undefined;
      if (stopped) return;
      if (Date.now() - begunMs > restartAfterMs) restartAfterMs = restartMs;
      log.warn(`feeds are followed again in ${Math.ceil(restartAfterMs / 1000)} seconds`);
      restart = setTimeout(begin, restartAfterMs).unref();
      restartAfterMs = Math.min(restartAfterMs * 2, mostRestartMs);
    });
    thread = started;
  };

  return {
    name: 'feeds',
    start: async () => begin(),
    stop: async () => {
      stopped = true;
      clearTimeout(restart);
      const stopping = thread;
      if (stopping === undefined) return;
      const ended = new Promise((resolve) => stopping.once('exit', resolve));
      stopping.postMessage('stop');
      const cutOff = setTimeout(() => stopping.terminate(), graceMs);
      await ended;
      clearTimeout(cutOff);
    },
    health: () => ({
      ready: true,
      detail: health === undefined ? 'not following feeds right now' : tellHealth(health),
    }),
  };
}
