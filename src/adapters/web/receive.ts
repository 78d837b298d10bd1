// Reads what the page sends: a body of unknown shape becomes an invocation, a press or a typing, or nothing.

import { z } from 'zod';
import type { Asker, Bot, Invocation, Press, Typing } from '../../bot/command.ts';
import { limits } from './limits.ts';
import type { WirePress, WireRun, WireTyping } from './wire.ts';

const value = z.string().max(limits.valueCharacters);
const typed = z.string().max(limits.typedCharacters);
const options = z
  .record(value, z.union([typed, z.number(), z.boolean()]))
  .refine((given) => Object.keys(given).length <= limits.options);
const locale = z.string().max(35);

const run: z.ZodType<WireRun> = z.object({ command: value, text: typed, options, locale });
const press: z.ZodType<WirePress> = z.object({ id: value.min(1), locale });
const typing: z.ZodType<WireTyping> = z.object({ command: value, option: value, typed, given: options, locale });

/** `undefined`: the body is not one that the page sends. */
export function receiveRun(body: unknown, person: Asker, read: Bot['read']): Invocation | undefined {
  const { data } = run.safeParse(body);
  if (data === undefined) return undefined;
  return {
    command: data.command,
    options: { ...read(data.command, data.text), ...data.options },
    person,
    locale: data.locale,
    prefix: '/',
  };
}

export function receivePress(body: unknown, person: Asker): Press | undefined {
  const { data } = press.safeParse(body);
  return data && { ...data, person };
}

export function receiveTyping(body: unknown, person: Asker): Typing | undefined {
  const { data } = typing.safeParse(body);
  return data && { ...data, person };
}
