// Answers one interaction: at once where the answer is ready, else acknowledged first. Whatever fails is logged with what
// Discord said, and told to the person where that is still possible. Nothing here ever rejects.

import type { Logger } from 'pino';
import type { Answer, Bot, Course } from '../../bot/command.ts';
import { type Excuse, excuse } from './excuse.ts';
import { limits } from './limits.ts';
import { createPosting, type Line } from './posting.ts';
import type { Commanded, Pressed, Received, Typed } from './receive.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { renderChoices, renderDiscord } from './render.ts';
import type { DiscordTiming } from './timing.ts';
import { callback } from './wire.ts';
import { within } from './within.ts';

export async function converse(
  asked: Commanded | Pressed,
  bot: Bot,
  line: Line,
  log: Logger,
  timing: DiscordTiming,
): Promise<void> {
  const posting = createPosting(asked, line, log, timing);
  let work: Promise<Answer> | undefined;
  try {
    if (!asked.place.mayPost && isShare(asked, await foresee(asked, bot))) {
      return await posting.deliver(excuse('cannotPost', asked.place));
    }
    work = begin(asked, bot, log);
    const answer = await prepare(work, asked, bot, posting.acknowledge, log, timing);
    if (answer === undefined) return await posting.deliver(excuse('tooLate', asked.place));
    if (isForbidden(asked, answer)) return await posting.deliver(excuse('cannotPost', asked.place));
    await posting.deliver(answer);
    work = undefined;
  } catch (error) {
    const { kind, said } = refusalOf(error);
    log[kind === 'expired' ? 'warn' : 'error'](said, sayings[kind]);
    if (kind === 'expired') return;
    const apology = excuse(kind === 'forbidden' ? 'cannotPost' : 'notTaken', asked.place);
    await posting.deliver(apology).catch((again: unknown) => {
      log.error(refusalOf(again).said, 'Discord did not take the apology either');
    });
  } finally {
    // An answer that is still being worked out is told of when it is there.
    if (work !== undefined) await within(tellLost(work, log), limits.foreseeMs);
  }
}

/** Nobody got this answer: what must happen once may be tried again. */
async function tellLost(work: Promise<Answer>, log: Logger): Promise<void> {
  try {
    await (await work).undelivered?.();
  } catch (error) {
    log.error({ err: error }, 'the bot could not be told that its answer reached nobody');
  }
}

function isForbidden(asked: Commanded | Pressed, { reply, delivery }: Answer): boolean {
  return !asked.place.mayPost && isShare(asked, { delivery, visibility: reply.visibility });
}

/** What was pressed would put a message before everybody. Elsewhere an answer can be private instead; this one cannot. */
function isShare(asked: Commanded | Pressed, course: Course | undefined): boolean {
  return asked.kind === 'press' && course?.delivery === 'new' && course.visibility === 'public';
}

/** Where the answer will go; `undefined` where that is not known at once. */
function foresee(asked: Commanded | Pressed, bot: Bot): Promise<Course | undefined> {
  const course = bot.foresee(asked.kind === 'command' ? asked.invocation : asked.press);
  return within(
    course.catch(() => undefined),
    limits.foreseeMs,
  );
}

function begin(asked: Commanded | Pressed, bot: Bot, log: Logger): Promise<Answer> {
  const work = asked.kind === 'command' ? bot.run(asked.invocation) : bot.press(asked.press);
  return work.catch((error: unknown) => {
    log.error({ err: error }, 'the bot failed on an interaction');
    return excuse('notTaken', asked.place);
  });
}

/** The answer, `undefined` where it takes too long; where it takes long, Discord is told meanwhile that it will come. */
async function prepare(
  work: Promise<Answer>,
  asked: Commanded | Pressed,
  bot: Bot,
  acknowledge: (alone: boolean) => Promise<void>,
  log: Logger,
  timing: DiscordTiming,
): Promise<Answer | undefined> {
  const early = await within(work, timing.acknowledgeMs);
  if (early !== undefined) return early;
  // What is not foreseen is taken for an answer to all, as most are.
  const isPrivate = !asked.place.mayPost || (await foresee(asked, bot))?.visibility === 'private';
  await acknowledge(isPrivate).catch((error: unknown) => {
    const { kind, said } = refusalOf(error);
    if (kind === 'expired') throw error;
    log.warn(said, 'Discord did not take an acknowledgement');
  });
  return within(work, timing.giveUpMs);
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
