// Slack's signed requests on the one HTTP port, handed to Bolt.

import { type App, type Receiver, verifySlackRequest } from '@slack/bolt';
import type { Logger } from 'pino';
import { limits } from './limits.ts';

export interface SignedReceiver extends Receiver {
  handle(request: Request): Promise<Response>;
}

/** Within the three seconds, with time for the way back. */
const answerWithinMs = limits.acknowledgeMs - 200;
const furthestSeconds = 5 * 60;

export function createSignedReceiver(signingSecret: string, log: Logger): SignedReceiver {
  let app: App | undefined;
  return {
    init: (given) => {
      app = given;
    },
    start: async () => {},
    stop: async () => {},
    async handle(request) {
      if (request.method !== 'POST')
        return new Response('Slack posts here.\n', { status: 405, headers: { allow: 'POST' } });
      const raw = await request.text();
      const form = readForm(request, raw);
      // Slack looks now and then whether the address answers, unsigned: nothing else in such a request is heard.
      // https://docs.slack.dev/interactivity/implementing-slash-commands#ssl
      if (form?.get('ssl_check') === '1') return new Response(null, { status: 200 });
      const wrong = checkSignature(request.headers, raw, signingSecret);
      if (wrong !== undefined) {
        log.warn(
          { reason: wrong },
          'A request to /slack/events was not signed by your Slack app. If it came from Slack, set SLACK_SIGNING_SECRET to the Signing Secret on the Basic Information page of your app at api.slack.com/apps.',
        );
        return new Response('The signature does not fit.\n', { status: 401 });
      }
      const body = readBody(form, raw);
      if (body === undefined) return new Response('This is not what Slack sends.\n', { status: 400 });
      if (body.type === 'url_verification') return Response.json({ challenge: body.challenge });
      return app === undefined ? new Response(null, { status: 503 }) : dispatch(app, body, request.headers, log);
    },
  };
}

/** Resolves with what the listeners acknowledge, while they may go on working. */
function dispatch(app: App, body: Body, headers: Headers, log: Logger): Promise<Response> {
  return new Promise((resolve) => {
    let answered = false;
    const answer = (response: Response): void => {
      answered = true;
      clearTimeout(late);
      resolve(response);
    };
    const late = setTimeout(() => {
      log.error({ type: body.type ?? 'command' }, 'a request from Slack was not acknowledged in time');
      answer(new Response(null, { status: 200 }));
    }, answerWithinMs);
    const ack = async (message?: unknown): Promise<void> => {
      // Then what it carries must find another way.
      if (answered) throw new Error('The request has been answered already');
      answer(toResponse(message));
    };
    const retryNum = Number(headers.get('x-slack-retry-num') ?? Number.NaN);
    app
      .processEvent({ body, ack, ...(Number.isNaN(retryNum) ? {} : { retryNum }) })
      .catch((error: unknown) => log.error({ err: error }, 'a request from Slack could not be worked on'))
      // Nobody listens to this kind: said with success, or Slack would send it again and again.
      .finally(() => answer(new Response(null, { status: 200 })));
  });
}

function toResponse(answer: unknown): Response {
  if (answer === undefined || answer === '') return new Response(null, { status: 200 });
  return typeof answer === 'string' ? new Response(answer) : Response.json(answer);
}

/** Why the request is not Slack's; nothing where it is. */
function checkSignature(headers: Headers, body: string, signingSecret: string): string | undefined {
  const signature = headers.get('x-slack-signature');
  const timestamp = headers.get('x-slack-request-timestamp');
  if (signature === null || timestamp === null) return 'a header is missing';
  const sentAt = Number(timestamp);
  // Bolt looks for stale ones only; one from the future could be kept and replayed.
  if (sentAt - Date.now() / 1_000 > furthestSeconds) return 'its timestamp lies in the future';
  try {
    const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': sentAt };
    verifySlackRequest({ signingSecret, body, headers: signed });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

type Body = Readonly<Record<string, unknown>>;

function readForm(request: Request, raw: string): URLSearchParams | undefined {
  const type = request.headers.get('content-type') ?? '';
  return type.startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(raw) : undefined;
}

function readBody(form: URLSearchParams | undefined, raw: string): Body | undefined {
  if (form !== undefined && !form.has('payload')) return Object.fromEntries(form);
  try {
    const body: unknown = JSON.parse(form?.get('payload') ?? raw);
    return typeof body === 'object' && body !== null ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}
