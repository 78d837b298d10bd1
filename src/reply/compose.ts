// Replies from their parts: one for whoever asked as they asked, one for the asker alone.

import type { Action, Block, Call, Reply, Visibility } from './reply.ts';
import { toPlainText } from './rich-text.ts';

interface Parts {
  readonly blocks: readonly Block<Call>[];
  readonly actions?: readonly Action<Call>[];
  /** One line for notifications and where nothing else fits. */
  readonly summary: string;
}

/** What a command's context says of its answer. */
interface Asked {
  readonly visibility: Visibility;
  readonly locale: string;
}

export function answer({ visibility, locale }: Asked, { blocks, actions = [], summary }: Parts): Reply<Call> {
  return { blocks, actions, visibility, summary, locale };
}

/** For the asker alone, whoever was asked: the channel need not read that nothing was found. */
export function tell(
  { locale }: Pick<Asked, 'locale'>,
  blocks: readonly Block<Call>[],
  actions: readonly Action<Call>[] = [],
): Reply<Call> {
  const first = blocks.find((block) => block.kind === 'notice');
  const summary = first === undefined ? '' : toPlainText(first.text);
  return answer({ visibility: 'private', locale }, { blocks, actions, summary });
}
