// An episode's audio decoded: one long run of samples in a file, from which any part is read exactly.

import { open, stat } from 'node:fs/promises';

/** What speech recognition works with, whatever it is sent: more would be thrown away there. */
export const samplesASecond = 16_000;
export const bytesASample = 2;
/** http://soundfile.sapp.org/doc/WaveFormat/ */
export const wavHeaderBytes = 44;

/** Places are counted in samples, so that nothing is rounded. */
export interface Sound {
  readonly samples: number;
  /** Little-endian 16 bit. */
  read(from: number, to: number): Promise<Buffer>;
  close(): Promise<void>;
}

export async function openSound(file: string): Promise<Sound> {
  const { size } = await stat(file);
  const handle = await open(file, 'r');
  return {
    samples: Math.floor(size / bytesASample),
    async read(from, to) {
      const bytes = Buffer.alloc((to - from) * bytesASample);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from * bytesASample);
      return bytes.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}

/**
 * As a WAV file: the one format that every such service reads, a local one without ffmpeg too, and the one in which a time
 * is a place in the file; coded ones begin with a few hundredths of a second that some readers keep.
 */
export function asWav(samples: Buffer): Buffer {
  const header = Buffer.alloc(wavHeaderBytes);
  header.write('RIFF', 0);
  header.writeUInt32LE(wavHeaderBytes - 8 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(samplesASecond, 24);
  header.writeUInt32LE(samplesASecond * bytesASample, 28);
  header.writeUInt16LE(bytesASample, 32);
  header.writeUInt16LE(bytesASample * 8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** Samples that fit a WAV file of so many bytes. */
export function samplesWithin(bytes: number): number {
  return Math.floor((bytes - wavHeaderBytes) / bytesASample);
}
