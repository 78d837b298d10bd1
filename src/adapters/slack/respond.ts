// Answering at a `response_url`: what Slack refuses is told with its own words, what only stumbled is tried again.
// https://docs.slack.dev/interactivity/handling-user-interaction#message_responses

import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from './limits.ts';
import type { SlackMessage } from './render.ts';

/** A message, said to be new or to stand in place of the one that was pressed; or that one's end. */
export type Outgoing = (SlackMessage & { readonly replace_original?: boolean }) | { readonly delete_original: true };

/** Slack, or the way to it, did not take a message. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Slack's code (`invalid_blocks`, `expired_url`), or the first of what it wrote. */
  readonly said: string;
  /** Absent: nothing answered at all. */
  readonly status?: number;

  constructor(said: string, status?: number, cause?: unknown) {
    super(`Slack did not take the message: ${said}`, { cause });
    this.said = said;
    if (status !== undefined) this.status = status;
  }

  /** Nothing more can be said there: it has been used five times, or is older than half an hour. */
  get isFinal(): boolean {
    return this.status === 404 || /^(expired|used)_url$/.test(this.said);
  }

  /** An outage, a rate limit, or a network that fails: in a while it may be taken. */
  get isPassing(): boolean {
    return this.status === undefined || this.status === 429 || this.status >= 500;
  }

  /** Who may post there is at fault, not what is posted. */
  get ofPermission(): boolean {
    return !this.isPassing && (this.status === 403 || /^(restricted_action|(channel_)?is_archived)/.test(this.said));
  }

  /** Something in the message is against Slack's rules; a plainer one may pass. */
  get ofContent(): boolean {
    return /^(invalid_(blocks|attachments|payload|json)|msg_|no_text|too_many)/.test(this.said);
  }
}

/**
 * Sends to one `response_url`, and counts how often that has been used. `spare`: the uses to leave for what comes after.
 * @throws Refusal
 */
export type Send = (message: Outgoing, spare?: number) => Promise<void>;

export interface Sender {
  readonly fetch: typeof globalThis.fetch;
  /** Waits between tries. */
  readonly pausesMs?: readonly number[];
}

const timeoutMs = 5_000;
const longestWaitMs = 10_000;

export function sendTo(url: string, { fetch, pausesMs = [300, 1_500] }: Sender): Send {
  let left: number = limits.responseUrl.uses;
  return async (message, spare = 0) => {
    if (left <= spare) throw new Refusal('used_url');
    for (let tries = 0; ; tries++) {
      left--;
      const pauseMs = left > spare ? pausesMs[tries] : undefined;
      try {
        const waitMs = await post(url, message, fetch);
        if (waitMs === undefined) return;
        if (pauseMs === undefined || waitMs > longestWaitMs) throw new Refusal('ratelimited', 429);
        await sleep(waitMs);
      } catch (error) {
        const refused = error instanceof Refusal ? error : new Refusal('no answer', undefined, error);
        if (!refused.isPassing || refused.status === 429 || pauseMs === undefined) throw refused;
        await sleep(pauseMs);
      }
    }
  };
}

/** How long to wait before it may be tried again; nothing where it was taken. */
async function post(url: string, message: Outgoing, fetch: Sender['fetch']): Promise<number | undefined> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const body = await response.text();
  if (response.status === 429) return 1_000 * (Number(response.headers.get('retry-after')) || 1);
  const said = errorIn(body);
  if (!response.ok || said !== undefined)
    throw new Refusal(said ?? (body.slice(0, 200) || response.statusText), response.status);
  return undefined;
}

/** Slack answers `ok` in plain text or `{"ok":true}`, and `{"ok":false,"error":"…"}` when it refuses. */
function errorIn(body: string): string | undefined {
  try {
    const { ok, error } = JSON.parse(body);
    return ok === false ? String(error) : undefined;
  } catch {
    return undefined;
  }
}
