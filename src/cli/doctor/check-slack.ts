// Whether Slack can be reached and takes the tokens.

import type { Settings } from '../../settings.ts';
import { askPlatform } from './ask-platform.ts';
import type { Finding } from './finding.ts';

const about = 'Slack';

export async function checkSlack({ slack, http }: Settings): Promise<readonly Finding[]> {
  if (!slack.configured) {
    return [{ state: 'note', about, text: `Not set up: ${slack.lacks} is not set.`, mend: 'See docs/slack.md.' }];
  }
  const { botToken, appToken, apiUrl = 'https://slack.com/api', signingSecret } = slack.settings;
  const findings = [await askWith(apiUrl, 'auth.test', botToken, 'SLACK_BOT_TOKEN')];
  if (appToken !== undefined) {
    findings.push(await askWith(apiUrl, 'apps.connections.open', appToken, 'SLACK_APP_TOKEN'));
  }
  if (signingSecret !== undefined && http.publicUrl === undefined) {
    const mend = 'Set PUBLIC_URL to the address under which Slack reaches this machine.';
    findings.push({ state: 'note', about, text: 'SLACK_SIGNING_SECRET is set, and PUBLIC_URL is not.', mend });
  }
  return findings;
}

async function askWith(apiUrl: string, method: string, token: string, variable: string): Promise<Finding> {
  const answer = await askPlatform(`${apiUrl.replace(/\/+$/, '')}/${method}`, {
    method: 'POST',
    authorization: `Bearer ${token}`,
  });
  if (!answer.reached) {
    const mend = 'Check the network, a firewall, and SLACK_API_URL if it is set.';
    return { state: 'wrong', about, text: `${apiUrl} cannot be reached (${answer.why}).`, mend };
  }
  if (answer.body.ok !== true) {
    const mend = `Copy ${variable} again from your app's pages at https://api.slack.com/apps.`;
    return {
      state: 'wrong',
      about,
      text: `Slack does not take ${variable} (${answer.body.error ?? answer.status}).`,
      mend,
    };
  }
  const team = typeof answer.body.team === 'string' ? `: it is in “${answer.body.team}”` : '';
  return { state: 'well', about, text: `${variable} works${team}.` };
}
