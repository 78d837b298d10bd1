// Tells Discord the commands: the whole set in one request, and only where something changed.

import { REST, Routes } from 'discord.js';
import type { Command } from '../../bot/command.ts';
import { VerbatimError } from '../../errors.ts';
import { commandLine } from '../../text/command-line.ts';
import { restOptions } from './client.ts';
import { compareCommands, type Difference, isEntryPoint, type RegisteredCommand } from './compare.ts';
import { declareDiscord } from './declare.ts';
import { invalidToken, otherApplication, refusalOf } from './refusal.ts';
import { errorCode } from './wire.ts';

export interface RegisterOptions {
  readonly commands: readonly Command[];
  readonly token: string;
  /** Asked of Discord where it is not given. */
  readonly applicationId?: string;
  /** One server, where commands appear at once; absent: everywhere. */
  readonly guildId?: string;
  readonly apiUrl?: string;
}

export interface Registration extends Difference {
  readonly applicationId: string;
}

/** @throws VerbatimError naming the variable or option that is wrong, or what Discord said. */
export async function registerDiscord(options: RegisterOptions): Promise<Registration> {
  const { token, guildId } = options;
  const scope = guildId === undefined ? 'everywhere' : 'server';
  const declared = declareDiscord(options.commands, scope);
  const rest = new REST(restOptions(options.apiUrl)).setToken(token);
  try {
    const applicationId = options.applicationId ?? (await ownApplication(rest));
    const route =
      guildId === undefined
        ? Routes.applicationCommands(applicationId)
        : Routes.applicationGuildCommands(applicationId, guildId);
    const query = new URLSearchParams({ with_localizations: 'true' });
    const registered = commandsIn(await rest.get(route, { query }));
    const difference = compareCommands(declared, registered, scope);
    const { added, changed, removed } = difference;
    if (added.length + changed.length + removed.length > 0) {
      await rest.put(route, { body: [...declared, ...registered.filter(isEntryPoint)] });
    }
    return { applicationId, ...difference };
  } catch (error) {
    throw await explained(error, rest, options);
  } finally {
    // Its sweepers would keep the process alive.
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

async function ownApplication(rest: REST): Promise<string> {
  const application = await rest.get(Routes.currentApplication());
  if (typeof application === 'object' && application !== null && 'id' in application) return String(application.id);
  throw new VerbatimError(
    'unavailable',
    'Discord’s answer names no application. Is DISCORD_API_URL a proxy of Discord?',
  );
}

function commandsIn(answer: unknown): RegisteredCommand[] {
  if (Array.isArray(answer)) return answer;
  throw new VerbatimError('unavailable', 'Discord’s answer lists no commands. Is DISCORD_API_URL a proxy of Discord?');
}

async function explained(error: unknown, rest: REST, options: RegisterOptions): Promise<VerbatimError> {
  if (error instanceof VerbatimError) return error;
  const { applicationId, guildId } = options;
  const { said } = refusalOf(error);
  const fail = (sentence: string) => new VerbatimError('configuration', sentence, { cause: error });
  if (said.status === 401) return fail(invalidToken);
  if (guildId !== undefined && (said.code === errorCode.missingAccess || said.code === errorCode.unknownGuild)) {
    return fail(
      `Discord does not let the bot register commands in server ${guildId}. Check the id (--guild or DISCORD_GUILD_ID), and invite the bot there first: \`${commandLine('doctor')}\` prints the link.`,
    );
  }
  if (applicationId !== undefined && (said.status === 403 || said.status === 404)) {
    const real = await ownApplication(rest).catch(() => undefined);
    if (real !== undefined && real !== applicationId) return fail(otherApplication(applicationId, real));
  }
  const status = said.status === undefined ? '' : ` (status ${said.status})`;
  const errors = said.errors === undefined ? '' : ` ${JSON.stringify(said.errors)}`;
  return new VerbatimError('unavailable', `Discord did not take the commands${status}: ${said.message}.${errors}`, {
    cause: error,
  });
}
