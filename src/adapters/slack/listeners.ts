// What Bolt hears, handed to the conversation; and what of it is still under way.

import type { App, BlockAction, ButtonAction, Context, ViewSubmitAction } from '@slack/bolt';
import type { Logger } from 'pino';
import { pressId } from './buttons.ts';
import type { Conversation } from './conversation.ts';
import type { Line } from './hearing.ts';
import { fieldId, formId } from './modal.ts';
import type { SlackMessage } from './render.ts';
import { within } from './within.ts';

export interface Listeners {
  /** From now on commands are answered with this alone. */
  close(farewell: SlackMessage): void;
  /** Resolves when all that is under way is answered, or the time is over. */
  answered(withinMs: number): Promise<void>;
}

export function listen(app: App, conversation: Conversation, log: Logger): Listeners {
  const underWay = new Set<Promise<void>>();
  let farewell: SlackMessage | undefined;

  const track = async (work: Promise<void>): Promise<void> => {
    underWay.add(work);
    try {
      await work;
    } finally {
      underWay.delete(work);
    }
  };
  const lineIn = (context: Context): Line | undefined => context.line;

  app.command(/.*/, async ({ payload, ack, context }) => {
    if (farewell === undefined) await track(conversation.command(payload, ack, lineIn(context)));
    else await ack(farewell);
  });
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions' }, async ({ body, ack, context }) => {
    // A link that was opened is told too, and wants nothing but to be acknowledged.
    if (pressId.test(body.actions[0]?.action_id ?? '')) await track(conversation.press(body, ack, lineIn(context)));
    else await ack();
  });
  app.options(fieldId, async ({ payload, ack }) => {
    await ack({ options: await conversation.typing(payload) });
  });
  app.view<ViewSubmitAction>({ callback_id: formId, type: 'view_submission' }, async ({ body, ack, context }) => {
    await track(conversation.form(body, ack, lineIn(context)));
  });
  app.error(async (error) => {
    log.error({ err: error }, 'something from Slack could not be answered');
  });

  return {
    close(message) {
      farewell = message;
      conversation.hurry();
    },
    async answered(withinMs) {
      await within(Promise.allSettled(underWay), withinMs);
    },
  };
}
