// An empty library: what to do, with the command.

import type { Context } from '../../src/bot/command.ts';
import { notice, noticeReply } from '../../src/reply/notice.ts';
import type { Block, Call, Reply } from '../../src/reply/reply.ts';

export function emptyLibraryNotice({ messages }: Context): Block<Call> {
  return notice('info', messages.trouble.empty('verbatim import PATH'));
}

export function emptyLibraryReply(context: Context): Reply<Call> {
  return noticeReply([emptyLibraryNotice(context)], context);
}
