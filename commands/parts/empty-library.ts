// An empty library: what to do, with the command.

import type { Context } from '../../src/bot/command.ts';
import { notice } from '../../src/reply/blocks.ts';
import { tell } from '../../src/reply/compose.ts';
import type { Block, Call, Reply } from '../../src/reply/reply.ts';

export function emptyLibraryNotice({ messages }: Context): Block<Call> {
  return notice('info', messages.trouble.empty('verbatim import PATH'));
}

export function tellEmptyLibrary(context: Context): Reply<Call> {
  return tell(context, [emptyLibraryNotice(context)]);
}
