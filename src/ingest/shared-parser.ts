// One thread that reads transcripts for all imports of this process, and with it one bound on memory.

import { type Parser, type ParserThread, startParser } from './parser.ts';

/** For so long after the last import the thread waits for another: to start takes it longer than to read a transcript. */
const idleMs = 2_000;

let shared: { readonly parser: ParserThread; users: number; idle?: NodeJS.Timeout } | undefined;

/** To be closed by each import. */
export function openParser(): Parser {
  shared ??= { parser: startParser(), users: 0 };
  const mine = shared;
  clearTimeout(mine.idle);
  mine.users += 1;
  mine.parser.keepAlive(true);
  // While the first transcript is still being looked for or fetched.
  mine.parser.begin();
  return {
    parse: mine.parser.parse,
    detectLanguage: mine.parser.detectLanguage,
    async close() {
      mine.users -= 1;
      if (mine.users > 0) return;
      mine.parser.keepAlive(false);
      mine.idle = setTimeout(() => {
        if (shared === mine) shared = undefined;
        void mine.parser.close();
      }, idleMs).unref();
    },
  };
}
