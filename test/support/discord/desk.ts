// Where the stand-in keeps interactions and messages, and holds answers to Discord's rules for them.

import { brokenSchema } from './openapi.ts';
import { type Sent, snowflake } from './payloads.ts';
import { brokenChoiceRules, brokenMessageRules, isCard, isEphemeral } from './rules.ts';

export interface Message {
  readonly id: string;
  /** As posted, or as last edited. */
  body: Readonly<Record<string, unknown>>;
  readonly ephemeral: boolean;
  /** "Verbatim is thinking…" */
  thinking: boolean;
}

export interface Dialogue {
  readonly sent: Sent;
  readonly sentAt: number;
  /** The first response; absent: none yet. */
  type?: number;
  answeredAt?: number;
  choices?: unknown;
  original?: Message;
  readonly followUps: Message[];
  /** Every request about it, in their order: `POST callback 4`. */
  readonly log: string[];
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface DeskOptions {
  readonly firstResponseMs?: number;
  readonly tokenLifeMs?: number;
  /** False: takes bodies as they come, for measuring. */
  readonly validate?: boolean;
}

const error = (status: number, code: number, message: string, errors?: unknown): Reply => ({
  status,
  body: { code, message, ...(errors === undefined ? {} : { errors }) },
});
const unknownInteraction = error(404, 10_062, 'Unknown interaction');
const unknownWebhook = error(404, 10_015, 'Unknown Webhook');
const unknownMessage = error(404, 10_008, 'Unknown Message');

export class Desk {
  readonly dialogues = new Map<string, Dialogue>();
  readonly messages = new Map<string, Message>();
  /** Every body that broke a rule, with the rules it broke. */
  readonly violations: { readonly broken: readonly string[]; readonly body: unknown }[] = [];
  readonly #options: Required<DeskOptions>;
  readonly #waiting: (() => void)[] = [];

  constructor({ firstResponseMs = 3_000, tokenLifeMs = 15 * 60_000, validate = true }: DeskOptions) {
    this.#options = { firstResponseMs, tokenLifeMs, validate };
  }

  open(sent: Sent): Dialogue {
    const dialogue: Dialogue = { sent, sentAt: Date.now(), followUps: [], log: [] };
    this.dialogues.set(sent.token, dialogue);
    return dialogue;
  }

