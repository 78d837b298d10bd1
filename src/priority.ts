// Which threads wait for which where there are fewer cores than threads: hearing people comes first, then answers, then imports.

import { platform, setPriority } from 'node:os';

/** As Unix counts them: the higher, the more it lets others go first; a process has 0. */
const niceness = { answers: 5, imports: 10 } as const;

/**
 * To be called by a thread at its start. Only on Linux a thread has a priority of its own; elsewhere the whole process would
 * step back (https://man7.org/linux/man-pages/man2/setpriority.2.html#VERSIONS).
 */
export function stepBack(work: keyof typeof niceness): void {
  if (platform() === 'linux') setPriority(niceness[work]);
}
