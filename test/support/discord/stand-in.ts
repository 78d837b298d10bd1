// A Discord of our own: its REST API and its gateway over real HTTP and WebSocket, as far as a bot of commands meets them.
// Every body is held to Discord's rules; what breaks one is refused as Discord would, and kept in `violations`.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Desk, type DeskOptions, type Dialogue, type Message, type Reply } from './desk.ts';
import { FakeGateway } from './gateway.ts';
import { brokenSchema } from './openapi.ts';
import {
  applicationId,
  buttonPayload,
  commandPayload,
  formPayload,
  menuPayload,
  type Options,
  type Scene,
  type Sent,
  typingPayload,
} from './payloads.ts';
import { brokenCommandRules, componentsOf, isCard, textsOf } from './rules.ts';

export const token = 'MTAwMDAwMDAwMDAwMDAwMDAx.stand-in.token';

export interface DiscordOptions extends DeskOptions {
  readonly heartbeatMs?: number;
  readonly closeWith?: number;
}

/** `hang up`: the line is cut before anything is done. `lose`: it is done, and the line is cut then. */
type FaultyReply = Reply | 'hang up' | 'lose';

interface Fault {
  readonly pattern: RegExp;
  readonly replies: FaultyReply[];
}

export class FakeDiscord {
  readonly desk: Desk;
  readonly gateway: FakeGateway;
  /** Commands by their route's scope: `global`, or a server's id. */
  readonly commands = new Map<string, unknown[]>();
  /** `GET /gateway/bot`, in their order. */
  readonly requests: string[] = [];
  readonly #faults: Fault[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(options: DiscordOptions = {}) {
    this.desk = new Desk(options);
    this.gateway = new FakeGateway({ token, ...options });
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async end(): Promise<void> {
    await this.gateway.end();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** What goes into DISCORD_API_URL. */
  get apiUrl(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The stand-in is not open');
    return `http://127.0.0.1:${address.port}/api`;
  }

  get violations(): Desk['violations'] {
    return this.desk.violations;
  }

  /** Answers the next requests that match in this way instead of its own. */
  fail(pattern: RegExp, ...replies: FaultyReply[]): void {
    this.#faults.push({ pattern, replies });
  }

  /** Ends every fault that is still to come. */
  mend(): void {
    this.#faults.length = 0;
  }

  send(sent: Sent): Dialogue {
    const dialogue = this.desk.open(sent);
    this.gateway.dispatch('INTERACTION_CREATE', sent.payload);
    return dialogue;
  }

  /** Somebody types a command: resolves with the answer they see, the last where several came. */
  async type(name: string, options: Options = {}, scene: Scene = {}): Promise<Message> {
    return this.answer(this.send(commandPayload(name, options, scene)));
  }

  async suggestions(name: string, focused: string, options: Options, scene: Scene = {}): Promise<unknown> {
    const dialogue = this.send(typingPayload(name, focused, options, scene));
    await this.desk.until(() => dialogue.type !== undefined, 'suggestions');
    return dialogue.choices;
  }

  /** Somebody presses the button of that label. */
  async press(message: Message, label: string | RegExp, scene: Scene = {}): Promise<Message> {
    return this.answer(this.send(this.pressing(message, label, scene)));
  }

  pressing(message: Message, label: string | RegExp, scene: Scene = {}): Sent {
    const matches = (text: unknown) => (typeof label === 'string' ? text === label : label.test(String(text)));
    const button = componentsOf(message.body).find((one) => one.type === 2 && matches(one.label));
    if (typeof button?.custom_id !== 'string')
      throw new Error(`There is no button ${label} on ${textsOf(message.body)}`);
    return buttonPayload(this.desk.told(message), button.custom_id, scene);
  }

  /** Somebody picks the option of that label in the message's menu. */
  async choose(message: Message, label: RegExp, scene: Scene = {}): Promise<Message> {
    const menus = componentsOf(message.body).filter(({ type }) => type === 3);
    const options = menus.flatMap((menu) =>
      Array.isArray(menu.options) ? menu.options.map((one) => ({ menu, one })) : [],
    );
    const found = options.find(({ one }) => label.test(one.label));
    if (found === undefined) throw new Error(`No menu offers ${label}`);
    return this.answer(
      this.send(menuPayload(this.desk.told(message), String(found.menu.custom_id), found.one.value, scene)),
    );
  }

  /** Somebody sends a form off. */
  async submit(scene: Scene = {}): Promise<Message> {
    return this.answer(this.send(formPayload(scene)));
  }

  async answer(dialogue: Dialogue, waitMs?: number): Promise<Message> {
    const seen = () => dialogue.followUps.at(-1) ?? (dialogue.original?.thinking ? undefined : this.#visible(dialogue));
    await this.desk.until(() => seen() !== undefined, `an answer (${dialogue.log.join(', ')})`, waitMs);
    const message = seen();
    if (message === undefined) throw new Error('The answer was taken away');
    return message;
  }

  #visible({ type, log, original }: Dialogue): Message | undefined {
    // Silently acknowledged: the message with the button is not yet an answer.
    return type === 6 && !log.includes('PATCH @original') ? undefined : original;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const { pathname } = new URL(url, 'http://discord.example');
    const path = pathname.replace(/^\/api\/v10/, '');
    const line = `${method} ${path}`;
    this.requests.push(line);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body: unknown = chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
    const fault = this.#faults
      .find(({ pattern, replies }) => replies.length > 0 && pattern.test(line))
      ?.replies.shift();
    const answer = () => this.#route(method, path, body, headers.authorization);
    if (fault === 'lose') answer();
    if (fault === 'lose' || fault === 'hang up') {
      request.socket.destroy();
      return;
    }
    const reply = fault ?? answer();
    const text = reply.body === undefined ? '' : JSON.stringify(reply.body);
    response.writeHead(reply.status, {
      ...(text === '' ? {} : { 'content-type': 'application/json' }),
      ...reply.headers,
    });
    response.end(text);
  }

  #route(method: string, path: string, body: unknown, authorization: string | undefined): Reply {
    const callback = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path);
    if (callback !== null) return this.desk.respond(callback[1] ?? '', callback[2] ?? '', body);
    const webhook = /^\/webhooks\/(\d+)\/([^/]+)(\/messages\/(?:@|%40)original)?$/.exec(path);
    if (webhook !== null) {
      const [, application, interactionToken = '', original] = webhook;
      if (application !== applicationId) return { status: 404, body: { code: 10_015, message: 'Unknown Webhook' } };
      if (original === undefined) return this.desk.followUp(interactionToken, body);
      return method === 'DELETE' ? this.desk.remove(interactionToken) : this.desk.edit(interactionToken, body);
    }
    if (authorization !== `Bot ${token}`) return { status: 401, body: { code: 0, message: '401: Unauthorized' } };
    if (path === '/gateway/bot') return { status: 200, body: this.#gatewayBot() };
    if (path === '/applications/@me') return { status: 200, body: { id: applicationId, name: 'Verbatim' } };
    return this.#commandRoute(method, path, body);
  }

