// Whether this machine has what makes and reads speech; without it the tests that need it say so and are skipped.
import { execFileSync, spawnSync } from 'node:child_process';

const has = (program: string, flag: string): boolean => spawnSync(program, [flag]).status === 0;

const lacking = [
  ...(has('ffmpeg', '-version') ? [] : ['ffmpeg']),
  ...(has('espeak-ng', '--version') ? [] : ['espeak-ng']),
];

/** Why tests with real speech are skipped; empty where they are not. */
export const withoutMediaTools = lacking.length === 0 ? '' : ` (skipped: ${lacking.join(' and ')} not installed)`;

/** 16 kHz, one channel. */
export function toSamples(media: Buffer): Int16Array {
  const args = ['-v', 'error', '-i', 'pipe:0', '-ac', '1', '-ar', '16000', '-f', 's16le', 'pipe:1'];
  const bytes = execFileSync('ffmpeg', args, { input: media, maxBuffer: 1e9 });
  return Int16Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.readInt16LE(index * 2));
}

/** @param coding what ffmpeg is told of the file, besides its name. */
export function encode(samples: Int16Array, file: string, coding: readonly string[]): void {
  const input = ['-v', 'error', '-y', '-f', 's16le', '-ar', '16000', '-ac', '1', '-i', 'pipe:0'];
  execFileSync('ffmpeg', [...input, ...coding, file], { input: Buffer.from(samples.buffer) });
}

/** espeak-ng speaks at 22,050 samples a second, behind a header of 44 bytes. */
export function speak(voice: string, text: string): Int16Array {
  const wav = execFileSync('espeak-ng', ['-v', voice, '-s', '165', '--stdout', text], { maxBuffer: 1e9 });
  const spoken = (index: number) => (index * 2 + 46 <= wav.length ? wav.readInt16LE(44 + index * 2) : 0);
  return Int16Array.from({ length: Math.floor((((wav.length - 44) / 2) * 16_000) / 22_050) }, (_, index) => {
    const place = (index * 22_050) / 16_000;
    const before = Math.floor(place);
    return Math.round(spoken(before) + (spoken(before + 1) - spoken(before)) * (place - before));
  });
}
