// Answers of one line: nothing there, something missing, something to know.

import type { Action, Block, Call, Reply, RichText, Tone } from './reply.ts';
import { plain, toPlainText } from './rich-text.ts';

export function notice(tone: Tone, text: string | RichText): Block<Call> {
  return { kind: 'notice', tone, text: typeof text === 'string' ? plain(text) : text };
}

/** For the asker alone: the channel need not read that nothing was found. */
export function noticeReply(
  blocks: readonly Block<Call>[],
  { locale }: { readonly locale: string },
  actions: readonly Action<Call>[] = [],
): Reply<Call> {
  const first = blocks.find((block) => block.kind === 'notice');
  const summary = first === undefined ? '' : toPlainText(first.text);
  return { blocks, actions, visibility: 'private', summary, locale };
}
