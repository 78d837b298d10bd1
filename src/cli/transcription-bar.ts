// How far transcribing is.

import type { TranscriptionProgress } from '../transcription/transcription.ts';
import { createBar } from './bar.ts';

export interface TranscriptionBar {
  readonly show: (progress: TranscriptionProgress) => void;
  readonly clear: () => void;
}

export function showTranscription(stream: NodeJS.WritableStream): TranscriptionBar {
  const { show, clear } = createBar(stream, {
    format: '{bar} {percentage} % · {episode}/{episodes} · {act} · {title}',
  });
  return {
    show: ({ title, act, done, total, audioSeconds = 1, transcribedSeconds = 0 }) =>
      show(audioSeconds, transcribedSeconds, { title, act, episode: done + 1, episodes: total }),
    clear,
  };
}
