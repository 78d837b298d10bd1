// What the bot may do where it is asked, and the invitation that asks for exactly that.

import type { APIInteraction } from 'discord.js';
import { install, permission, threadTypes } from './wire.ts';

/** Answers need no permission of their own; these two say where a message for all is welcome. */
const used = permission.sendMessages | permission.sendInThreads;

/**
 * Whether a message for all belongs there. Discord lets an app answer even where it may not write, and hides answers of an
 * app that only its user installed where that user may not use such apps.
 * https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags
 */
export function mayPost(interaction: APIInteraction): boolean {
  if (interaction.guild_id === undefined) return true;
  const owners = interaction.authorizing_integration_owners ?? {};
  if (owners[install.server] === undefined && owners[install.user] !== undefined) {
    return has(interaction.member?.permissions, permission.useExternalApps);
  }
  const inThread = threadTypes.includes(interaction.channel?.type ?? -1);
  return has(interaction.app_permissions, inThread ? permission.sendInThreads : permission.sendMessages);
}

function has(permissions: string | undefined, wanted: bigint): boolean {
  // What is not told is not forbidden.
  if (permissions === undefined || !/^\d+$/.test(permissions)) return true;
  return (BigInt(permissions) & (wanted | permission.administrator)) !== 0n;
}

/** Where a server's owner adds the bot, with exactly the permissions it uses. */
export function inviteLink(applicationId: string): string {
  return authorize(applicationId, {
    scope: 'bot applications.commands',
    permissions: String(used),
    integration_type: '0',
  });
}

/** Where somebody adds the bot for themselves, to use it everywhere. */
export function userInstallLink(applicationId: string): string {
  return authorize(applicationId, { scope: 'applications.commands', integration_type: '1' });
}

/** https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow */
function authorize(applicationId: string, parameters: Readonly<Record<string, string>>): string {
  return `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: applicationId, ...parameters })}`;
}

/** The application a token belongs to, as its first part says; `undefined` where it has not a token's shape. */
export function applicationIdOf(token: string): string | undefined {
  const [first = ''] = token
    .trim()
    .replace(/^Bot\s+/i, '')
    .split('.');
  const id = Buffer.from(first, 'base64').toString('latin1');
  return /^\d{17,20}$/.test(id) ? id : undefined;
}
