// Decodes an episode's audio with ffmpeg, which is given nothing but that one file: audio from elsewhere may be hostile.

import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { VerbatimError } from '../errors.ts';
import { bytesASample, samplesASecond } from './sound.ts';
import { Trouble } from './stop.ts';

/** Containers and codecs that podcasts come in. Playlists and lists of files, which name others, are none of them. */
const containers = 'aac,aiff,asf,flac,matroska,mov,mp3,ogg,w64,wav';
const codecs =
  'aac,alac,flac,mp2,mp2float,mp3,mp3float,opus,libopus,vorbis,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_f32le';
/** More than any episode has; what is longer is a fault or a trap. */
const mostSeconds = 12 * 3600;
const timeoutMs = 30 * 60_000;

export interface DecodeOptions {
  /** As people know it, for errors. */
  readonly name: string;
  readonly searchPath: string | undefined;
  readonly longestSeconds?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * From one local file into another, as bare samples: 115 MB an hour.
 * @throws VerbatimError `malformed` or `too-large`; Trouble where there is no ffmpeg.
 */
export async function decode(file: string, into: string, options: DecodeOptions): Promise<void> {
  const { name, searchPath, longestSeconds = mostSeconds, signal } = options;
  const { code, said } = await run(argumentsFor(file, into, longestSeconds), searchPath, signal);
  signal?.throwIfAborted();
  if (code !== 0) {
    throw new VerbatimError(
      'malformed',
      `${name} could not be decoded as audio${said === '' ? '' : ` (${said})`}. Check that its address is that of an audio file.`,
    );
  }
  if ((await stat(into)).size >= longestSeconds * samplesASecond * bytesASample) {
    const hours = Math.round(longestSeconds / 3600);
    throw new VerbatimError('too-large', `${name} is longer than ${hours} hours, and is not transcribed.`);
  }
}

/** https://ffmpeg.org/ffmpeg-formats.html#Format-Options, https://ffmpeg.org/ffmpeg-protocols.html#Protocol-Options */
function argumentsFor(file: string, into: string, longestSeconds: number): string[] {
  const careful = ['-protocol_whitelist', 'file', '-format_whitelist', containers, '-codec_whitelist', codecs];
  const input = [...careful, '-threads', '1', '-i', `file:${file}`];
  const samples = ['-map', '0:a:0', '-t', String(longestSeconds), '-ac', '1', '-ar', String(samplesASecond)];
  return ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y', ...input, ...samples, '-f', 's16le', `file:${into}`];
}

function run(
  args: readonly string[],
  searchPath: string | undefined,
  signal: AbortSignal | undefined,
): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const env = searchPath === undefined ? {} : { PATH: searchPath };
    const limit = AbortSignal.timeout(timeoutMs);
    const child = spawn('ffmpeg', args, {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      killSignal: 'SIGKILL',
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      if (said.length < 10_000) said += data.toString();
    });
    child.once('spawn', () => giveWay(child.pid));
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') reject(new Trouble(noFfmpeg));
      else if (error.name !== 'AbortError') reject(error);
      else said = 'it took too long';
    });
    child.once('close', (code) => resolve({ code, said: lastLine(said) }));
  });
}

const noFfmpeg =
  'ffmpeg is needed to cut audio for transcription and was not found. Install it (apt install ffmpeg, brew install ffmpeg), ' +
  'and see that it is in the PATH.';

/** People who ask go before audio that has waited for days. */
function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system does not allow it.
  }
}

function lastLine(said: string): string {
  const line = said.trim().split('\n').at(-1) ?? '';
  // ffmpeg names the file that it was given, which means nothing to anybody.
  return line
    .replace(/^\S*file:\S+: /, '')
    .replace(/^\[[^\]]*\] /, '')
    .slice(0, 200);
}
