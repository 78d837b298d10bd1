// Getting an answer to people after the acknowledgement; where Slack refuses it, what can still be said.

import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Messages } from '../../i18n/messages.ts';
import { renderPlain } from '../../reply/plain.ts';
import type { Reply } from '../../reply/reply.ts';
import { toPlainText } from '../../reply/rich-text.ts';
import { renderLine, renderSlack } from './render.ts';
import { type Outgoing, Refusal } from './respond.ts';

/** Where a message goes: beside the one that was pressed, or in its place. */
export interface Place {
  readonly replace_original: boolean;
}

export interface Delivery {
  /** @throws Refusal */
  readonly send: (responseUrl: string, message: Outgoing) => Promise<void>;
  readonly log: Logger;
}

/** Whether the answer arrived, with its looks or without. */
export async function deliver(
  { send, log }: Delivery,
  responseUrl: string,
  reply: Reply<string>,
  place: Place,
  messages: Messages,
): Promise<boolean> {
  const reference = randomBytes(4).toString('hex');
  const attempt = async (message: Outgoing): Promise<Refusal | undefined> => {
    try {
      await send(responseUrl, message);
      return undefined;
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(String(error), undefined, error);
      const size = JSON.stringify(message).length;
      const facts = { err: error, slack: refusal.said, status: refusal.status, size, reference };
      log.error(facts, 'Slack did not take an answer');
      return refusal;
    }
  };

  const refused = await attempt({ ...renderSlack(reply), ...place });
  if (refused === undefined) return true;
  if (refused.ofContent) {
    const plainer = { ...renderLine(renderPlain(reply), reply.visibility), ...place };
    if ((await attempt(plainer)) === undefined) return true;
  }
  if (refused.isFinal) return false;
  const forbidden = reply.visibility === 'public' && !refused.ofContent;
  const line = forbidden ? messages.platform.cannotPost : toPlainText(messages.trouble.failed(reference));
  await attempt({ ...renderLine(line, 'private'), replace_original: false });
  return false;
}
