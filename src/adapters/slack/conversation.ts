// What happens when somebody types, presses or sends a form: acknowledged at once, answered once. Knows no network: it is
// handed the ways to acknowledge and to answer.

import type { BlockAction, BlockSuggestion, ButtonAction, SlashCommand, types, ViewSubmitAction } from '@slack/bolt';
import type { Bot } from '../../bot/command.ts';
import { localeFor, messagesFor } from '../../i18n/languages.ts';
import type { Locale, Messages } from '../../i18n/messages.ts';
import { type Delivery, deliver } from './deliver.ts';
import { limits } from './limits.ts';
import { createMemory } from './memory.ts';
import { type Form, formOf, renderForm, renderNote, renderSuggestions } from './modal.ts';
import type { People } from './people.ts';
import { type Known, receiveCommand, receiveForm, receivePress, receiveTyping } from './receive.ts';
import { renderLine, renderSlack, type SlackMessage } from './render.ts';
import type { Line } from './sockets.ts';
import { within } from './within.ts';

export interface ConversationOptions extends Delivery {
  readonly bot: Bot;
  readonly people: People;
  readonly defaultLocale: Locale;
  readonly openForm: (triggerId: string, view: types.ModalView) => Promise<unknown>;
  /** An answer that takes longer comes after the acknowledgement instead of in it. */
  readonly acknowledgeWithinMs?: number;
  readonly now?: () => number;
}

/** Rejects where it cannot reach Slack. */
export type Acknowledge<T> = (answer?: T) => Promise<void>;

export interface Conversation {
  command(payload: SlashCommand, acknowledge: Acknowledge<SlackMessage>, line?: Line): Promise<void>;
  press(payload: BlockAction<ButtonAction>): Promise<void>;
  typing(payload: BlockSuggestion): Promise<types.PlainTextOption[]>;
  form(payload: ViewSubmitAction, acknowledge: Acknowledge<FormUpdate>): Promise<void>;
  /** Acknowledges whatever still waits for an answer: it will come on its own. */
  hurry(): void;
}

export interface FormUpdate {
  readonly response_action: 'update';
  readonly view: types.ModalView;
}

/** A command that was heard: what it was acknowledged with, and on which connection. */
interface Heard {
  message?: SlackMessage;
  readonly line: Line | undefined;
}

const suggestWithinMs = 1_500;
/** A second press within it is one of a trembling finger. */
const samePressMs = 500;

