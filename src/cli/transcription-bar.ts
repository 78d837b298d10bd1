// How far transcribing is: one line on a terminal that is gone when it ends.

import { SingleBar } from 'cli-progress';
import type { TranscriptionProgress } from '../transcription/transcription.ts';

export interface TranscriptionBar {
  readonly show: (progress: TranscriptionProgress) => void;
  readonly clear: () => void;
}

export function showTranscription(stream: NodeJS.WritableStream): TranscriptionBar {
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage} % · {episode}/{episodes} · {act} · {title}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
    // Ctrl-C is the command's own matter.
    gracefulExit: false,
  });
  let started = false;
  return {
    show: ({ title, act, done, total, audioSeconds = 1, transcribedSeconds = 0 }) => {
      const told = { title, act, episode: done + 1, episodes: total };
      if (!started) bar.start(audioSeconds, transcribedSeconds, told);
      bar.setTotal(audioSeconds);
      bar.update(transcribedSeconds, told);
      started = true;
    },
    clear: () => {
      if (started) bar.stop();
      started = false;
    },
  };
}