  /** POST /interactions/:id/:token/callback */
  respond(id: string, token: string, body: unknown): Reply {
    const dialogue = this.dialogues.get(token);
    const { type = 0, data = {} } = fieldsOf(body);
    if (dialogue === undefined || dialogue.sent.id !== id) return unknownInteraction;
    this.#note(dialogue, `POST callback ${type}`);
    if (Date.now() - dialogue.sentAt > this.#options.firstResponseMs) return unknownInteraction;
    if (dialogue.type !== undefined) return error(400, 40_060, 'Interaction has already been acknowledged.');
    const isPress = dialogue.sent.type === 3;
    const isTyping = dialogue.sent.type === 4;
    const allowed = isTyping ? [8] : isPress ? [4, 5, 6, 7] : [4, 5];
    if (!allowed.includes(Number(type))) return error(400, 50_035, `Type ${type} answers no such interaction`);
    const refused = this.#refuse(body, callbackSchemas[Number(type)] ?? '', this.#brokenCallback(Number(type), data));
    if (refused !== undefined) return refused;

    dialogue.type = Number(type);
    dialogue.answeredAt = Date.now();
    if (type === 8) dialogue.choices = fieldsOf(data).choices;
    if (type === 4 || type === 5) dialogue.original = this.#keep(fieldsOf(data), type === 5);
    if (type === 6 || type === 7) dialogue.original = this.#source(dialogue);
    if (type === 7 && dialogue.original !== undefined) {
      const edited = this.#change(dialogue.original, fieldsOf(data));
      if (edited !== undefined) return edited;
    }
    this.#tell();
    return { status: 204 };
  }

  /** PATCH /webhooks/:application/:token/messages/@original */
  edit(token: string, body: unknown): Reply {
    const dialogue = this.#acknowledged(token);
    if (dialogue === undefined) return unknownWebhook;
    this.#note(dialogue, 'PATCH @original');
    if (dialogue.original === undefined) return unknownMessage;
    const refused = this.#change(dialogue.original, fieldsOf(body));
    if (refused !== undefined) return refused;
    dialogue.original.thinking = false;
    this.#tell();
    return { status: 200, body: this.told(dialogue.original) };
  }

  /** POST /webhooks/:application/:token */
  followUp(token: string, body: unknown): Reply {
    const dialogue = this.#acknowledged(token);
    if (dialogue === undefined) return unknownWebhook;
    this.#note(dialogue, 'POST follow-up');
    if (dialogue.original?.thinking) return this.edit(token, body);
    if (dialogue.sent.userInstallOnly && dialogue.followUps.length >= 5) {
      return error(400, 40_094, 'This interaction has reached the maximum number of follow up messages');
    }
    const refused = this.#refuse(body, 'IncomingWebhookRequestPartial', brokenMessageRules(body));
    if (refused !== undefined) return refused;
    const message = this.#keep(fieldsOf(body), false);
    dialogue.followUps.push(message);
    this.#tell();
    return { status: 200, body: this.told(message) };
  }

  /** DELETE /webhooks/:application/:token/messages/@original */
  remove(token: string): Reply {
    const dialogue = this.#acknowledged(token);
    if (dialogue === undefined) return unknownWebhook;
    this.#note(dialogue, 'DELETE @original');
    if (dialogue.original === undefined) return unknownMessage;
    this.messages.delete(dialogue.original.id);
    delete dialogue.original;
    this.#tell();
    return { status: 204 };
  }

  /** A message as Discord tells it. */
  told({ id, body, ephemeral }: Message): Readonly<Record<string, unknown>> {
    const { flags, content = '', embeds = [], components = [] } = body;
    const all = (Number(flags ?? 0) & ~64) | (ephemeral ? 64 : 0);
    return {
      id,
      type: 0,
      channel_id: '400000000000000001',
      author: { id: '100000000000000001', username: 'verbatim', discriminator: '0', avatar: null, bot: true },
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      pinned: false,
      content,
      embeds,
      components,
      flags: all,
    };
  }

  /** Resolves once `holds`, asked anew whenever something arrives. */
  async until(holds: () => boolean, what: string, waitMs = 10_000): Promise<void> {
    const end = Date.now() + waitMs;
    while (!holds()) {
      const left = end - Date.now();
      if (left <= 0) throw new Error(`Waited ${waitMs} ms in vain for ${what}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  #note(dialogue: Dialogue, request: string): void {
    dialogue.log.push(request);
    this.#tell();
  }

  #tell(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #acknowledged(token: string): Dialogue | undefined {
    const dialogue = this.dialogues.get(token);
    const isOver = dialogue !== undefined && Date.now() - dialogue.sentAt > this.#options.tokenLifeMs;
    return dialogue?.type === undefined || isOver ? undefined : dialogue;
  }

  #source({ sent }: Dialogue): Message {
    const message = this.messages.get(String(fieldsOf(sent.payload.message).id));
    if (message === undefined) throw new Error('A button was pressed on a message that is not there');
    return message;
  }

  #keep(body: Readonly<Record<string, unknown>>, thinking: boolean): Message {
    const message = { id: snowflake(), body, ephemeral: isEphemeral(body), thinking };
    this.messages.set(message.id, message);
    return message;
  }

  #change(message: Message, body: Readonly<Record<string, unknown>>): Reply | undefined {
    const wasCard = isCard(message.body);
    const merged = wasCard ? { ...message.body, ...body } : body;
    const broken = [
      ...brokenMessageRules(merged),
      ...(wasCard && !isCard(body) ? ['a card stays a card'] : []),
      ...(isEphemeral(body) ? ['who sees a message is fixed when it is first sent'] : []),
    ];
    const refused = this.#refuse(body, 'IncomingWebhookUpdateRequestPartial', broken);
    if (refused === undefined) message.body = merged;
    return refused;
  }

  #brokenCallback(type: number, data: unknown): string[] {
    if (type === 8) return brokenChoiceRules(data);
    if (type === 5)
      return Object.entries(fieldsOf(data)).every(([key, value]) => key === 'flags' && value === 64)
        ? []
        : ['a deferral may be ephemeral, and nothing else'];
    return type === 4 ? brokenMessageRules(data) : [];
  }

  #refuse(body: unknown, schema: string, broken: readonly string[]): Reply | undefined {
    if (!this.#options.validate) return undefined;
    const all = [...broken, ...brokenSchema(schema, body)];
    if (all.length === 0) return undefined;
    this.violations.push({ broken: all, body });
    return error(400, 50_035, 'Invalid Form Body', { _errors: all });
  }
}

const callbackSchemas: Readonly<Record<number, string>> = {
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
};

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
