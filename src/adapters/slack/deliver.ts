// Getting an answer to people after the acknowledgement; where Slack refuses it, what can still be said.

import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Messages } from '../../i18n/messages.ts';
import { renderPlain } from '../../reply/plain.ts';
import type { Reply, Visibility } from '../../reply/reply.ts';
import { toPlainText } from '../../reply/rich-text.ts';
import { renderLine, renderSlack } from './render.ts';
import { type Outgoing, Refusal, type Send } from './respond.ts';

/** Where a message goes: beside the one that was pressed, or in its place. */
export interface Place {
  readonly replace_original: boolean;
}

export interface Delivery {
  readonly send: Send;
  readonly log: Logger;
}

/** The uses of a `response_url` that are left for telling why an answer did not arrive. */
const forTheReason = 1;

/** Whether the answer arrived, with its looks or without. */
export async function deliver(
  { send, log }: Delivery,
  reply: Reply<string>,
  place: Place,
  messages: Messages,
): Promise<boolean> {
  const reference = randomBytes(4).toString('hex');
  const attempt = async (message: Outgoing, spare: number): Promise<Refusal | undefined> => {
    try {
      await send(message, spare);
      return undefined;
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(String(error), undefined, error);
      const size = JSON.stringify(message).length;
      const facts = { err: error, slack: refusal.said, status: refusal.status, size, reference };
      log.error(facts, 'Slack did not take an answer');
      return refusal;
    }
  };

  let refused = await attempt({ ...renderSlack(reply), ...place }, forTheReason);
  if (refused?.ofContent) {
    const plainer = { ...renderLine(renderPlain(reply), reply.visibility), ...place };
    refused = await attempt(plainer, forTheReason);
  }
  if (refused === undefined) return true;
  if (refused.isFinal) return false;
  const line = reason(refused, reply.visibility, messages) ?? toPlainText(messages.trouble.failed(reference));
  await attempt({ ...renderLine(line, 'private'), replace_original: false }, 0);
  return false;
}

/** What people are told of it; nothing where only the log can tell more. */
function reason(refused: Refusal, visibility: Visibility, { platform }: Messages): string | undefined {
  if (refused.isPassing) return platform.notTaken;
  return visibility === 'public' && refused.ofPermission ? platform.cannotPost : undefined;
}