  #gatewayBot(): unknown {
    const limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
    return { url: this.gateway.url, shards: 1, session_start_limit: limit };
  }

  #commandRoute(method: string, path: string, body: unknown): Reply {
    const [, application, server = 'global'] = /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/.exec(path) ?? [];
    if (application === undefined) return { status: 404, body: { code: 0, message: '404: Not Found' } };
    if (application !== applicationId) return { status: 404, body: { code: 10_002, message: 'Unknown Application' } };
    if (server === unknownServer) return { status: 403, body: { code: 50_001, message: 'Missing Access' } };
    if (method === 'PUT' && Array.isArray(body)) {
      const broken = [
        ...brokenCommandRules(body),
        ...body.flatMap((command) => brokenSchema('ApplicationCommandUpdateRequest', command)),
      ];
      if (broken.length > 0) {
        this.violations.push({ broken, body });
        return { status: 400, body: { code: 50_035, message: 'Invalid Form Body', errors: { _errors: broken } } };
      }
      const registered = body.map(asRegistered);
      this.commands.set(server, server === 'global' ? registered : registered.map(asOfServer));
    }
    return { status: 200, body: this.commands.get(server) ?? [] };
  }
}

/** A server where the bot is not. */
export const unknownServer = '300000000000000009';

/** Where a server's own command can be used is settled, whatever was sent. */
function asOfServer(command: Readonly<Record<string, unknown>>): unknown {
  return { ...command, contexts: null, integration_types: [0] };
}

/** A command as Discord gives it back: with all that it fills in by itself, and what is "no" left out. */
function asRegistered(command: Readonly<Record<string, unknown>>, index: number): Readonly<Record<string, unknown>> {
  const { options, ...rest } = command;
  const kept = Array.isArray(options)
    ? options.map(({ required, autocomplete, ...option }) => ({
        ...option,
        ...(required ? { required } : {}),
        ...(autocomplete ? { autocomplete } : {}),
        name_localizations: option.name_localizations ?? null,
      }))
    : [];
  return {
    id: `60000000000000000${index}`,
    application_id: applicationId,
    version: `70000000000000000${index}`,
    default_member_permissions: null,
    nsfw: false,
    name_localizations: null,
    ...rest,
    ...(kept.length > 0 ? { options: kept } : {}),
  };
}

export { isCard, textsOf };
