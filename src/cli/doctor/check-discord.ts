// Whether Discord can be reached and takes the token, and how to invite the bot.

import { applicationIdOf, inviteLink, userInstallLink } from '../../adapters/discord/permissions.ts';
import type { Settings } from '../../settings.ts';
import { askPlatform } from './ask-platform.ts';
import type { Finding } from './finding.ts';

const about = 'Discord';

export async function checkDiscord({ discord }: Settings): Promise<readonly Finding[]> {
  if (!discord.configured) {
    return [{ state: 'note', about, text: `Not set up: ${discord.lacks} is not set.`, mend: 'See docs/discord.md.' }];
  }
  const { token, applicationId = applicationIdOf(token), apiUrl = 'https://discord.com/api' } = discord.settings;
  const answer = await askPlatform(`${apiUrl.replace(/\/v\d+$/, '')}/v10/applications/@me`, {
    method: 'GET',
    authorization: `Bot ${token}`,
  });
  return [tokenFinding(answer, apiUrl, applicationId), ...invitations(applicationId)];
}

function tokenFinding(
  answer: Awaited<ReturnType<typeof askPlatform>>,
  apiUrl: string,
  applicationId: string | undefined,
): Finding {
  if (!answer.reached) {
    const mend = 'Check the network, a firewall, and DISCORD_API_URL if it is set.';
    return { state: 'wrong', about, text: `${apiUrl} cannot be reached (${answer.why}).`, mend };
  }
  if (answer.status === 401) {
    const mend = 'Make a new one in the Developer Portal (your application → Bot → Reset Token) and set DISCORD_TOKEN.';
    return { state: 'wrong', about, text: 'Discord does not take DISCORD_TOKEN.', mend };
  }
  if (answer.status !== 200) {
    const mend = 'Try again later; see https://discordstatus.com.';
    return { state: 'wrong', about, text: `Discord answers with status ${answer.status}.`, mend };
  }
  const { id, name } = answer.body;
  if (typeof id !== 'string') {
    const mend =
      'See that nothing stands in between that answers in its place, and check DISCORD_API_URL if it is set.';
    return { state: 'wrong', about, text: `What answers at ${apiUrl} is not Discord.`, mend };
  }
  if (applicationId !== undefined && id !== applicationId) {
    const mend = `Set DISCORD_APPLICATION_ID=${id}, or take the token of the other application.`;
    return { state: 'wrong', about, text: 'DISCORD_APPLICATION_ID is not the application of DISCORD_TOKEN.', mend };
  }
  return { state: 'well', about, text: `The token works: it is “${name}”.` };
}

function invitations(applicationId: string | undefined): readonly Finding[] {
  if (applicationId === undefined) return [];
  return [
    { state: 'note', about, text: `Add it to a server: ${inviteLink(applicationId)}` },
    { state: 'note', about, text: `Add it for yourself alone: ${userInstallLink(applicationId)}` },
  ];
}
