// The shared handler that every platform forwards to: what somebody asked becomes a reply. It never throws.

import { randomBytes } from 'node:crypto';
import { localeFor, messagesFor } from '../i18n/languages.ts';
import type { Locale } from '../i18n/messages.ts';
import type { Shelves, StateStore } from '../library/library.ts';
import { mapPresses } from '../reply/map-presses.ts';
import type { Call, Delivery, OptionValue, Reply, Visibility } from '../reply/reply.ts';
import type { Search } from '../search/search.ts';
import { createTurns } from '../turns.ts';
import { checkOptions, readOptions, takeFlags } from './arguments.ts';
import type { Answer, Asker, Bot, Command, Context } from './command.ts';
import { createCooldown } from './cooldown.ts';
import { courseOf, visibilityOf } from './course.ts';
import type { Log } from './log.ts';
import { type Pace, paces } from './pace.ts';
import { createSessions } from './sessions.ts';
import { suggestValues } from './suggest.ts';
import { alreadyReply, expiredReply, failedReply, missingReply, tooFastReply, unknownCommandReply } from './trouble.ts';

export interface BotParts {
  /** In help order. */
  readonly commands: readonly Command[];
  readonly search: Search;
  readonly library: Shelves;
  readonly state: StateStore;
  readonly log: Log;
  /** For askers whose platform does not tell their language. */
  readonly defaultLocale?: Locale;
  /** How often one person may ask; absent: as in a chat. */
  readonly pace?: Pace;
  /** What time it is; tests move it. */
  readonly clock?: () => Date;
}

type Values = Readonly<Record<string, OptionValue>>;

const usualPrefix = '/';

export function createBot(parts: BotParts): Bot {
  const { commands, search, library, log, defaultLocale = 'en', pace = paces.chat, clock = () => new Date() } = parts;
  const now = () => clock().getTime();
  const asks = createCooldown(pace.asks, now);
  const presses = createCooldown(pace.presses, now);
  const sessions = createSessions(parts.state, clock, log);
  const inTurn = createTurns();

  const find = (name: string): Command | undefined =>
    commands.find((one) => one.name === name) ??
    commands.find((one) => Object.values(one.localNames ?? {}).includes(name));

  function contextFor(
    { person, locale: tag }: { readonly person: Asker; readonly locale?: string },
    prefix: string,
    visibility: Visibility,
  ): Context {
    const locale = localeFor(tag, defaultLocale);
    return { search, library, messages: messagesFor(locale), locale, commands, person, prefix, visibility };
  }

  async function run(command: Command, options: Values, context: Context): Promise<Reply<Call>> {
    const startedAt = performance.now();
    const checked = checkOptions(command, options);
    if ('missing' in checked) return missingReply(command, checked.missing, checked.option, context);
    const reply = await command.run(checked.values, context);
    const ms = Math.round(performance.now() - startedAt);
    log.info({ command: command.name, ms, visibility: reply.visibility }, 'answered');
    log.debug({ command: command.name, options: checked.values }, 'what was asked');
    return reply;
  }

  async function send(reply: Reply<Call>, delivery: Delivery, context: Context): Promise<Answer> {
    try {
      const filed = await sessions.file(reply, { person: context.person.id, prefix: context.prefix });
      return { reply: filed, delivery };
    } catch (error) {
      // A library that cannot be written to can still be read: an answer without buttons is better than none.
      log.warn({ err: error }, 'buttons could not be kept, so the answer goes without');
      return { reply: mapPresses<Call, string>(reply, () => undefined), delivery };
    }
  }

  async function guard(command: string, context: Context, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await inTurn(work);
    } catch (error) {
      const reference = randomBytes(4).toString('hex');
      log.error({ err: error, reference, command }, 'a command failed');
      return send(failedReply(reference, context), 'new', context);
    }
  }

  /** Beside everything else: at worst a button stays spent. */
  async function release(id: string): Promise<void> {
    await sessions.release(id).catch((err) => log.warn({ err }, 'a button that did nothing stays spent'));
  }

  return {
    commands,
    async run({ command: name, options: given, prefix = usualPrefix, ...asker }) {
      const command = find(name);
      const options = command === undefined ? given : takeFlags(command, given);
      const visibility = command === undefined ? 'private' : visibilityOf(command, options, 'public');
      const context = contextFor(asker, prefix, visibility);
      return guard(name, context, async () => {
        const waitMs = asks.ask(asker.person.id);
        if (waitMs > 0) return send(tooFastReply(waitMs, context), 'new', context);
        if (command?.reach !== 'typed') return send(unknownCommandReply(name, context), 'new', context);
        return send(await run(command, options, context), 'new', context);
      });
    },

    async press({ id, ...asker }) {
      const alone = contextFor(asker, usualPrefix, 'private');
      return guard('a button', alone, async () => {
        const waitMs = presses.ask(asker.person.id);
        if (waitMs > 0) return send(tooFastReply(waitMs, alone), 'new', alone);
        const opened = await sessions.open(id);
        const command = opened === undefined ? undefined : find(opened.call.command);
        if (opened === undefined || command === undefined) return send(expiredReply(alone), 'new', alone);

        const { call, owner } = opened;
        const course = courseOf(opened, command, asker.person);
        const context = contextFor(asker, owner.prefix, course.visibility);
        const reply = await run(command, call.options, context);
        // A kind word to the asker alone, that the quote is gone, is nothing that has happened.
        const isSpent = call.once && reply.visibility === course.visibility;
        if (isSpent && !(await sessions.claim(id))) return send(alreadyReply(context), 'new', context);
        // What turned out private may not take the place of what everybody sees.
        const replaces = course.delivery === 'replace' && reply.visibility === opened.visibility;
        const answer = await send(reply, replaces ? 'replace' : 'new', context);
        return isSpent ? { ...answer, undelivered: () => release(id) } : answer;
      });
    },

    async foresee(asked) {
      if ('command' in asked) {
        const command = find(asked.command);
        if (command === undefined) return { delivery: 'new', visibility: 'private' };
        const visibility = visibilityOf(command, takeFlags(command, asked.options), 'public');
        return { delivery: 'new', visibility };
      }
      const opened = await sessions.open(asked.id).catch(() => undefined);
      const command = opened === undefined ? undefined : find(opened.call.command);
      if (opened === undefined || command === undefined) return { delivery: 'new', visibility: 'private' };
      return courseOf(opened, command, asked.person);
    },

    read(name, text) {
      const command = find(name);
      return command === undefined ? {} : readOptions(command, text);
    },

    async suggest(typing) {
      const option = find(typing.command)?.options[typing.option];
      try {
        return await inTurn(() => suggestValues(option, typing, contextFor(typing, usualPrefix, 'public')));
      } catch (error) {
        log.warn({ err: error, command: typing.command, option: typing.option }, 'suggestions failed');
        return [];
      }
    },
  };
}
