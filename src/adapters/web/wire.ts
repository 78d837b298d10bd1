// What passes between the console's server and its page, as JSON. The page knows the server by these types alone.

import type { WebStrings } from '../../i18n/web/strings.ts';

/** What the page needs to know before anybody types. */
export interface WirePage {
  readonly locale: string;
  readonly locales: readonly { readonly code: string; readonly name: string }[];
  readonly strings: WebStrings;
  /** What the library holds, ready to read: "8", "episodes". */
  readonly holdings: readonly { readonly count: string; readonly noun: string }[];
  readonly isEmpty: boolean;
  readonly commands: readonly WireCommand[];
  /** What one would type, with the slash. */
  readonly examples: readonly string[];
}

export interface WireCommand {
  readonly name: string;
  /** Its names in other languages, which may be typed as well. */
  readonly otherNames: readonly string[];
  readonly description: string;
  readonly options: readonly WireOption[];
}

export interface WireOption {
  readonly name: string;
  readonly kind: 'text' | 'day' | 'flag';
  readonly description: string;
  readonly required: boolean;
  /** Takes the words typed without a key. */
  readonly rest: boolean;
  readonly suggests: boolean;
  readonly key?: string;
  readonly example?: string;
}

export type WireOptions = Readonly<Record<string, string | number | boolean>>;

/** Who is asking, as far as the page can tell. */
interface WireAsking {
  readonly locale: string;
  /** What they are called in what they share. */
  readonly name: string;
}

export interface WireRun extends WireAsking {
  readonly command: string;
  /** What was typed after the command, in the query syntax. */
  readonly text: string;
  /** What was picked; it goes before what `text` says. */
  readonly options: WireOptions;
}

export interface WirePress extends WireAsking {
  readonly id: string;
}

export interface WireTyping extends WireAsking {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly given: WireOptions;
}

export interface WireSuggestion {
  readonly label: string;
  readonly value: string;
}

export interface WireAnswer {
  readonly delivery: 'replace' | 'new';
  readonly reply: WireReply;
}

/** The same reply as a platform would get it. */
export interface WirePreview {
  /** `Discord`: as people call it. */
  readonly name: string;
  /** As the platform's own documentation describes it. */
  readonly payload: unknown;
}

export interface WireReply {
  readonly isPrivate: boolean;
  readonly summary: string;
  readonly locale: string;
  readonly blocks: readonly WireBlock[];
  readonly actions: readonly WireAction[];
  readonly previews: readonly WirePreview[];
}

export type WireBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: readonly WireSpan[] }
  | WireQuote
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly label: string; readonly value: readonly WireSpan[] }[];
    }
  | { readonly kind: 'list'; readonly items: readonly WireItem[] }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string }
  | { readonly kind: 'notice'; readonly tone: string; readonly text: readonly WireSpan[] };

export interface WireSpan {
  readonly text: string;
  readonly mark?: 'strong' | 'code';
  readonly url?: string;
}

export interface WireQuote {
  readonly kind: 'quote';
  /** The quote's text in order; joined, it is the quote to the letter. */
  readonly runs: readonly { readonly text: string; readonly isHighlighted: boolean }[];
  readonly speaker?: string;
  readonly episode?: string;
  readonly podcast?: string;
  readonly date?: string;
  readonly caveat?: string;
  readonly moment?: { readonly label: string; readonly url?: string };
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly actions: readonly WireAction[];
  readonly isFocus: boolean;
}

export interface WireItem {
  readonly text: readonly WireSpan[];
  readonly detail?: string;
  readonly action?: WireAction;
}

export type WireAction =
  | { readonly kind: 'open'; readonly label: string; readonly url: string }
  | {
      readonly kind: 'press';
      readonly label: string;
      readonly press: string;
      readonly isPrimary: boolean;
      readonly isDisabled: boolean;
    };
