// A process that does nothing beside the bot: how late is even its event loop, with the cores as busy as they are?

import type { Told } from './bot.ts';
import { watchLoop } from './lateness.ts';

const watch = watchLoop();
process.on('message', (told: Told) => {
  if (told === 'end') return process.send?.(watch.end());
  watch.begin();
  return process.send?.('counting');
});
process.once('disconnect', () => process.exit());
process.send?.('here');
