// Turns the command list into Discord's declaration: the body of one PUT that replaces all commands there are.

import type {
  APIApplicationCommandBasicOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody as CommandBody,
} from 'discord.js';
import type { Command, Localised, LocalNames, Option } from '../../bot/command.ts';
import { VerbatimError } from '../../errors.ts';
import { limits } from './limits.ts';
import { commandType, context, install, optionType } from './wire.ts';

export type { CommandBody };

/**
 * The commands people type, in their order; what only buttons reach is not declared.
 * @throws VerbatimError naming the command that breaks one of Discord's rules.
 */
export function declareDiscord(commands: readonly Command[]): CommandBody[] {
  const typed = commands.filter(({ reach }) => reach === 'typed');
  if (typed.length > limits.commands) throw broken('commands', `${typed.length} commands`, limits.commands);
  return typed.map((command) => {
    const body = declareCommand(command);
    check(body);
    return body;
  });
}

function declareCommand(command: Command): CommandBody {
  const options = Object.entries(command.options).map(([name, option]) => declareOption(name, option));
  return {
    type: commandType.slash,
    name: command.name,
    ...named(command.localNames),
    ...described(command.description),
    // Discord asks for what is required first.
    options: [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)],
    integration_types: [install.server, install.user],
    contexts: [context.server, context.botChat, context.privateChat],
  };
}

function declareOption(name: string, option: Option): APIApplicationCommandBasicOption {
  const { description, localNames, required } = option;
  const shared = { name, ...named(localNames), ...described(description), required };
  if (option.kind === 'flag') return { type: optionType.flag, ...shared };
  return { type: optionType.text, ...shared, autocomplete: option.suggest !== undefined };
}

function named(localNames: LocalNames = {}): { name_localizations?: LocalNames } {
  return Object.keys(localNames).length === 0 ? {} : { name_localizations: localNames };
}

/** English is what Discord falls back on; the others are for those whose Discord speaks them. */
function described({ en, ...others }: Localised): { description: string; description_localizations: LocalNames } {
  return { description: en, description_localizations: others };
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

function check({ name, description, description_localizations: localised, options = [] }: CommandBody): void {
  const of = `/${name}`;
  checkTexts(of, name, [description, ...Object.values(localised ?? {})]);
  if (options.length > limits.commandOptions) throw broken(of, `${options.length} options`, limits.commandOptions);
  let total = name.length + longest([description, ...Object.values(localised ?? {})]);
  for (const option of options) {
    const texts = [option.description, ...Object.values(option.description_localizations ?? {})];
    checkTexts(`${of} ${option.name}`, option.name, texts);
    total += option.name.length + longest(texts);
  }
  if (total > limits.commandText) throw broken(of, `${total} characters of text`, limits.commandText);
}

function checkTexts(of: string, name: string, texts: readonly (string | null | undefined)[]): void {
  if (!namePattern.test(name) || name !== name.toLowerCase()) {
    throw new VerbatimError(
      'usage',
      `Discord takes no command or option named "${name}" (${of}): use lower-case letters.`,
    );
  }
  for (const text of texts) {
    const length = text?.length ?? 0;
    if (length === 0) throw new VerbatimError('usage', `Discord asks for a description of ${of} in every language.`);
    if (length > limits.commandDescription) {
      throw broken(of, `a description of ${length} characters`, limits.commandDescription);
    }
  }
}

function longest(texts: readonly (string | null | undefined)[]): number {
  return Math.max(0, ...texts.map((text) => text?.length ?? 0));
}

function broken(of: string, what: string, most: number): VerbatimError {
  return new VerbatimError('usage', `Discord takes no ${of} with ${what}: ${most} at most.`);
}
