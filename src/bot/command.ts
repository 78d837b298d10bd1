// How a command is declared, once: its registration on each platform, `/help` and the types of its options all come
// from this declaration.

import type { Locale, Messages } from '../i18n/messages.ts';
import type { Shelves } from '../library/library.ts';
import type { Call, Delivery, OptionValue, Reply, Visibility } from '../reply/reply.ts';
import type { Search } from '../search/search.ts';

/** A text in every language that Verbatim speaks. */
export type Localised = Readonly<Record<Locale, string>>;

/** What a command or an option is called in other languages, where a platform shows that (Discord): lower case, one word. */
export type LocalNames = Readonly<Partial<Record<Locale, string>>>;

export interface Option<Kind extends OptionKind = OptionKind, Required extends boolean = boolean> {
  readonly kind: Kind;
  readonly localNames?: LocalNames;
  /** At most 100 characters in each language (Discord's rule). */
  readonly description: Localised;
  readonly required: Required;
  /** The key that stands for it in typed text (`from:`), besides its own name. */
  readonly key?: string;
  /**
   * On the one option that takes the words typed without a key. `query`: it understands the keys itself, so that all but
   * flags are left in it as typed.
   */
  readonly rest?: 'words' | 'query';
  /** True where a value typed without quotes goes on to the next key (`in:title words`), not just to the next space. */
  readonly untilNextKey?: true;
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

type Declared = Readonly<Record<string, Option>>;
type CarriedKind = 'text' | 'number' | 'flag';
type Carried = Readonly<Record<string, CarriedKind>>;
type ValueOfKind<K> = K extends 'flag' ? boolean : K extends 'number' ? number : string;

/** The values of a command's options, by its declaration, and of what its buttons carry. */
export type Options<D extends Declared, C extends Carried> = string extends keyof D
  ? Readonly<Record<string, OptionValue>>
  : {
      readonly [N in keyof D as D[N]['required'] extends true ? N : never]: ValueOfKind<D[N]['kind']>;
    } & {
      readonly [N in keyof D as D[N]['required'] extends true ? never : N]?: ValueOfKind<D[N]['kind']>;
    } & { readonly [N in keyof C]?: ValueOfKind<C[N]> };

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
  /** What stands before a command where the asker is: `/`, or `verbatim ` in a terminal. */
  readonly prefix: string;
  /** Who will see the answer. A command may still answer in private (nothing found), never the other way round. */
  readonly visibility: Visibility;
}

export interface Asker {
  /** Unique within the platform and workspace. */
  readonly id: string;
  readonly name: string;
}

export interface Command<D extends Declared = Declared, C extends Carried = Carried> {
  /** Lower case, as typed. */
  readonly name: string;
  readonly localNames?: LocalNames;
  /** At most 100 characters in each language (Discord's rule). */
  readonly description: Localised;
  /** In the order in which people should meet them. */
  readonly options: D;
  /** What only its buttons carry and nobody types: a page's offset, a segment's id. */
  readonly carried?: C;
  /** `typed`: people type it. `pressed`: only buttons reach it (context, share). */
  readonly reach: 'typed' | 'pressed';
  /**
   * Who sees the answer, where neither a `private` option nor the button says otherwise. `as-asked`, the default: the
   * channel, or the asker alone where the message with the button was theirs alone.
   */
  readonly answers?: 'as-asked' | Visibility;
  /** What one would type, without the slash. */
  readonly examples?: readonly string[];
  // A method, so that a command of known options may stand in a list of any: the bot checks values before it runs.
  run(options: Options<D, C>, context: Context): Promise<Reply<Call>>;
}

/** Declares a command; the types of its options follow from the declaration. */
export function defineCommand<const D extends Declared, const C extends Carried = Readonly<Record<never, CarriedKind>>>(
  command: Command<D, C>,
): Command {
  return command;
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
  /** Tells the bot that the answer reached nobody: what must happen once may be tried again. */
  readonly undelivered?: () => Promise<void>;
}

/** Where an answer will go, known before it is worked out. */
export interface Course {
  readonly delivery: Delivery;
  readonly visibility: Visibility;
}

/** The shared handler. Its methods never throw: what fails is answered kindly and logged. */
export interface Bot {
  readonly commands: readonly Command[];
  run(invocation: Invocation): Promise<Answer>;
  press(press: Press): Promise<Answer>;
  /**
   * For platforms that must acknowledge before the answer is there and fix by that who sees it. A guess: the answer may
   * still turn out private (nothing found), or of its own message (an expired button).
   */
  foresee(asked: Invocation | Press): Promise<Course>;
  /** Turns text typed after a command into its options, in the query syntax. */
  read(command: string, text: string): Readonly<Record<string, OptionValue>>;
  suggest(typing: Typing): Promise<readonly Suggestion[]>;
}
