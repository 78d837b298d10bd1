// The commands as Slack knows them: their names there, their hints, and the manifest of the app that has them.

import type { Command, Option } from '../../bot/command.ts';
import type { Locale } from '../../i18n/messages.ts';
import { truncate } from '../../text/truncate.ts';
import { limits } from './limits.ts';

/** Where signed requests of every kind come in. */
export const eventsPath = '/slack/events';

/** What the adapter asks of Slack, each with its reason. https://docs.slack.dev/reference/scopes */
export const scopes = [
  'commands', // the slash commands; answers go back the way they came, which needs no scope
  'users:read', // users.info: the language to answer in, and the name a shared quote is signed with
];

/**
 * Slack keeps `/help` to itself, and one reserved name makes it refuse the whole manifest. `/verbatim` is help, and reaches
 * every other command too (`/verbatim quote tiktok`) where another app has taken its name: Slack has no namespaces.
 * https://slack.com/help/articles/201259356-Slash-commands-in-Slack
 */
const ownName = 'verbatim';
const helpCommand = 'help';

export interface ManifestOptions {
  readonly locale: Locale;
  /** Where Slack reaches Verbatim; absent: Socket Mode, which needs no address. */
  readonly publicUrl?: string;
}

/** https://docs.slack.dev/reference/app-manifest */
export function declareSlack(commands: readonly Command[], { locale, publicUrl }: ManifestOptions) {
  const url = publicUrl === undefined ? undefined : eventsUrl(publicUrl);
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Verbatim',
      description: 'What was really said in a podcast: the words, who said them, and a link to that moment.',
      background_color: '#1f2937',
    },
    features: {
      bot_user: { display_name: 'Verbatim', always_online: true },
      slash_commands: commands
        .filter((command) => command.reach === 'typed')
        .slice(0, limits.manifest.commands)
        .map((command) => declareCommand(command, locale, url)),
    },
    oauth_config: { scopes: { bot: scopes } },
    settings: {
      interactivity: {
        is_enabled: true,
        ...(url === undefined ? {} : { request_url: url, message_menu_options_url: url }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** Below the path that the address has: `https://bot.example.org/verbatim/slack/events`. */
function eventsUrl(publicUrl: string): string {
  const { origin, pathname } = new URL(publicUrl);
  return `${origin}${pathname.replace(/\/+$/, '')}${eventsPath}`;
}

function declareCommand(command: Command, locale: Locale, url: string | undefined) {
  const hint = usageHint(command);
  return {
    command: `/${slashName(command.name)}`,
    ...(url === undefined ? {} : { url }),
    description: truncate(command.description[locale], limits.manifest.commandDescription),
    ...(hint === '' ? {} : { usage_hint: hint }),
    // Mentions and links then come with their names, and a typed "<" can be told from Slack's own.
    should_escape: true,
  };
}

function slashName(command: string): string {
  return command === helpCommand ? ownName : command;
}

/** `/quote words [speaker] [private]`: a command with the names of its options. */
const usage = /^\/[\w-]+(?: [\w-]+)*(?: \[[\w-]+\])+$/;

/** What to type, as it is typed in Slack: `/help` becomes `/verbatim`, and options are keys (`[speaker:]`). */
export function asTypedInSlack(text: string): string {
  const named = text.replace(/^\/help\b/, `/${ownName}`);
  return usage.test(named) ? named.replaceAll(']', ':]') : named;
}

/** `words [from:paul] [after:2020]`: required without brackets, by the keys that people type. */
function usageHint(command: Command): string {
  const hints = Object.entries(command.options).map(([name, option]) => {
    const hint = option.rest === undefined ? `${option.key ?? name}:${example(option)}` : name;
    return option.required ? hint : `[${hint}]`;
  });
  return truncate(hints.join(' '), limits.manifest.usageHint);
}

function example(option: Option): string {
  if (option.kind === 'flag') return 'yes';
  const value = option.example ?? '…';
  return value.includes(' ') ? `"${value}"` : value;
}

/** Which command was meant, and what stands after it. */
export function readSlash(
  slash: string,
  text: string,
  commands: readonly Command[],
): { readonly command: string; readonly text: string } {
  const typed = slash.replace(/^\//, '').toLowerCase();
  if (typed !== ownName) return { command: typed, text };
  const [, name = '', rest = ''] = /^\s*(\S*)\s*(.*)$/s.exec(text) ?? [];
  const wanted = name.toLowerCase();
  const named = commands.find(
    (command) =>
      command.reach === 'typed' && [command.name, ...Object.values(command.localNames ?? {})].includes(wanted),
  );
  return named === undefined ? { command: helpCommand, text: '' } : { command: named.name, text: rest };
}
