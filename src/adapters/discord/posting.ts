// Sends one interaction's answer by Discord's rules for what may come first, what may follow and who sees it.

import type { Logger } from 'pino';
import type { Answer } from '../../bot/command.ts';
import type { Commanded, Pressed } from './receive.ts';
import { refusalOf } from './refusal.ts';
import { editedCard, type MessageBody, newMessage, renderDiscord } from './render.ts';
import type { DiscordTiming } from './timing.ts';
import { callback, flag } from './wire.ts';
import { pause } from './within.ts';

/** What can be sent about one interaction. Each rejects with what Discord's client throws. */
export interface Line {
  respond(type: number, data?: unknown): Promise<void>;
  /** Changes the answer given so far, or the message whose button was pressed. */
  edit(body: unknown): Promise<void>;
  followUp(body: unknown): Promise<void>;
  /** Takes the answer given so far away. */
  remove(): Promise<void>;
}

/**
 * How far it has come. `fresh`: nothing sent. `thinking`: everybody sees that an answer is being prepared;
 * `thinking-alone`: the asker does. `silent`: acknowledged, and nothing to see. `answered`: there is an answer to edit.
 */
type Stage = 'fresh' | 'thinking' | 'thinking-alone' | 'silent' | 'answered';

export interface Posting {
  /** Tells Discord that an answer will come. `alone`: for the asker's eyes. */
  acknowledge(alone: boolean): Promise<void>;
  /** Posts the answer in the best form that Discord takes. At most one message, so never near a user install's five. */
  deliver(answer: Answer): Promise<void>;
}

export function createPosting(
  asked: Commanded | Pressed,
  line: Line,
  log: Logger,
  { pausesMs }: DiscordTiming,
): Posting {
  let stage: Stage = 'fresh';
  const onCard = asked.kind === 'press' && asked.onCard;

  /** Again where Discord had trouble, as often as there is time. */
  async function patiently(send: () => Promise<void>): Promise<void> {
    for (const ms of stage === 'fresh' ? pausesMs.slice(0, 1) : pausesMs) {
      try {
        return await send();
      } catch (error) {
        if (refusalOf(error).kind !== 'trouble') throw error;
        await pause(ms);
      }
    }
    return send();
  }

  /** The first response. Discord may have taken it although the way back was cut: then there is an answer to edit. */
  async function respond(type: number, next: Stage, data?: unknown): Promise<boolean> {
    let isTaken = true;
    try {
      await line.respond(type, data);
    } catch (error) {
      if (refusalOf(error).kind !== 'acknowledged') throw error;
      isTaken = false;
    }
    stage = next;
    return isTaken;
  }

  async function post(body: MessageBody, replaces: boolean): Promise<void> {
    const alone = (body.flags & flag.ephemeral) !== 0;
    // Who sees a message is fixed when it is first sent: an edit may not say it again.
    const kept = { ...body, flags: body.flags & ~flag.ephemeral };
    // A message that was no card becomes one only without what cards do not have.
    const edited = replaces && !onCard ? { content: null, embeds: [], ...kept } : kept;
    if (stage === 'fresh') {
      const type = replaces ? callback.update : callback.message;
      if (await respond(type, 'answered', replaces ? edited : body)) return;
    }
    if (stage === 'thinking' && alone) {
      // What all have seen begin cannot become private.
      await line.remove().catch(unlessGone);
      stage = 'silent';
    }
    if (stage === 'silent' && !replaces) return line.followUp(body);
    return line.edit(edited);
  }

  return {
    async acknowledge(alone) {
      await patiently(async () => {
        if (asked.kind === 'press') await respond(callback.silent, 'silent');
        else if (alone) await respond(callback.thinking, 'thinking-alone', { flags: flag.ephemeral });
        else await respond(callback.thinking, 'thinking');
      });
    },
    async deliver({ reply, delivery }) {
      const replaces = asked.kind === 'press' && delivery === 'replace';
      const shown = asked.place.mayPost || replaces ? reply : ({ ...reply, visibility: 'private' } as const);
      const forms = replaces && onCard ? editedCard : newMessage;
      for (const form of forms) {
        try {
          return await patiently(() => post(renderDiscord(shown, form), replaces));
        } catch (error) {
          const { kind, said } = refusalOf(error);
          if (kind !== 'body' || form === forms.at(-1)) throw error;
          log.warn({ form, ...said }, 'Discord refused an answer; trying a plainer one');
        }
      }
    },
  };
}

/** Somebody, or an attempt whose way back was cut, may have taken it away already. */
function unlessGone(error: unknown): void {
  if (refusalOf(error).kind !== 'expired') throw error;
}