export function createConversation(options: ConversationOptions): Conversation {
  const { bot, people, log, acknowledgeWithinMs = 1_800, now = Date.now } = options;
  const heard = createMemory<Heard>({ most: 10_000, lifeMs: 5 * 60_000, now });
  const presses = createMemory<{ readonly atMs: number; underWay: boolean }>({ most: 10_000, lifeMs: 60_000, now });
  const hurry = new AbortController();

  const know = async (userId: string, teamId: string | undefined, userName: string): Promise<Known> => {
    const { name, locale } = await people.find(userId);
    const person = { id: `${teamId ?? ''}.${userId}`, name: name ?? userName };
    return { person, ...(locale === undefined ? {} : { locale }) };
  };
  /** False for what Slack sends again. */
  const isNew = (triggerId: string): boolean => {
    if (heard.get(triggerId) !== undefined) return false;
    heard.set(triggerId, { line: undefined });
    return true;
  };
  const localeOf = (known: Known): Locale => localeFor(known.locale, options.defaultLocale);
  const messagesOf = (known: Known): Messages => messagesFor(localeOf(known));

  /** Whether Slack may have it. */
  const arrives = (acknowledging: Promise<void>): Promise<boolean> =>
    acknowledging.then(
      () => true,
      (error: unknown) => {
        log.debug({ err: error }, 'an acknowledgement did not reach Slack');
        return false;
      },
    );

  const askForMore = async (payload: SlashCommand, command: string, known: Known): Promise<void> => {
    const declared = bot.commands.find(({ name }) => name === command);
    if (declared === undefined) return;
    const form: Form = { command, responseUrl: payload.response_url, openedAtMs: now() };
    try {
      await options.openForm(payload.trigger_id, renderForm(declared, form, localeOf(known)));
    } catch (error) {
      log.error({ err: error }, 'Slack did not open a form');
      await options
        .send(payload.response_url, renderLine(messagesOf(known).platform.tooLate, 'private'))
        .catch(() => {});
    }
  };

  return {
    async command(payload, acknowledge, line) {
      const before = heard.get(payload.trigger_id);
      // Sent again: what went out on a connection that broke may not have arrived, anything else has.
      if (before !== undefined) return acknowledge(before.line?.alive === false ? before.message : undefined);
      const hearing: Heard = { line };
      heard.set(payload.trigger_id, hearing);

      const begun = now();
      const known = await know(payload.user_id, payload.team_id, payload.user_name);
      const { invocation, needsForm } = receiveCommand(payload, bot, known);
      if (needsForm) {
        await Promise.all([arrives(acknowledge()), askForMore(payload, invocation.command, known)]);
        return;
      }
      const answering = bot.run(invocation);
      const early = await within(answering, acknowledgeWithinMs - (now() - begun), hurry.signal);
      const message = early && renderSlack(early.reply);
      // Of what stands in an acknowledgement Slack tells nobody why it was refused, and a picture it cannot fetch is a reason.
      if (message?.blocks?.every((block) => block.type !== 'image')) {
        hearing.message = message;
        if (await arrives(acknowledge(message))) return;
        delete hearing.message;
      } else {
        await arrives(acknowledge());
      }
      const { reply } = early ?? (await answering);
      await deliver(options, payload.response_url, reply, { replace_original: false }, messagesOf(known));
    },

    async press(payload) {
      const [action] = payload.actions;
      if (action?.value === undefined || !isNew(payload.trigger_id)) return;
      const key = [payload.user.id, payload.container.message_ts, action.value].join(' ');
      const before = presses.get(key);
      if (before !== undefined && (before.underWay || now() - before.atMs < samePressMs)) return;
      const pressing = { atMs: now(), underWay: true };
      presses.set(key, pressing);
      const known = await know(payload.user.id, payload.team?.id, payload.user.name ?? payload.user.username);
      const { reply, delivery } = await bot.press(receivePress(action, known));
      const wasPrivate = payload.container.is_ephemeral === true;
      const isPrivate = reply.visibility === 'private';
      // Who sees a message cannot be changed: an answer for others than saw the pressed one is a message of its own.
      const replaces = delivery === 'replace' && wasPrivate === isPrivate;
      const place = { replace_original: replaces };
      const arrived = await deliver(options, payload.response_url, reply, place, messagesOf(known));
      if (arrived && delivery === 'replace' && wasPrivate && !isPrivate) {
        await options.send(payload.response_url, { delete_original: true }).catch((error: unknown) => {
          log.warn({ err: error }, 'Slack did not take a message away');
        });
      }
      pressing.underWay = false;
    },

    async typing(payload) {
      const known = await know(payload.user.id, payload.team?.id, payload.user.name);
      const typing = receiveTyping(payload, known);
      const suggestions = typing === undefined ? [] : await within(bot.suggest(typing), suggestWithinMs);
      return renderSuggestions(payload.value, suggestions ?? []);
    },

    async form(payload, acknowledge) {
      if (!isNew(payload.trigger_id)) return acknowledge();
      const form = formOf(payload.view);
      const known = await know(payload.user.id, payload.team?.id, payload.user.name);
      if (form !== undefined && now() - form.openedAtMs > limits.responseUrl.lifeMs) {
        const view = renderNote(payload.view.title.text, messagesOf(known).platform.tooLate, localeOf(known));
        await acknowledge({ response_action: 'update', view });
        return;
      }
      await arrives(acknowledge());
      const invocation = receiveForm(payload.view, known);
      if (form === undefined || invocation === undefined) return;
      const { reply } = await bot.run(invocation);
      await deliver(options, form.responseUrl, reply, { replace_original: false }, messagesOf(known));
    },

    hurry: () => hurry.abort(),
  };
}
