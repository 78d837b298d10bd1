// Where podcasts come from, whatever it is: facts at once, each episode's text only when it is asked for.

import type { VerbatimError } from '../errors.ts';
import type { Chapter, Language, Person, PlainDate, Player, Soundbite } from '../model.ts';

/** One podcast as its source has it. */
export interface Source {
  /** Where it lies: the podcast folder's absolute path, or a feed's address. */
  readonly origin: string;
  /** What its id is made from, and its title where nothing better is known: the folder's name, or the feed's guid. */
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
  /** The transcript's path within the source, with forward slashes; of a feed the item's guid, and a second language. */
  readonly path: string;
  /** As people find it: the path they named, and what is below it; of a feed the address, its secrets left out. */
  readonly file: string;
  /** What is stated of the episode outside its transcript; goes before what the transcript says. */
  readonly facts: EpisodeFacts;
  /** What the file's name tells, where nobody states more. */
  readonly fallback: { readonly title: string; readonly publishedAt?: PlainDate };
  /** Its transcripts, best first: the first that can be loaded and read wins. None: there is none yet. */
  readonly offers: readonly TranscriptOffer[];
  /** Where loading costs a request: the same fingerprint as last time means nothing to do. */
  readonly fingerprint?: string;
  /** Facts that cost a request, asked for only when the episode is read; where that fails, only they are missing. */
  more?(): Promise<EpisodeFacts>;
}

export interface TranscriptOffer {
  /** As people find it, its secrets left out. */
  readonly file: string;
  /** `application/srt`, as far as its source tells; formats are recognised by content. */
  readonly mediaType?: string;
  /** In bytes, where that is known before it is loaded; 0 where there is nothing to be loaded. */
  size?(): number;
  /**
   * @throws VerbatimError `missing`, `unreadable`, `too-large`, `malformed` (empty) or `unknown-format` (no text), and what
   * fetching throws.
   */
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
  /** Its address was written with a name or a password. */
  readonly audioLocked?: true;
  readonly links?: Readonly<Partial<Record<Player, string>>>;
  readonly image?: string;
  readonly description?: string;
  readonly people?: readonly Person[];
  /** Whether the people are stated of this very episode, not of the podcast at large: then its whole cast is known. */
  readonly ownPeople?: boolean;
  readonly chapters?: readonly Chapter[];
  readonly soundbites?: readonly Soundbite[];
  /** How long the audio is, as far as its source says so. */
  readonly durationSeconds?: number;
}
