// A Slack on this machine: its Web API, `response_url`s, signed requests and Socket Mode, and what people would see. It
// takes and refuses what Slack takes and refuses.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  blocksOf,
  complainAboutMessage,
  complainAboutOptions,
  complainAboutView,
  type Json,
  object,
} from './message-rules.ts';
import { actionPayload, commandPayload, submissionPayload, suggestionPayload, type Who } from './payloads.ts';
import { signatureHeaders } from './sign.ts';
import { openSocketServer, type SocketServer } from './socket-server.ts';

/** A message as it stands in the channel. */
export interface Shown {
  readonly ts: string;
  readonly channel: string;
  /** Who sees it: everybody, or one person. */
  readonly to: 'everybody' | string;
  readonly message: Json;
  /** The `response_url` of what it answers: the command, the press or the form. */
  readonly answers: string;
  /** It stands where another one stood. */
  readonly replaced: boolean;
}

/** Something that was refused: what Slack said, of what. */
export interface Refused {
  readonly where: 'acknowledgement' | 'response_url' | 'views.open' | 'options';
  readonly error: string;
  readonly about: string;
}

/** What came back to Slack at once. */
export interface Acknowledged {
  readonly status: number;
  readonly body: Json | undefined;
  readonly ms: number;
}

/** An answer that Slack gives instead of its usual one. */
export interface Trouble {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly afterMs?: number;
}

export interface SlackOptions {
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly scopes?: readonly string[];
}

interface ResponseUrl {
  readonly who: Who;
  readonly bornMs: number;
  /** The message whose button was pressed. */
  readonly original?: string;
  uses: number;
}

export class SlackStandIn {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly scopes: Set<string>;
  readonly shown: Shown[] = [];
  readonly refused: Refused[] = [];
  readonly views: Json[] = [];
  /** The methods that were called, in order. */
  readonly calls: string[] = [];
  readonly people = new Map<string, { readonly name: string; readonly locale: string }>();
  /** How long Slack waits to be acknowledged. */
  patienceMs = 3_000;
  /** Moves Slack's clock. */
  aheadMs = 0;
  /** Where signed requests go; without it everything goes over Socket Mode. */
  eventsUrl: string | undefined;
  /** Who asks and where, unless said otherwise. */
  who: Who = { user: 'U1', channel: 'C1', team: 'T1' };

  readonly #responseUrls = new Map<string, ResponseUrl>();
  readonly #triggers = new Map<string, number>();
  readonly #troubles = new Map<string, Trouble[]>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly sockets: SocketServer = openSocketServer(this.#server, () => this.url);
  #number = 0;

