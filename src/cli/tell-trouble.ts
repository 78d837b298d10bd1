// Says once, to whoever uses the command line next, which feeds are gone or have failed for days.

import { tellTrouble } from '../feeds/trouble.ts';
import type { FeedShelf } from '../library/feed-shelf.ts';

/** On standard error: it is none of what was asked for. */
export async function tellTroubleOnce(library: FeedShelf): Promise<void> {
  for (const text of await tellTrouble(library, 'toldPerson', new Date())) process.stderr.write(`Note: ${text}\n`);
}
