// How the contract drives an adapter: from outside, as people do, and reading what people see.

import type { Bot } from '../../src/bot/command.ts';
import type { OptionValue } from '../../src/reply/reply.ts';

export interface Someone {
  /** 18 digits; a harness may put what its platform's ids begin with before it. */
  readonly id: string;
  readonly name: string;
  /** What their client is set to; absent: unknown. */
  readonly locale?: string;
}

/** One message, as it stands on somebody's screen. */
export interface Seen {
  /** All that can be read on it, in order: the platform's markup carried out, its escapes undone. */
  readonly text: string;
  /** Runs of `text` that stand out because they matched. */
  readonly highlighted: readonly string[];
  /** Buttons that do something in the chat, in order. */
  readonly buttons: readonly SeenButton[];
  /** All that can be clicked and leads out of the chat: link buttons and links in the text. */
  readonly links: readonly SeenLink[];
  /** Whom or what it would notify or link to within the chat: people, roles, channels, everybody. */
  readonly mentions: readonly string[];
  readonly visibility: 'public' | 'private';
  /** True where it took the place of the message that was pressed. */
  readonly replaced: boolean;
}

export interface SeenButton {
  readonly label: string;
  readonly disabled: boolean;
}

export interface SeenLink {
  readonly label: string;
  readonly url: string;
}

export interface SeenSuggestion {
  readonly label: string;
  readonly value: string;
}

export interface Harness<S extends Seen = Seen> {
  /** Somebody sends a command; where options are typed as text, `asTyped` writes them. */
  send(person: Someone, command: string, options: Readonly<Record<string, OptionValue>>): Promise<S>;
  /** Somebody presses the button at this place of `seen.buttons`. */
  press(person: Someone, seen: S, place: number): Promise<S>;
  /** Somebody is typing; what is offered to them. */
  suggest(person: Someone, command: string, option: string, typed: string): Promise<readonly SeenSuggestion[]>;
  close(): Promise<void>;
}

/** Starts the adapter over a bot, with whatever stands for its platform. */
export type StartHarness<S extends Seen = Seen> = (bot: Bot) => Promise<Harness<S>>;

/** What a place can do; what it cannot is not asked of it. */
export interface Abilities {
  /** Others are there too: they can press, and answers can be for one person alone. */
  readonly company: boolean;
  /** A message can take the place of another. */
  readonly replacing: boolean;
  /** Offers values while somebody types. */
  readonly suggestions: boolean;
  /** Buttons that cannot be pressed now still stand there. */
  readonly disabledButtons: boolean;
  /** Commands that go by another name here, since the place keeps theirs to itself. */
  readonly calls?: Readonly<Record<string, string>>;
}

/** Options as one types them after the command, in the query syntax. */
export function asTyped(bot: Bot, command: string, options: Readonly<Record<string, OptionValue>>): string {
  const declared = bot.commands.find((one) => one.name === command)?.options ?? {};
  return Object.entries(options)
    .map(([name, value]) => {
      const option = declared[name];
      if (option?.rest !== undefined) return String(value);
      return `${option?.key ?? name}:${/\s/.test(String(value)) ? `"${value}"` : value}`;
    })
    .join(' ');
}
