// Keeps V8 from taking what a long file is made into for something that stays.

import { setFlagsFromString } from 'node:v8';

/**
 * To be called before a long file is read. Of what lived on at first V8 makes all that follows where it collects last
 * (https://v8.dev/blog/trash-talk tells of the two generations): rows by the hundred thousand then take twice the time and
 * memory, in one run of three. It holds for the whole process, where it costs nothing that could be measured.
 */
export function expectShortLived(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
