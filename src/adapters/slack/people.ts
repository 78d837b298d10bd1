// Who asks: Slack sends neither a person's language nor the name others know them by; `users.info` does.

import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { createMemory } from './memory.ts';
import { within } from './within.ts';

/** What Slack tells of a person; each may be unknown. */
export interface PersonFacts {
  readonly name?: string;
  /** `en-US`. */
  readonly locale?: string;
}

export interface PeopleOptions {
  /** Asks Slack. */
  readonly ask: (userId: string) => Promise<PersonFacts>;
  /** Told of each failure; says for how long not to ask again at all. */
  readonly onFailure: (error: unknown) => number;
  /** How long an answer may wait for this: late facts serve the next question. */
  readonly patienceMs?: number;
  readonly now?: () => number;
}

export interface People {
  find(userId: string): Promise<PersonFacts>;
}

const hourMs = 3_600_000;

export function createPeople({ ask, onFailure, patienceMs = 500, now = Date.now }: PeopleOptions): People {
  const known = createMemory<Promise<PersonFacts>>({ most: 5_000, lifeMs: hourMs, now });
  let quietUntilMs = 0;

  const factsOf = (userId: string): Promise<PersonFacts> => {
    const had = known.get(userId);
    if (had !== undefined) return had;
    if (now() < quietUntilMs) return Promise.resolve({});
    const asked = ask(userId).catch((error: unknown): PersonFacts => {
      quietUntilMs = now() + onFailure(error);
      known.set(userId, Promise.resolve({}), 60_000);
      return {};
    });
    known.set(userId, asked);
    return asked;
  };

  return { find: async (userId) => (await within(factsOf(userId), patienceMs)) ?? {} };
}

/** People as Slack knows them, by the scope `users:read`. https://docs.slack.dev/reference/methods/users.info */
export function slackPeople(client: webApi.WebClient, log: Logger): People {
  return createPeople({
    async ask(userId) {
      const { user } = await client.users.info({ user: userId, include_locale: true });
      const name = user?.profile?.display_name || user?.profile?.real_name || user?.name;
      return { ...(name ? { name } : {}), ...(user?.locale ? { locale: user.locale } : {}) };
    },
    onFailure(error) {
      log.warn({ err: error }, 'Slack did not tell who asks: answers come in the default language');
      if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1_000;
      const said = error instanceof webApi.WebAPIPlatformError ? error.data.error : '';
      return said === 'missing_scope' ? hourMs : 0;
    },
  });
}
