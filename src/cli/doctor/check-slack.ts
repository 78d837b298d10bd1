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
  if (answer.status !== 200) {
    const mend = 'Try again later; see https://slack-status.com.';
    return { state: 'wrong', about, text: `Slack answers with status ${answer.status}.`, mend };
  }
  const { ok, error, team: workspace } = answer.body;
  if (typeof ok !== 'boolean') {
    const mend = 'See that nothing stands in between that answers in its place, and check SLACK_API_URL if it is set.';
    return { state: 'wrong', about, text: `What answers at ${apiUrl} is not Slack.`, mend };
  }
  if (!ok) {
    const mend = `Copy ${variable} again from your app's pages at https://api.slack.com/apps.`;
    return { state: 'wrong', about, text: `Slack does not take ${variable} (${error}).`, mend };
  }
  const team = typeof workspace === 'string' ? `: it is in “${workspace}”` : '';
  return { state: 'well', about, text: `${variable} works${team}.` };
}
