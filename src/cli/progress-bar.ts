// How far an import is: one line on a terminal that is gone when it ends.

import { SingleBar } from 'cli-progress';
import type { ImportProgress } from '../ingest/report.ts';

export interface ProgressBar {
  readonly show: (progress: ImportProgress) => void;
  readonly clear: () => void;
}

export function showProgress(stream: NodeJS.WritableStream): ProgressBar {
  const bar = new SingleBar({
    stream,
    format: '{bar} {value}/{total} · {eta_formatted} left · {current}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
    formatTime: timeLeft,
    // Ctrl-C is the import's own matter.
    gracefulExit: false,
  });
  let started = false;
  return {
    show: ({ done, total, current }) => {
      if (!started) bar.start(total, done, { current });
      else {
        bar.setTotal(total);
        bar.update(done, { current });
      }
      started = true;
    },
    clear: () => {
      if (started) bar.stop();
      started = false;
    },
  };
}

/** Nothing is known before the first episode is through. */
function timeLeft(seconds: number): string {
  if (!Number.isFinite(seconds)) return '…';
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)}h${minutes % 60}m`;
  return minutes === 0 ? `${Math.ceil(seconds)}s` : `${minutes}m${Math.floor(seconds % 60)}s`;
}
