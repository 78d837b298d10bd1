// Answers one interaction: at once where the answer is ready, else acknowledged first. Whatever fails is logged with what
// Discord said, and told to the person where that is still possible. Nothing here ever rejects.

import type { Logger } from 'pino';
import type { Answer, Bot } from '../../bot/command.ts';
import { type Excuse, excuse } from './excuse.ts';
import { limits } from './limits.ts';
import { createPosting, type Line } from './posting.ts';
import type { Received } from './receive.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { renderChoices, renderDiscord } from './render.ts';
import type { DiscordTiming } from './timing.ts';
import { callback } from './wire.ts';
import { within } from './within.ts';

type Asked = Extract<Received, { kind: 'command' | 'press' }>;
type Typed = Extract<Received, { kind: 'typing' }>;

export async function converse(asked: Asked, bot: Bot, line: Line, log: Logger, timing: DiscordTiming): Promise<void> {
  const posting = createPosting(asked, line, log, timing);
  try {
    const answer = await prepare(asked, bot, posting.acknowledge, log, timing);
    const isShare = asked.kind === 'press' && answer.delivery === 'new' && answer.reply.visibility === 'public';
    await posting.deliver(isShare && !asked.place.mayPost ? excuse('cannotPost', asked.place) : answer);
  } catch (error) {
    const { kind, said } = refusalOf(error);
    log[kind === 'expired' ? 'warn' : 'error'](said, sayings[kind]);
    if (kind === 'expired') return;
    const apology = excuse(kind === 'forbidden' ? 'cannotPost' : 'notTaken', asked.place);
    await posting.deliver(apology).catch((again: unknown) => {
      log.error(refusalOf(again).said, 'Discord did not take the apology either');
    });
  }
}

/** The answer; where it takes long, Discord is told meanwhile that it will come. */
async function prepare(
  asked: Asked,
  bot: Bot,
  acknowledge: (alone: boolean) => Promise<void>,
  log: Logger,
  timing: DiscordTiming,
): Promise<Answer> {
  const work = (asked.kind === 'command' ? bot.run(asked.invocation) : bot.press(asked.press)).catch(
    (error: unknown) => {
      log.error({ err: error }, 'the bot failed on an interaction');
      return excuse('notTaken', asked.place);
    },
  );
  const course = bot.foresee(asked.kind === 'command' ? asked.invocation : asked.press).catch(() => undefined);
  const early = await within(work, timing.acknowledgeMs);
  if (early !== undefined) return early;
  // What was not foreseen by now is taken for an answer to all, as most are.
  const foreseen = await within(course, 0);
  await acknowledge(foreseen?.visibility === 'private' || !asked.place.mayPost).catch((error: unknown) => {
    const { kind, said } = refusalOf(error);
    if (kind === 'expired') throw error;
    log.warn(said, 'Discord did not take an acknowledgement');
  });
  return (await within(work, timing.giveUpMs)) ?? excuse('tooLate', asked.place);
}

const sayings: Readonly<Record<Refusal['kind'], string>> = {
  expired: 'an interaction was over before its answer came',
  acknowledged: 'an interaction was answered already',
  forbidden: 'Discord does not let an answer be posted there',
  body: 'Discord refused an answer in every form',
  trouble: 'Discord did not take an answer',
};

/** Suggestions that are not ready in time are none: a late answer is of no use to somebody who types on. */
export async function suggest(asked: Typed, bot: Bot, line: Line, log: Logger, timing: DiscordTiming): Promise<void> {
  const from = Date.now();
  const work = bot.suggest(asked.typing).catch((error: unknown) => {
    log.error({ err: error }, 'the bot failed on suggestions');
    return [];
  });
  const choices = renderChoices((await within(work, timing.suggestMs)) ?? []);
  if (Date.now() - from > limits.firstResponseMs) return;
  try {
    await line.respond(callback.choices, { choices });
  } catch (error) {
    // Whoever types on has asked anew already, and Discord has dropped what came before.
    const { kind, said } = refusalOf(error);
    log[kind === 'expired' ? 'debug' : 'warn'](said, 'Discord did not take suggestions');
  }
}

/** A kind sentence in place of an answer, for the asker alone. */
export async function turnAway(asked: Received, line: Line, log: Logger, why: Excuse): Promise<void> {
  const { place, kind } = asked;
  const { reply } = excuse(why, place);
  const sent =
    kind === 'typing'
      ? line.respond(callback.choices, { choices: [] })
      : line.respond(callback.message, renderDiscord(reply));
  await sent.catch((error: unknown) => log.warn(refusalOf(error).said, 'Discord did not take an excuse'));
}

/** Another press of a button whose press is being answered: nothing happens, and Discord need not wonder. */
export async function ignore(line: Line, log: Logger): Promise<void> {
  await line.respond(callback.silent).catch((error: unknown) => {
    log.warn(refusalOf(error).said, 'Discord did not take an acknowledgement');
  });
}
