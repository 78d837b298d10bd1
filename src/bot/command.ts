// How a command is declared, once: its registration on each platform, `/help` and the types of its options all come
// from this declaration.

import type { Messages } from '../i18n/messages.ts';
import type { Shelves } from '../library/library.ts';
import type { Call, Delivery, OptionValue, Reply } from '../reply/reply.ts';
import type { Search } from '../search/search.ts';

/** A text in every language that Verbatim speaks. */
export type Localised = Readonly<Record<Locale, string>>;
export const locales = ['en', 'id'] as const;
export type Locale = (typeof locales)[number];

export interface Option<Kind extends OptionKind = OptionKind, Required extends boolean = boolean> {
  readonly kind: Kind;
  readonly description: Localised;
  readonly required: Required;
  /** The key that stands for it in typed text (`from:`), besides its own name. */
  readonly key?: string;
  /** True for the one option that takes the words typed without a key. */
  readonly rest?: true;
  /** An example of a value, for hints. */
  readonly example?: string;
  /** Offers values while somebody types; at most 25. */
  readonly suggest?: (
    typed: string,
    given: Readonly<Record<string, OptionValue>>,
    context: Context,
  ) => Promise<readonly Suggestion[]>;
}

/** `day` is a date as typed (`2020`, `2020-08`): checked where it is used, so that the answer can be kind. */
export type OptionKind = 'text' | 'day' | 'flag';

export interface Suggestion {
  /** What people read; adapters cut it to their platform's length. */
  readonly label: string;
  /** What comes back when it is picked; at most 100 characters. */
  readonly value: string;
}

type ValueOf<O> = O extends Option<'flag', boolean> ? boolean : string;

/** The values of a command's options, by its declaration. */
export type Options<D extends Readonly<Record<string, Option>>> = {
  readonly [N in keyof D as D[N]['required'] extends true ? N : never]: ValueOf<D[N]>;
} & {
  readonly [N in keyof D as D[N]['required'] extends true ? never : N]?: ValueOf<D[N]>;
};

/** What a command may use while it runs. */
export interface Context {
  readonly search: Search;
  readonly library: Shelves;
  /** Every sentence people read, in the asker's language. */
  readonly messages: Messages;
  readonly locale: Locale;
  /** The whole list, in help order. */
  readonly commands: readonly Command[];
  readonly person: Asker;
  /** How commands are typed where the asker is: `/quote` or `quote`. */
  readonly prefix: string;
}

export interface Asker {
  /** Unique within the platform and workspace. */
  readonly id: string;
  readonly name: string;
}

export interface Command<D extends Readonly<Record<string, Option>> = Readonly<Record<string, Option>>> {
  /** Lower case, as typed. */
  readonly name: string;
  readonly description: Localised;
  /** In the order in which people should meet them. */
  readonly options: D;
  /** `typed`: people type it. `pressed`: only buttons reach it (context, share). */
  readonly reach: 'typed' | 'pressed';
  /** What one would type, without the slash. */
  readonly examples?: readonly string[];
  readonly run: (options: Options<D>, context: Context) => Promise<Reply<Call>>;
}

/** Declares a command; the options' types follow from the declaration. */
export function defineCommand<const D extends Readonly<Record<string, Option>>>(command: Command<D>): Command {
  // A command of known options stands in the list among others; `bot/arguments.ts` checks values against `options` before `run`.
  return command as unknown as Command;
}

/** Somebody typed a command. */
export interface Invocation {
  readonly command: string;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly person: Asker;
  /** As the platform gives it (`id`, `en-US`); absent: unknown. */
  readonly locale?: string;
  readonly prefix?: string;
}

/** Somebody pressed a button. */
export interface Press {
  /** The opaque id the button carried. */
  readonly id: string;
  readonly person: Asker;
  readonly locale?: string;
}

/** Somebody is typing an option's value. */
export interface Typing {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly given: Readonly<Record<string, OptionValue>>;
  readonly person: Asker;
  readonly locale?: string;
}

/** What the bot gives back to an adapter: a reply whose buttons carry opaque ids. */
export interface Answer {
  readonly reply: Reply<string>;
  readonly delivery: Delivery;
}

/** The shared handler. Its methods never throw: what fails is answered kindly and logged. */
export interface Bot {
  readonly commands: readonly Command[];
  run(invocation: Invocation): Promise<Answer>;
  press(press: Press): Promise<Answer>;
  /** Turns text typed after a command into its options, in the query syntax. */
  read(command: string, text: string): Readonly<Record<string, OptionValue>>;
  suggest(typing: Typing): Promise<readonly Suggestion[]>;
}
