// The neutral reply: what to say, for every platform alike. All texts are plain; each renderer makes them inert in its
// own markup. `Press` is what a button carries: a call for commands, an opaque id once the bot has filed it.

import type { Range } from '../model.ts';

export interface Reply<Press = Call> {
  readonly blocks: readonly Block<Press>[];
  /** Buttons below everything. */
  readonly actions: readonly Action<Press>[];
  readonly visibility: Visibility;
  /** One line for notifications and where nothing else fits. */
  readonly summary: string;
  /** The language it is written in: `lang` of a page, direction of text. */
  readonly locale: string;
}

/** `public`: everybody where it was asked. `private`: the asker alone. */
export type Visibility = 'public' | 'private';

export type Block<Press = Call> =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: RichText }
  | QuoteBlock<Press>
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem<Press>[] }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string }
  | { readonly kind: 'notice'; readonly tone: Tone; readonly text: RichText };

export type Tone = 'info' | 'success' | 'warning' | 'error';

/** A run of text with one meaning; renderers give it their own look. */
export interface Span {
  readonly text: string;
  readonly mark?: 'strong' | 'code';
  readonly url?: string;
}
export type RichText = readonly Span[];

export interface QuoteBlock<Press = Call> {
  readonly kind: 'quote';
  /** What was said, cuts visible. */
  readonly text: string;
  readonly highlights: readonly Range[];
  /** As people read it: a name, "Speaker 1", or absent for the author's own text. */
  readonly speaker?: string;
  readonly episode?: string;
  /** Given where the library holds several podcasts. */
  readonly podcast?: string;
  /** As people read it, in the reply's language. */
  readonly date?: string;
  /** What everybody must know who reads it: that a machine wrote the transcript. Never left out, however little room there is. */
  readonly caveat?: string;
  /** The link that names the moment: "▶ 2:11". Without a `url` the moment is known ("2:11") and no place to hear it. */
  readonly moment?: { readonly label: string; readonly url?: string };
  /** The other places where the moment can be heard or read. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** What can be done with this one quote (context, share). */
  readonly actions: readonly Action<Press>[];
  /** The one that was asked for among its neighbours (in a context view). */
  readonly focus?: boolean;
}

export interface Fact {
  readonly label: string;
  readonly value: RichText;
}

export interface ListItem<Press = Call> {
  readonly text: RichText;
  /** A second, quieter line. */
  readonly detail?: string;
  readonly action?: Action<Press>;
}

export type Action<Press = Call> =
  | { readonly kind: 'open'; readonly label: string; readonly url: string }
  | {
      readonly kind: 'press';
      readonly label: string;
      readonly press: Press;
      /** The one that most people want next. */
      readonly primary?: boolean;
      readonly disabled?: boolean;
    };

/** What a button does when pressed: another command, with its options. */
export interface Call {
  readonly command: string;
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Where the answer goes: in place of the message with the button, or beside it. */
  readonly delivery: Delivery;
  /** Who sees the answer, where that differs from what the command and the message with the button say. */
  readonly visibility?: Visibility;
  /** True for what must happen once however often it is pressed (share). */
  readonly once?: boolean;
}

export type OptionValue = string | number | boolean;

/** `replace`: instead of the message whose button was pressed; `new`: as a message of its own. */
export type Delivery = 'replace' | 'new';
