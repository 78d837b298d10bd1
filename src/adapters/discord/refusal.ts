// What it means that Discord did not take something, read off the error its client throws.

import { closeCode, errorCode } from './wire.ts';

export interface Refusal {
  /**
   * `expired`: the interaction is over, or its message gone. `acknowledged`: it was answered already. `forbidden`: not there, not by us.
   * `body`: what was sent breaks a rule. `trouble`: Discord or the way there, perhaps only now.
   */
  readonly kind: 'expired' | 'acknowledged' | 'forbidden' | 'body' | 'trouble';
  /** What Discord said, for the log: never what was sent, which is people's own. */
  readonly said: Readonly<Record<string, unknown>>;
}

const expired: readonly unknown[] = [
  errorCode.unknownInteraction,
  errorCode.unknownMessage,
  errorCode.unknownWebhook,
  errorCode.invalidWebhookToken,
];
const forbidden: readonly unknown[] = [errorCode.missingAccess, errorCode.missingPermissions];

export function refusalOf(error: unknown): Refusal {
  const { status, code, message: own, rawError } = fieldsOf(error);
  const { message = own, errors } = rawError === undefined ? {} : fieldsOf(rawError);
  const said = { status, code, message, errors };
  if (expired.includes(code)) return { kind: 'expired', said };
  if (code === errorCode.alreadyAcknowledged) return { kind: 'acknowledged', said };
  if (forbidden.includes(code)) return { kind: 'forbidden', said };
  if (status === 400) return { kind: 'body', said };
  return { kind: 'trouble', said };
}

/** Why the gateway closed for good, as a sentence with its mend; `undefined` where the client goes on by itself. */
export function endOf(code: number): string | undefined {
  switch (code) {
    case closeCode.authenticationFailed:
      return invalidToken;
    case closeCode.invalidIntents:
    case closeCode.disallowedIntents:
      return 'Discord refuses the intents Verbatim asks for, though it asks for none that is privileged: see that DISCORD_TOKEN belongs to a bot of your own and not to another program’s.';
    default:
      return code >= 4010 && code <= 4012
        ? `Discord has closed the connection for good (code ${code}): update Verbatim, its Discord client is too old.`
        : undefined;
  }
}

export const invalidToken =
  'Discord does not know the token in DISCORD_TOKEN. Copy it anew: https://discord.com/developers/applications, your application, Bot, Reset Token.';

export function otherApplication(given: string, real: string): string {
  return `DISCORD_APPLICATION_ID is ${given}, but the token in DISCORD_TOKEN belongs to application ${real}. Correct one of them: both stand at https://discord.com/developers/applications, the id under General Information, the token under Bot.`;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return { message: String(value) };
  // An error's message is no enumerable property.
  return { ...value, ...(value instanceof Error ? { message: value.message } : {}) };
}
