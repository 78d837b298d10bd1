// Reads what the page sends: a body of unknown shape becomes an invocation, a press or a typing, or nothing.

import { z } from 'zod';
import type { Bot, Invocation, Press, Typing } from '../../bot/command.ts';
import { limits } from './limits.ts';
import type { WirePress, WireRun, WireTyping } from './wire.ts';

const value = z.string().max(limits.valueCharacters);
const typed = z.string().max(limits.typedCharacters);
// Counted before any of them is looked at: tens of thousands would hold up everybody else.
const options = z
  .custom<object>(
    (given) => typeof given === 'object' && given !== null && Object.keys(given).length <= limits.options,
    {
      abort: true,
    },
  )
  .pipe(z.record(value, z.union([typed, z.number(), z.boolean()])));
const asking = { locale: z.string().max(35), name: z.string().min(1).max(limits.nameCharacters) };

const run: z.ZodType<WireRun> = z.object({ ...asking, command: value, text: typed, options });
const press: z.ZodType<WirePress> = z.object({ ...asking, id: value.min(1) });
const typing: z.ZodType<WireTyping> = z.object({ ...asking, command: value, option: value, typed, given: options });

/** `undefined`: the body is not one that the page sends. */
export function receiveRun(body: unknown, personId: string, read: Bot['read']): Invocation | undefined {
  const { data } = run.safeParse(body);
  if (data === undefined) return undefined;
  const { command, text, options, locale, name } = data;
  return {
    command,
    options: { ...read(command, text), ...options },
    person: { id: personId, name },
    locale,
    prefix: '/',
  };
}

export function receivePress(body: unknown, personId: string): Press | undefined {
  const { data } = press.safeParse(body);
  return data && { id: data.id, person: { id: personId, name: data.name }, locale: data.locale };
}

export function receiveTyping(body: unknown, personId: string): Typing | undefined {
  const { data } = typing.safeParse(body);
  if (data === undefined) return undefined;
  const { name, ...rest } = data;
  return { ...rest, person: { id: personId, name } };
}
