// The bot in a process of its own, as `verbatim start` runs it: node bot.js LIBRARY; tells how long its event loop was held up.

import { performance } from 'node:perf_hooks';
import { createLog } from '../../src/log.ts';
import { startVerbatim } from '../../src/main.ts';
import { readSettings } from '../../src/settings.ts';
import { type Lateness, watchLoop } from './lateness.ts';

/** What the bot is told: to begin counting, and to say what it counted. */
export type Told = 'begin' | 'end';

export interface Load extends Lateness {
  /** The share of the time in which it worked. */
  readonly busy: number;
  readonly residentMegabytes: number;
}

const [LIBRARY = ''] = process.argv.slice(2);
const settings = readSettings({ LIBRARY, PORT: '0' });
const running = await startVerbatim(settings, await createLog('silent'));
const watch = watchLoop();
let before = performance.eventLoopUtilization();

process.on('message', (told: Told) => {
  if (told === 'begin') {
    watch.begin();
    before = performance.eventLoopUtilization();
    process.send?.('counting');
    return;
  }
  const counted: Load = {
    ...watch.end(),
    busy: performance.eventLoopUtilization(before).utilization,
    residentMegabytes: process.memoryUsage().rss / 1e6,
  };
  process.send?.(counted);
});
process.once('disconnect', () => void running.stop().finally(() => process.exit()));
process.send?.(running.url);
