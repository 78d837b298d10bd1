// Where podcasts come from, whatever it is: facts at once, each episode's text only when it is asked for.

import type { VerbatimError } from '../errors.ts';
import type { Language, Person, PlainDate, Player } from '../model.ts';

/** One podcast as its source has it. */
export interface Source {
  /** Where it lies: the podcast folder's absolute path, or a feed's address. */
  readonly origin: string;
  /** What its id is made from, and its title where nothing better is known: the folder's name. */
  readonly name: string;
  readonly podcast: PodcastFacts;
  /** In natural order of their paths. */
  readonly episodes: readonly SourceEpisode[];
  /** What was wrong with the source itself; it cost nothing but what it names. */
  readonly problems: readonly VerbatimError[];
}

export interface PodcastFacts {
  readonly title?: string;
  readonly language?: Language;
  readonly link?: string;
  readonly image?: string;
  readonly author?: string;
}

export interface SourceEpisode {
  /** The transcript's path within the source, with forward slashes. */
  readonly path: string;
  /** As people find it: the path they named, and what is below it. */
  readonly file: string;
  /** What is stated of the episode outside its transcript; goes before what the transcript says. */
  readonly facts: EpisodeFacts;
  /** What the file's name tells, where nobody states more. */
  readonly fallback: { readonly title: string; readonly publishedAt?: PlainDate };
  /** @throws VerbatimError `missing`, `unreadable`, `too-large`, `malformed` (empty) or `unknown-format` (no text). */
  load(): Promise<string>;
}

export interface EpisodeFacts {
  readonly title?: string;
  readonly language?: Language;
  readonly publishedAt?: PlainDate;
  readonly number?: number;
  readonly season?: number;
  readonly link?: string;
  readonly audio?: string;
  readonly links?: Readonly<Partial<Record<Player, string>>>;
  readonly image?: string;
  readonly description?: string;
  readonly people?: readonly Person[];
}
