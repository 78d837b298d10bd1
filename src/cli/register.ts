// `verbatim register`: tells Discord the commands, and says what that changes.

import { Command, InvalidArgumentError } from 'commander';
import { commands } from '../../commands/index.ts';
import { inviteLink } from '../adapters/discord/permissions.ts';
import type { Registration } from '../adapters/discord/register.ts';
import { readEnvironment } from '../config.ts';
import { VerbatimError } from '../errors.ts';
import { readSettings } from '../settings.ts';
import { known } from '../text/known.ts';

interface RegisterOptions {
  readonly guild?: string;
  readonly everywhere?: boolean;
  readonly remove?: boolean;
  readonly json?: boolean;
}

export function registerCommand(): Command {
  return new Command('register')
    .description('tells Discord the commands, in one request, and only where something changed')
    .option('--guild <id>', 'for this server alone, where they appear at once (DISCORD_GUILD_ID, if left out)', parseId)
    .option('--everywhere', 'for every server and chat, whatever DISCORD_GUILD_ID says')
    .option('--remove', 'takes them back instead')
    .option('--json', 'prints JSON and nothing else')
    .action(async (options: RegisterOptions) => {
      const { discord } = readSettings(readEnvironment());
      if (!discord.configured) {
        throw new VerbatimError(
          'configuration',
          `${discord.lacks} is not set. docs/discord.md says where it comes from.`,
        );
      }
      if (options.everywhere && options.guild !== undefined) {
        throw new VerbatimError('usage', 'Give either --guild or --everywhere.');
      }
      const { token, applicationId, apiUrl } = discord.settings;
      const guildId = options.everywhere ? undefined : (options.guild ?? discord.settings.guildId);
      // The SDK takes half a second to load: only who registers waits for it.
      const { registerDiscord } = await import('../adapters/discord/register.ts');
      const wanted = options.remove ? [] : commands;
      const registration = await registerDiscord({
        commands: wanted,
        token,
        ...known({ applicationId, guildId, apiUrl }),
      });
      process.stdout.write(`${options.json ? JSON.stringify(registration) : told(registration, guildId)}\n`);
    });
}

function parseId(value: string): string {
  if (/^\d{17,20}$/.test(value)) return value;
  throw new InvalidArgumentError('Give the number of a server: Copy Server ID in its menu.');
}

function told(registration: Registration, guildId: string | undefined): string {
  const { applicationId, unchanged } = registration;
  const where = guildId === undefined ? 'everywhere' : `on server ${guildId}`;
  const lines = (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const names = registration[kind].map((name) => `/${name}`);
    return names.length === 0 ? [] : [`${kind.padEnd(8)} ${names.join(' ')}`];
  });
  const same = `Nothing has changed: Discord knows ${unchanged.length} commands ${where}.`;
  const news = `Changed ${where}:\n${lines.join('\n')}`;
  return `${lines.length === 0 ? same : news}\nInvite the bot: ${inviteLink(applicationId)}`;
}
