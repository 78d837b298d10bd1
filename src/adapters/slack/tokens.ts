// The tokens: whether they can be right, and what Slack says of them, as a sentence that names the variable and its place.

import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { VerbatimError } from '../../errors.ts';

const page = 'https://api.slack.com/apps → your app →';
const where = {
  SLACK_BOT_TOKEN: `the Bot User OAuth Token (xoxb-…) under ${page} OAuth & Permissions, after Install to Workspace`,
  SLACK_APP_TOKEN: `an app-level token (xapp-…) with the scope connections:write, made under ${page} Basic Information → App-Level Tokens`,
  SLACK_SIGNING_SECRET: `the Signing Secret under ${page} Basic Information → App Credentials`,
} as const;
type SlackVariable = keyof typeof where;

/** https://docs.slack.dev/reference/methods/auth.test#errors */
const tokenErrors = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
]);

function wrongToken(variable: SlackVariable, said: string, cause?: unknown): VerbatimError {
  const message = `Slack does not accept ${variable} (${said}). Set it to ${where[variable]}.`;
  return new VerbatimError('configuration', message, { cause });
}

export interface Tokens {
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly http?: unknown;
}

/** @throws VerbatimError for what no call to Slack is needed to see. */
export function checkShape({ botToken, appToken, signingSecret, http }: Tokens): void {
  if (!botToken.startsWith('xoxb-')) throw needed('SLACK_BOT_TOKEN', 'SLACK_BOT_TOKEN is not a bot token.');
  if (appToken === undefined && signingSecret === undefined) {
    throw needed('SLACK_APP_TOKEN', 'Slack has no way to reach Verbatim yet.');
  }
  if (appToken !== undefined && !appToken.startsWith('xapp-')) {
    throw needed('SLACK_APP_TOKEN', 'SLACK_APP_TOKEN is not an app-level token.');
  }
  if (signingSecret === '') throw needed('SLACK_SIGNING_SECRET', 'SLACK_SIGNING_SECRET is empty.');
  if (appToken === undefined && http === undefined) {
    throw needed('SLACK_APP_TOKEN', 'Signed requests need the HTTP port, which is not open.');
  }
}

/**
 * Asks Slack whether it knows the bot token; tells the log who it is, and which scopes it lacks.
 * @throws VerbatimError when it is wrong; any other error when Slack cannot be asked.
 */
export async function checkBotToken(client: webApi.WebClient, scopes: readonly string[], log: Logger): Promise<void> {
  const told = await client.auth.test().catch((error: unknown) => {
    const said = saidBy(error);
    throw said !== undefined && tokenErrors.has(said) ? wrongToken('SLACK_BOT_TOKEN', said, error) : error;
  });
  const granted = told.response_metadata?.scopes;
  const lacking = granted === undefined ? [] : scopes.filter((scope) => !granted.includes(scope));
  if (lacking.length > 0) {
    log.warn(
      { lacking },
      `The Slack app lacks scopes. Add them under ${page} OAuth & Permissions, and reinstall the app.`,
    );
  }
  log.info({ team: told.team, as: told.user }, 'Slack knows Verbatim');
}

function needed(variable: SlackVariable, why: string): VerbatimError {
  return new VerbatimError('configuration', `${why} Set ${variable} to ${where[variable]}.`);
}

export function explainAppToken(error: unknown): VerbatimError | undefined {
  const said = saidBy(error);
  if (said === 'link_disabled') {
    const message = `Slack closed the connection: Socket Mode is off. Turn it on under ${page} Socket Mode, or set SLACK_SIGNING_SECRET instead of SLACK_APP_TOKEN.`;
    return new VerbatimError('configuration', message, { cause: error });
  }
  return said !== undefined && tokenErrors.has(said) ? wrongToken('SLACK_APP_TOKEN', said, error) : undefined;
}

/** Slack's code, where it was Slack that said no. */
function saidBy(error: unknown): string | undefined {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  return error instanceof Farewell ? error.message : undefined;
}

/** Slack ended a connection for a reason that a new one would meet again. */
export class Farewell extends Error {
  override readonly name = 'Farewell';
}
