// What the bot says when a command could not be run: kindly, to the asker alone.

import { notice } from '../reply/blocks.ts';
import { tell } from '../reply/compose.ts';
import type { Call, Reply, RichText, Tone } from '../reply/reply.ts';
import type { Command, Context, Option } from './command.ts';
import { buttonDays } from './sessions.ts';

const say = (tone: Tone, text: string | RichText, context: Context): Reply<Call> => tell(context, [notice(tone, text)]);

/** `reference` finds what happened in the log. */
export function failedReply(reference: string, context: Context): Reply<Call> {
  return say('error', context.messages.trouble.failed(reference), context);
}

export function tooFastReply(waitMs: number, context: Context): Reply<Call> {
  return say('warning', context.messages.trouble.tooFast(waitMs / 1000), context);
}

export function expiredReply(context: Context): Reply<Call> {
  return say('info', context.messages.trouble.expired(buttonDays), context);
}

export function alreadyReply(context: Context): Reply<Call> {
  return say('info', context.messages.trouble.already, context);
}

export function unknownCommandReply(typed: string, context: Context): Reply<Call> {
  const { messages, prefix } = context;
  return say('info', messages.trouble.unknownCommand(`${prefix}${typed.slice(0, 32)}`, `${prefix}help`), context);
}

export function missingReply(command: Command, missing: string, option: Option, context: Context): Reply<Call> {
  const { messages, prefix } = context;
  const example = command.examples?.[0] ?? [command.name, option.example].join(' ');
  return say('info', messages.trouble.missing(`${prefix}${command.name} ${missing}`, `${prefix}${example}`), context);
}
