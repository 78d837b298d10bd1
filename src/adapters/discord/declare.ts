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
 * Where commands are registered. `everywhere` says as well in which chats and by which install they can be used, which
 * Discord takes "only for globally-scoped commands":
 * https://docs.discord.com/developers/interactions/application-commands#application-command-object
 */
export type Scope = 'everywhere' | 'server';

/**
 * The commands people type, in their order; what only buttons reach is not declared.
 * @throws VerbatimError naming the command that breaks one of Discord's rules.
 */
export function declareDiscord(commands: readonly Command[], scope: Scope = 'everywhere'): CommandBody[] {
  const typed = commands.filter(({ reach }) => reach === 'typed');
  if (typed.length > limits.commands) throw broken('commands', `${typed.length} commands`, limits.commands);
  return typed.map((command) => {
    const body = declareCommand(command, scope);
    check(body);
    return body;
  });
}

function declareCommand(command: Command, scope: Scope): CommandBody {
  const options = Object.entries(command.options).map(([name, option]) => declareOption(name, option));
  return {
    type: commandType.slash,
    name: command.name,
    ...named(command.localNames),
    ...described(command.description),
    // Discord asks for what is required first.
    options: [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)],
    ...(scope === 'everywhere' ? anywhere : {}),
  };
}

const anywhere: Pick<CommandBody, 'integration_types' | 'contexts'> = {
  integration_types: [install.server, install.user],
  contexts: [context.server, context.botChat, context.privateChat],
};

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

type Named = Pick<CommandBody, 'name' | 'name_localizations' | 'description' | 'description_localizations'>;

function check(command: CommandBody): void {
  const { options = [] } = command;
  const of = `/${command.name}`;
  if (options.length > limits.commandOptions) throw broken(of, `${options.length} options`, limits.commandOptions);
  const text = checkTexts(command, of) + options.reduce((sum, one) => sum + checkTexts(one, `${of} ${one.name}`), 0);
  if (text > limits.commandText) throw broken(of, `${text} characters of text`, limits.commandText);
}

/** How much of the command's text it takes: of each text, the longest of all languages. */
function checkTexts(named: Named, of: string): number {
  const names = [named.name, ...Object.values(named.name_localizations ?? {})].map(String);
  const descriptions = [named.description, ...Object.values(named.description_localizations ?? {})].map(String);
  const wrong = names.find((name) => !namePattern.test(name) || name !== name.toLowerCase());
  if (wrong !== undefined) {
    throw new VerbatimError(
      'usage',
      `Discord takes no command or option named "${wrong}" (${of}): give 1 to ${limits.commandName} lower-case letters.`,
    );
  }
  if (descriptions.includes('')) {
    throw new VerbatimError('usage', `Discord asks for a description of ${of} in every language.`);
  }
  const longest = Math.max(...descriptions.map(({ length }) => length));
  if (longest > limits.commandDescription) {
    throw broken(of, `a description of ${longest} characters`, limits.commandDescription);
  }
  return Math.max(...names.map(({ length }) => length)) + longest;
}

function broken(of: string, what: string, most: number): VerbatimError {
  return new VerbatimError('usage', `Discord takes no ${of} with ${what}: ${most} at most.`);
}
