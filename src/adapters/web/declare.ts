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

/** What to try first, as one would type it: the first command with its example, then those that need nothing more. */
export function exampleLines(commands: readonly Command[]): readonly string[] {
  const [first, ...others] = commands.filter(isTyped);
  const alone = others.filter(({ options }) => Object.values(options).every(({ required }) => !required));
  return [first?.examples?.[0] ?? first?.name ?? 'help', ...alone.map(({ name }) => name)].map((line) => `/${line}`);
}

const isTyped = ({ reach }: Command): boolean => reach === 'typed';
