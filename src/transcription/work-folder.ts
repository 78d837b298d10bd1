// Where audio lies while it is worked on, for one process at a time: two would pay twice.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Episode } from '../model.ts';
import { Trouble } from './stop.ts';

export interface WorkFolder {
  /** Where an episode's audio goes; it stays there until the episode is done, so that going on needs no second download. */
  audioFile(episode: Episode): string;
  samplesFile(episode: Episode): string;
  /** Whether work on it has begun. */
  holds(episode: Episode): boolean;
  /** Removes an episode's files. */
  clear(episode: Episode): Promise<void>;
  /** Lets the next process in. */
  leave(): Promise<void>;
}

const beatMs = 20_000;
/** Whoever has not been heard of for so long is gone. In a container a new process may have a dead one's number. */
const silentMs = 3 * beatMs;
const self = `${hostname()} ${process.pid}`;

/** Removes what nobody waits for any more. @throws Trouble where another process works there. */
export async function enterWorkFolder(folder: string, waiting: readonly Episode[]): Promise<WorkFolder> {
  await mkdir(folder, { recursive: true });
  const lock = join(folder, 'lock');
  await take(lock);
  const beat = setInterval(() => utimes(lock, new Date(), new Date()).catch(() => undefined), beatMs);
  beat.unref();
  const wanted = new Set(waiting.map((episode) => `${nameOf(episode)}.audio`));
  const present = new Set(await readdir(folder));
  for (const name of present) {
    if (name !== 'lock' && !wanted.has(name)) await rm(join(folder, name), { force: true });
  }
  const audioFile = (episode: Episode) => join(folder, `${nameOf(episode)}.audio`);
  const samplesFile = (episode: Episode) => join(folder, `${nameOf(episode)}.samples`);
  return {
    audioFile,
    samplesFile,
    holds: (episode) => present.has(`${nameOf(episode)}.audio`),
    async clear(episode) {
      await rm(audioFile(episode), { force: true });
      await rm(samplesFile(episode), { force: true });
    },
    async leave() {
      clearInterval(beat);
      await rm(lock, { force: true });
    },
  };
}

/** An episode whose audio has another address now is fetched anew. */
function nameOf({ id, audio = '' }: Episode): string {
  return `${id}-${createHash('sha256').update(audio).digest('hex').slice(0, 8)}`;
}

async function take(lock: string): Promise<void> {
  for (;;) {
    try {
      return await writeFile(lock, self, { flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (await isHeld(lock)) {
        throw new Trouble('Another process of Verbatim is transcribing already. Wait until it is done, or stop it.');
      }
      await rm(lock, { force: true });
    }
  }
}

async function isHeld(lock: string): Promise<boolean> {
  try {
    const holder = await readFile(lock, 'utf8');
    const { mtimeMs } = await stat(lock);
    if (holder === self || Date.now() - mtimeMs > silentMs) return false;
    const [host, pid] = holder.split(' ');
    return host !== hostname() || isAlive(Number(pid));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
