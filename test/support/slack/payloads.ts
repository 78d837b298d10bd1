// What Slack sends, as its documentation shows it.

import type { Json } from './message-rules.ts';

export interface Who {
  readonly user: string;
  readonly channel: string;
  readonly team: string;
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
export function commandPayload(
  { user, channel, team }: Who,
  command: string,
  text: string,
  ways: { readonly trigger: string; readonly responseUrl: string },
) {
  return {
    token: 'gone-out-of-use',
    team_id: team,
    team_domain: 'harbour',
    channel_id: channel,
    channel_name: 'general',
    user_id: user,
    user_name: user.toLowerCase(),
    command,
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: ways.responseUrl,
    trigger_id: ways.trigger,
  };
}

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function actionPayload(
  { user, channel, team }: Who,
  action: Json,
  message: { readonly ts: string; readonly ephemeral: boolean },
  ways: { readonly trigger: string; readonly responseUrl: string },
): Json {
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: team },
    api_app_id: 'A1',
    token: 'gone-out-of-use',
    container: { type: 'message', message_ts: message.ts, channel_id: channel, is_ephemeral: message.ephemeral },
    trigger_id: ways.trigger,
    team: { id: team, domain: 'harbour' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: 'general' },
    // Of messages for one person alone Slack sends no text.
    ...(message.ephemeral ? {} : { message: { type: 'message', ts: message.ts, text: '…' } }),
    response_url: ways.responseUrl,
    actions: [{ ...action, type: 'button', block_id: 'b1', action_ts: '1700000000.000100' }],
  };
}

/** https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export function suggestionPayload({ user, team }: Who, view: Json, block: string, value: string, state: Json): Json {
  return {
    type: 'block_suggestion',
    user: { id: user, name: user.toLowerCase(), team_id: team },
    container: { type: 'view', view_id: 'V1' },
    api_app_id: 'A1',
    token: 'gone-out-of-use',
    action_id: 'field',
    block_id: block,
    value,
    team: { id: team, domain: 'harbour' },
    enterprise: null,
    is_enterprise_install: false,
    view: { ...view, id: 'V1', state: { values: state } },
  };
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function submissionPayload({ user, team }: Who, view: Json, state: Json, trigger: string): Json {
  return {
    type: 'view_submission',
    team: { id: team, domain: 'harbour' },
    user: { id: user, name: user.toLowerCase(), team_id: team },
    api_app_id: 'A1',
    token: 'gone-out-of-use',
    trigger_id: trigger,
    is_enterprise_install: false,
    enterprise: null,
    view: { ...view, id: 'V1', state: { values: state } },
    response_urls: [],
  };
}