  constructor({ botToken, appToken, signingSecret, scopes }: SlackOptions = {}) {
    this.botToken = botToken ?? 'xoxb-1-2-harbour';
    this.appToken = appToken ?? 'xapp-1-A1-2-lighthouse';
    this.signingSecret = signingSecret ?? '8f742231b10e8888abcd99ff00aa85a5';
    this.scopes = new Set(scopes ?? ['commands', 'users:read']);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async close(): Promise<void> {
    await this.sockets.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('This Slack has not started');
    return `http://127.0.0.1:${address.port}`;
  }
  get apiUrl(): string {
    return `${this.url}/api/`;
  }

  // What people do.

  /** Somebody types a command. `again`: Slack sends it once more, as it does when it heard nothing. */
  async type(command: string, text = '', by: Partial<Who> = {}, again?: { readonly trigger: string }) {
    const who = { ...this.who, ...by };
    const trigger = again?.trigger ?? this.#trigger();
    const responseUrl = this.responseUrl(who);
    const payload = commandPayload(who, command, text, { trigger, responseUrl });
    const acknowledged = await this.#deliver('slash_commands', payload, again === undefined ? 0 : 1);
    // Slack tells the person that the app did not respond, and hears nothing more of it.
    if (acknowledged.ms > this.patienceMs) {
      this.refused.push({ where: 'acknowledgement', error: 'operation_timeout', about: `${acknowledged.ms} ms` });
    } else if (acknowledged.body !== undefined) {
      this.#take('acknowledgement', acknowledged.body, responseUrl);
    }
    return { ...acknowledged, trigger, responseUrl };
  }

  /** Somebody presses a button, named by its label, on the latest message that has it. */
  press(label: string, by: Partial<Who> = {}) {
    for (const shown of [...this.shown].reverse()) {
      const button = buttonsOf(shown.message).find((one) => labelOf(one) === label);
      if (button !== undefined) return this.pressButton(button, shown, by);
    }
    throw new Error(`Nobody sees a button “${label}”`);
  }

  async pressButton(button: Json, on: Shown, by: Partial<Who> = {}) {
    const who = { ...this.who, ...by };
    const responseUrl = this.responseUrl(who, on.ts);
    const message = { ts: on.ts, ephemeral: on.to !== 'everybody' };
    const payload = actionPayload(who, button, message, { trigger: this.#trigger(), responseUrl });
    return { ...(await this.#deliver('interactive', payload)), responseUrl };
  }

  /** Somebody types into a field of the form that opened last. */
  async search(block: string, value: string, state: Json = {}): Promise<readonly Json[]> {
    const payload = suggestionPayload(this.who, this.#view(), block, value, state);
    const { body, ms } = await this.#deliver('interactive', payload);
    if (ms > this.patienceMs) this.refused.push({ where: 'options', error: 'operation_timeout', about: `${ms} ms` });
    const complaint = complainAboutOptions(body ?? {});
    if (complaint !== undefined) this.refused.push({ where: 'options', ...complaint });
    return Array.isArray(body?.options) ? body.options.map((option: unknown) => object(option)) : [];
  }

  /** Somebody sends the form that opened last. */
  submit(state: Json, trigger = this.#trigger()): Promise<Acknowledged> {
    return this.#deliver('interactive', submissionPayload(this.who, this.#view(), state, trigger));
  }

  /** The message that answers a command or a press, once it is there. */
  async answerTo({ responseUrl }: { readonly responseUrl: string }): Promise<Shown> {
    for (let waited = 0; waited < 10_000; waited += 5) {
      const answer = this.shown.find(({ answers }) => answers === responseUrl);
      if (answer !== undefined) return answer;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`No answer came. Slack refused ${JSON.stringify(this.refused)}`);
  }

  /** What one person sees, oldest first. */
  seenBy(user = this.who.user): readonly Json[] {
    return this.shown.filter(({ to }) => to === 'everybody' || to === user).map(({ message }) => message);
  }

  /** Slack's next answers of a method, or of `response_url`, are these. */
  misbehave(where: string, ...troubles: readonly Trouble[]): void {
    this.#troubles.set(where, [...troubles]);
  }

  responseUrl(who: Who, original?: string): string {
    const id = `${++this.#number}`;
    const url: ResponseUrl = { who, bornMs: this.now(), uses: 0, ...(original === undefined ? {} : { original }) };
    this.#responseUrls.set(id, url);
    return `${this.url}/response/${id}`;
  }

  now(): number {
    return Date.now() + this.aheadMs;
  }

  // What Slack does.

  #trigger(): string {
    const trigger = `trigger-${++this.#number}`;
    this.#triggers.set(trigger, this.now());
    return trigger;
  }

  #view(): Json {
    const view = this.views.at(-1);
    if (view === undefined) throw new Error('No form is open');
    return view;
  }

  async #deliver(type: 'slash_commands' | 'interactive', payload: Json, retry = 0): Promise<Acknowledged> {
    const from = performance.now();
    if (this.eventsUrl === undefined) {
      const body = await this.sockets.send(type, payload);
      return { status: 200, body, ms: performance.now() - from };
    }
    const form =
      type === 'slash_commands'
        ? Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]))
        : { payload: JSON.stringify(payload) };
    const raw = new URLSearchParams(form).toString();
    const response = await fetch(this.eventsUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        ...signatureHeaders(raw, { secret: this.signingSecret }),
        ...(retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {}),
      },
      body: raw,
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), ms: performance.now() - from };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    const [, room, name = ''] = (request.url ?? '').split(/[/?]/);
    if (room === 'api') this.calls.push(name);
    const trouble = this.#troubles.get(room === 'api' ? name : 'response_url')?.shift();
    if (trouble?.afterMs !== undefined) await new Promise((resolve) => setTimeout(resolve, trouble.afterMs));
    const usual = () => (room === 'api' ? this.#method(name, request, raw) : this.#respond(name, raw));
    const { status = 200, headers = {}, body } = trouble?.status || trouble?.body ? trouble : usual();
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  #method(name: string, request: IncomingMessage, raw: string): Trouble {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const wanted = name === 'apps.connections.open' ? this.appToken : this.botToken;
    const headers = { 'x-oauth-scopes': [...this.scopes].join(',') };
    const no = (error: string, more: object = {}) => ({ headers, body: { ok: false, error, ...more } });
    if (token !== wanted) return no(token === '' ? 'not_authed' : 'invalid_auth');
    const sent = new URLSearchParams(raw);
    switch (name) {
      case 'auth.test':
        return { headers, body: { ok: true, team: 'Harbour', team_id: 'T1', user: 'verbatim', user_id: 'UBOT' } };
      case 'apps.connections.open':
        return { body: { ok: true, url: this.sockets.ticket() } };
      case 'users.info': {
        if (!this.scopes.has('users:read')) return no('missing_scope', { needed: 'users:read' });
        const person = this.people.get(sent.get('user') ?? '');
        if (person === undefined) return no('user_not_found');
        const locale = sent.get('include_locale') === 'true' ? { locale: person.locale } : {};
        return { headers, body: { ok: true, user: { name: 'x', profile: { display_name: person.name }, ...locale } } };
      }
      case 'views.open': {
        const view = object(JSON.parse(sent.get('view') ?? 'null'));
        const born = this.#triggers.get(sent.get('trigger_id') ?? '');
        this.#triggers.delete(sent.get('trigger_id') ?? '');
        if (born === undefined) return no('invalid_trigger_id');
        if (this.now() - born > 3_000) return no('expired_trigger_id');
        const complaint = complainAboutView(view);
        if (complaint !== undefined) {
          this.refused.push({ where: 'views.open', ...complaint });
          return no('invalid_arguments');
        }
        this.views.push(view);
        return { headers, body: { ok: true, view } };
      }
      default:
        return no('unknown_method');
    }
  }

  /** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
  #respond(id: string, raw: string): Trouble {
    const url = this.#responseUrls.get(id);
    const no = (status: number, error: string) => ({ status, body: { ok: false, error } });
    if (url === undefined || this.now() - url.bornMs > 30 * 60_000) return no(404, 'expired_url');
    if (++url.uses > 5) return no(404, 'used_url');
    const error = this.#take('response_url', object(JSON.parse(raw)), `${this.url}/response/${id}`);
    return error === undefined ? { body: 'ok' } : no(400, error);
  }

  /** Puts a message where people see it, or says why not. */
  #take(where: Refused['where'], message: Json, answers: string): string | undefined {
    const complaint = complainAboutMessage(message);
    if (complaint !== undefined) {
      this.refused.push({ where, ...complaint });
      return complaint.error;
    }
    const url = this.#responseUrls.get(answers.split('/').at(-1) ?? '');
    if (url === undefined) return 'expired_url';
    const { who, original } = url;
    const place = this.shown.findIndex(({ ts }) => ts === original);
    const before = this.shown[place];
    if (message.delete_original === true && before !== undefined) this.shown.splice(place, 1);
    if (message.text === undefined && message.blocks === undefined) return undefined;
    if (message.replace_original === true && before !== undefined) {
      // What is put in another's place is seen by whoever saw that.
      this.shown[place] = { ...before, message, answers, replaced: true };
      return undefined;
    }
    const ts = `1700000000.${String(++this.#number).padStart(6, '0')}`;
    const to = message.response_type === 'in_channel' ? 'everybody' : who.user;
    this.shown.push({ ts, channel: who.channel, to, message, answers, replaced: false });
    return undefined;
  }
}

/** Every button in a message. */
export function buttonsOf(message: Json): Json[] {
  return blocksOf(message)
    .flatMap((block) => [block.accessory, ...(Array.isArray(block.elements) ? block.elements : [])])
    .filter((element) => element !== undefined)
    .map((element) => object(element))
    .filter((element) => element.type === 'button');
}

export const labelOf = (button: Json): string => String(object(button.text).text);
