// What happens when somebody types, presses or sends a form. Knows no network: it is handed the ways to acknowledge and
// to answer.

import { setMaxListeners } from 'node:events';
import type { BlockAction, BlockSuggestion, ButtonAction, SlashCommand, types, ViewSubmitAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Bot } from '../../bot/command.ts';
import { localeFor, messagesFor } from '../../i18n/languages.ts';
import type { Locale, Messages } from '../../i18n/messages.ts';
import { deliver } from './deliver.ts';
import { type Acknowledge, createHearing, type Line } from './hearing.ts';
import { limits } from './limits.ts';
import { createMemory } from './memory.ts';
import { type Form, formOf, renderForm, renderNote, renderSuggestions } from './modal.ts';
import type { People } from './people.ts';
import { type Known, receiveCommand, receiveForm, receivePress, receiveTyping } from './receive.ts';
import { renderLine, renderSlack, type SlackMessage } from './render.ts';
import type { Send } from './respond.ts';
import { within } from './within.ts';

export interface ConversationOptions {
  readonly bot: Bot;
  readonly log: Logger;
  readonly sendTo: (responseUrl: string) => Send;
  readonly people: People;
  readonly defaultLocale: Locale;
  readonly openForm: (triggerId: string, view: types.ModalView) => Promise<unknown>;
  readonly now?: () => number;
}

export interface Conversation {
  command(payload: SlashCommand, acknowledge: Acknowledge<SlackMessage>, line?: Line): Promise<void>;
  press(payload: BlockAction<ButtonAction>, acknowledge: Acknowledge<never>, line?: Line): Promise<void>;
  typing(payload: BlockSuggestion): Promise<types.PlainTextOption[]>;
  form(payload: ViewSubmitAction, acknowledge: Acknowledge<FormUpdate>, line?: Line): Promise<void>;
  /** Acknowledges whatever still waits for an answer: that will come on its own. */
  hurry(): void;
}

export interface FormUpdate {
  readonly response_action: 'update';
  readonly view: types.ModalView;
}

/**
 * An answer that takes longer comes after the acknowledgement instead of in it. Of the three seconds that Slack waits some
 * may be gone before it is heard, and an answer in a late acknowledgement is lost.
 */
const acknowledgeWithinMs = 1_000;
const suggestWithinMs = 1_500;
/** A second press within it is one of a trembling finger. */
const samePressMs = 500;

export function createConversation(options: ConversationOptions): Conversation {
  const { bot, people, log, sendTo, now = Date.now } = options;
  const hearCommand = createHearing<SlackMessage>(log);
  const hearPress = createHearing<never>(log);
  const hearForm = createHearing<FormUpdate>(log);
  const presses = createMemory<{ readonly atMs: number; underWay: boolean }>({ most: 10_000, lifeMs: 60_000, now });
  const hurry = new AbortController();
  // As many as there are commands under way wait for it.
  setMaxListeners(0, hurry.signal);

  const know = async (userId: string, teamId?: string, userName?: string): Promise<Known> => {
    const { name, locale } = await people.find(userId);
    const person = { id: `${teamId ?? ''}.${userId}`, name: name ?? userName ?? userId };
    return { person, ...(locale === undefined ? {} : { locale }) };
  };
  const localeOf = (known: Known): Locale => localeFor(known.locale, options.defaultLocale);
  const messagesOf = (known: Known): Messages => messagesFor(localeOf(known));

  const askForMore = async (payload: SlashCommand, command: string, known: Known): Promise<void> => {
    const declared = bot.commands.find(({ name }) => name === command);
    if (declared === undefined) return;
    const form: Form = { command, responseUrl: payload.response_url, openedAtMs: now() };
    try {
      await options.openForm(payload.trigger_id, renderForm(declared, form, localeOf(known)));
    } catch (error) {
      log.error({ err: error }, 'Slack did not open a form');
      const line = renderLine(messagesOf(known).platform.tooLate, 'private');
      await sendTo(payload.response_url)(line).catch(() => {});
    }
  };

  return {
    async command(payload, acknowledge, line) {
      const hearing = await hearCommand(payload.trigger_id, acknowledge, line);
      if (hearing === undefined) return;
      const begun = performance.now();
      const known = await know(payload.user_id, payload.team_id, payload.user_name);
      const { invocation, needsForm } = receiveCommand(payload, bot, known);
      if (needsForm) {
        await Promise.all([hearing.acknowledge(), askForMore(payload, invocation.command, known)]);
        return;
      }
      const answering = bot.run(invocation);
      const early = await within(answering, acknowledgeWithinMs - (performance.now() - begun), hurry.signal);
      const message = early && renderSlack(early.reply);
      // Why it refuses what stands in an acknowledgement Slack tells nobody, and a picture it cannot fetch is a reason.
      const whole = message?.blocks?.some((block) => block.type === 'image') ? undefined : message;
      if ((await hearing.acknowledge(whole)) && whole !== undefined) return;
      const { reply } = early ?? (await answering);
      const send = sendTo(payload.response_url);
      await deliver({ send, log }, reply, { replace_original: false }, messagesOf(known));
    },

    async press(payload, acknowledge, line) {
      const hearing = await hearPress(payload.trigger_id, acknowledge, line);
      if (hearing === undefined) return;
      await hearing.acknowledge();
      const [action] = payload.actions;
      if (action?.value === undefined) return;
      const key = [payload.user.id, payload.container.message_ts, action.value].join(' ');
      const before = presses.get(key);
      if (before !== undefined && (before.underWay || now() - before.atMs < samePressMs)) return;
      const pressing = { atMs: now(), underWay: true };
      presses.set(key, pressing);

      const known = await know(payload.user.id, payload.team?.id, payload.user.name ?? payload.user.username);
      const answer = await bot.press(receivePress(action, known));
      const { reply, delivery } = answer;
      const wasPrivate = payload.container.is_ephemeral === true;
      const isPrivate = reply.visibility === 'private';
      // Who sees a message cannot be changed: an answer for others than saw the pressed one is a message of its own.
      const place = { replace_original: delivery === 'replace' && wasPrivate === isPrivate };
      const send = sendTo(payload.response_url);
      const arrived = await deliver({ send, log }, reply, place, messagesOf(known));
      if (!arrived) await answer.undelivered?.();
      if (arrived && delivery === 'replace' && wasPrivate && !isPrivate) {
        await send({ delete_original: true }).catch((error: unknown) => {
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

    async form(payload, acknowledge, line) {
      const hearing = await hearForm(payload.trigger_id, acknowledge, line);
      if (hearing === undefined) return;
      const form = formOf(payload.view);
      const known = await know(payload.user.id, payload.team?.id, payload.user.name);
      if (form !== undefined && now() - form.openedAtMs > limits.responseUrl.lifeMs) {
        const view = renderNote(payload.view.title.text, messagesOf(known).platform.tooLate, localeOf(known));
        await hearing.acknowledge({ response_action: 'update', view });
        return;
      }
      await hearing.acknowledge();
      const invocation = receiveForm(payload.view, known);
      if (form === undefined || invocation === undefined) return;
      const { reply } = await bot.run(invocation);
      const send = sendTo(form.responseUrl);
      await deliver({ send, log }, reply, { replace_original: false }, messagesOf(known));
    },

    hurry: () => hurry.abort(),
  };
}
