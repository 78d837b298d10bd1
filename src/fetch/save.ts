// Writes what comes in into a file, whole or not at all.

import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { VerbatimError } from '../errors.ts';

/** Under a name of its own until it is whole: a process that is killed leaves a `.part`, never half a file. */
export async function save(
  file: string,
  write: (put: (chunk: Buffer) => Promise<void>) => Promise<void>,
): Promise<number> {
  const part = `${file}.${randomUUID()}.part`;
  let bytes = 0;
  const handle = await onDisk(file, () => open(part, 'wx'));
  try {
    try {
      await write(async (chunk) => {
        await onDisk(file, () => handle.writeFile(chunk));
        bytes += chunk.length;
      });
      await onDisk(file, () => handle.sync());
    } finally {
      await handle.close();
    }
    await onDisk(file, () => rename(part, file));
    return bytes;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function onDisk<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new VerbatimError('unavailable', `${file} cannot be written${why}. Make room, or make its folder writable.`, {
      file,
      cause,
    });
  }
}
