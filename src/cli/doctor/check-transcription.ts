// Whether what has no transcript can get one: the variable that says where, and the program that cuts the sound.

import { execFile } from 'node:child_process';
import type { Settings } from '../../settings.ts';
import type { Finding } from './finding.ts';

const about = 'transcription';
const timeoutMs = 10_000;

export async function checkTranscription({ transcription }: Settings): Promise<readonly Finding[]> {
  if (!transcription.configured) {
    const text = `Not set up: ${transcription.lacks} is not set.`;
    return [{ state: 'note', about, text, mend: 'See docs/transcription.md.' }];
  }
  const { address, mostHoursADay } = transcription.settings;
  const { host } = new URL(address);
  const text = `Episodes without transcript go to ${host}, at most ${mostHoursADay} hours of audio a day.`;
  return [{ state: 'well', about, text }, ...(await checkFfmpeg())];
}

async function checkFfmpeg(): Promise<readonly Finding[]> {
  const runs = await new Promise<boolean>((resolve) => {
    execFile('ffmpeg', ['-version'], { timeout: timeoutMs }, (error) => resolve(error === null));
  });
  if (runs) return [];
  const mend = 'Install it: apt install ffmpeg, brew install ffmpeg, or https://ffmpeg.org/download.html.';
  return [{ state: 'wrong', about, text: 'ffmpeg is not there, or does not run; it cuts the audio.', mend }];
}
