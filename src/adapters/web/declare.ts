// The command list as the page needs it: what can be typed, in one language.

import type { Command } from '../../bot/command.ts';
import type { Locale } from '../../i18n/messages.ts';
import type { WireCommand } from './wire.ts';

export function declareWeb(commands: readonly Command[], locale: Locale): readonly WireCommand[] {
  return commands.filter(isTyped).map(({ name, localNames, description, options }) => ({
    name,
    otherNames: Object.values(localNames ?? {}),
    description: description[locale],
    options: Object.entries(options).map(([option, { kind, description, required, key, rest, example, suggest }]) => ({
      name: option,
      kind,
      description: description[locale],
      required,
      rest: rest !== undefined,
      suggests: suggest !== undefined,
      ...(key !== undefined && { key }),
      ...(example !== undefined && { example }),
    })),
  }));
}

/** One example of each command that has one, then the second ones: what to try first stands first. */
export function exampleLines(commands: readonly Command[], most: number): readonly string[] {
  const typed = commands.filter(isTyped);
  const first = typed.flatMap(({ examples }) => examples?.slice(0, 1) ?? []);
  const rest = typed.flatMap(({ examples }) => examples?.slice(1) ?? []);
  return [...first, ...rest].slice(0, most).map((line) => `/${line}`);
}

const isTyped = ({ reach }: Command): boolean => reach === 'typed';
