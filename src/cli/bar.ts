// One line on a terminal that shows how far something is, and is gone when it ends.

import { type Options, SingleBar } from 'cli-progress';

export interface Bar {
  readonly show: (total: number, done: number, told: Readonly<Record<string, string | number>>) => void;
  readonly clear: () => void;
}

export function createBar(stream: NodeJS.WritableStream, how: Pick<Options, 'format' | 'formatTime'>): Bar {
  const bar = new SingleBar({
    stream,
    ...how,
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
    show: (total, done, told) => {
      if (!started) bar.start(total, done, told);
      bar.setTotal(total);
      bar.update(done, told);
      started = true;
    },
    clear: () => {
      if (started) bar.stop();
      started = false;
    },
  };
}
