// Interactions as Discord's gateway sends them, with everything that is in a real one.

import { randomUUID } from 'node:crypto';

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly nick?: string;
}

/** Where somebody is: a server's channel unless it says otherwise. */
export interface Scene {
  readonly person?: Person;
  readonly locale?: string;
  /** `user`: only the person has installed the bot. */
  readonly installed?: 'server' | 'user';
  readonly chat?: 'server' | 'bot' | 'private';
  readonly channelType?: number;
  readonly appPermissions?: bigint;
  readonly memberPermissions?: bigint;
}

export const ada: Person = { id: '200000000000000001', username: 'ada', nick: 'Ada' };
export const bela: Person = { id: '200000000000000002', username: 'bela' };

export const applicationId = '100000000000000001';
export const guildId = '300000000000000001';
const channelId = '400000000000000001';

/** All that an administrator may do, as Discord writes it. */
const everything = (1n << 53n) - 1n;

let counter = 0n;

/** https://docs.discord.com/developers/reference#snowflakes */
export function snowflake(): string {
  counter += 1n;
  return String(((BigInt(Date.now()) - 1_420_070_400_000n) << 22n) | (counter & 0xf_ffffn));
}

export interface Sent {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly payload: Readonly<Record<string, unknown>>;
  /** True where only the person has installed the bot: five follow-ups at most. */
  readonly userInstallOnly: boolean;
}

export type Options = Readonly<Record<string, string | boolean>>;

export function commandPayload(name: string, options: Options, scene: Scene = {}): Sent {
  return interaction(2, { data: { ...command(name), options: given(options) } }, scene);
}

/** `focused` is what is being typed. */
export function typingPayload(name: string, focused: string, options: Options, scene: Scene = {}): Sent {
  const all = given(options).map((option) => (option.name === focused ? { ...option, focused: true } : option));
  return interaction(4, { data: { ...command(name), options: all } }, scene);
}

export function buttonPayload(message: unknown, customId: string, scene: Scene = {}): Sent {
  return interaction(3, { message, data: { custom_id: customId, component_type: 2, id: 1 } }, scene);
}

export function menuPayload(message: unknown, customId: string, value: string, scene: Scene = {}): Sent {
  return interaction(3, { message, data: { custom_id: customId, component_type: 3, id: 1, values: [value] } }, scene);
}

/** A form that somebody sent: Verbatim opens none, so it is one of another program's with the same token. */
export function formPayload(scene: Scene = {}): Sent {
  const field = { type: 4, id: 2, custom_id: 'words', value: 'tiktok' };
  return interaction(5, { data: { custom_id: 'form', components: [{ type: 1, id: 1, components: [field] }] } }, scene);
}

/** A command from a message's menu: Verbatim declares none. */
export function messageCommandPayload(name: string, scene: Scene = {}): Sent {
  return interaction(2, { data: { ...command(name), type: 3, target_id: snowflake() } }, scene);
}

function command(name: string) {
  return { id: '500000000000000001', name, type: 1 };
}

function given(options: Options) {
  return Object.entries(options).map(([name, value]) => ({ name, type: typeof value === 'boolean' ? 5 : 3, value }));
}

function interaction(type: number, parts: Readonly<Record<string, unknown>>, scene: Scene): Sent {
  const { person = ada, locale = 'en-US', installed = 'server', chat = 'server', channelType = 0 } = scene;
  const id = snowflake();
  const token = randomUUID();
  const user = {
    id: person.id,
    username: person.username,
    global_name: null,
    discriminator: '0',
    avatar: null,
    public_flags: 0,
  };
  const inServer = chat === 'server';
  const member = {
    user,
    nick: person.nick ?? null,
    avatar: null,
    roles: [],
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    permissions: String(scene.memberPermissions ?? everything),
  };
  const owners = installed === 'user' ? { 1: person.id } : { 0: inServer ? guildId : '0' };
  const payload = {
    id,
    application_id: applicationId,
    type,
    token,
    version: 1,
    ...parts,
    ...(inServer
      ? {
          guild_id: guildId,
          guild: { id: guildId, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member,
        }
      : { user }),
    channel_id: channelId,
    channel: { id: channelId, type: inServer ? channelType : 1, ...(inServer ? { name: 'talk' } : {}), flags: 0 },
    locale,
    app_permissions: String(scene.appPermissions ?? everything),
    entitlements: [],
    authorizing_integration_owners: owners,
    context: { server: 0, bot: 1, private: 2 }[chat],
    attachment_size_limit: 10_485_760,
  };
  return { id, token, type, payload, userInstallOnly: installed === 'user' };
}
