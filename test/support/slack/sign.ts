// Requests as Slack signs them. https://docs.slack.dev/authentication/verifying-requests-from-slack

import { createHmac } from 'node:crypto';

export interface Signing {
  readonly secret: string;
  /** Seconds since 1970; now, if left out. */
  readonly timestamp?: number;
}

export function signatureHeaders(body: string, { secret, timestamp = Math.floor(Date.now() / 1_000) }: Signing) {
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-signature': `v0=${hash}`, 'x-slack-request-timestamp': String(timestamp) };
}
