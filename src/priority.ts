// Which threads wait for which where there are fewer cores than threads: hearing people comes first, then answers, then imports.

import { getPriority, platform, setPriority } from 'node:os';

/** More than the process has, as Unix counts it: the higher, the more a thread lets others go first. */
const niceness = { answers: 5, imports: 10 } as const;
const most = 19;

/**
 * To be called by a thread at its start. Only on Linux a thread has a priority of its own; elsewhere the whole process would
 * step back (https://man7.org/linux/man-pages/man2/setpriority.2.html#VERSIONS). Where a sandbox forbids it, threads are equals.
 */
export function stepBack(work: keyof typeof niceness): void {
  if (platform() !== 'linux') return;
  try {
    // The main thread's: whoever starts the bot may have told all of it to step back (`nice`), and none may step forward again.
    setPriority(Math.min(most, getPriority(process.pid) + niceness[work]));
  } catch {
    // Everything works, if a little less smoothly.
  }
}
