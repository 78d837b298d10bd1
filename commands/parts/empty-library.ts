// A library that nothing can be quoted from: what to do, with the command, or what it waits for.

import type { Context } from '../../src/bot/command.ts';
import { notice } from '../../src/reply/blocks.ts';
import { tell } from '../../src/reply/compose.ts';
import type { Block, Call, Reply } from '../../src/reply/reply.ts';
import { commandLine } from '../../src/text/command-line.ts';

export async function emptyLibraryNotice({ messages, library }: Context): Promise<Block<Call>> {
  const { awaiting } = await library.stats();
  if (awaiting > 0) return notice('info', messages.trouble.awaiting(awaiting));
  return notice('info', messages.trouble.empty(commandLine('import FOLDER')));
}

export async function tellEmptyLibrary(context: Context): Promise<Reply<Call>> {
  return tell(context, [await emptyLibraryNotice(context)]);
}
