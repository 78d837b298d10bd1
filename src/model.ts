// What the whole program speaks of: podcasts, episodes, people, segments and quotes, as plain readonly shapes.

/** A language as a two-letter ISO 639-1 code (`en`, `id`); regional tags are cut to their first part. */
export type Language = string;

/** A calendar day, or as much of one as is known: `2020`, `2020-08` or `2020-08-15`. */
export type PlainDate = string;

export interface Podcast {
  /** Stable: made from the folder's name or the feed's guid, never from the title. */
  readonly id: string;
  readonly title: string;
  readonly language?: Language;
  readonly link?: string;
  readonly image?: string;
  readonly author?: string;
}

/** Where an episode can be heard, besides its own web page; `podlove` and `podigee` are pages with such a player. */
export const players = ['youtube', 'spotify', 'soundcloud', 'apple', 'pocketcasts', 'podlove', 'podigee'] as const;
export type Player = (typeof players)[number];

export interface Person {
  readonly name: string;
  readonly role?: string;
  /** Absent: of the cast, who are heard. Whoever is of another group (`visuals`) need not be. */
  readonly group?: string;
  readonly aliases?: readonly string[];
}

export interface Chapter {
  readonly startSeconds: number;
  readonly title: string;
}

export interface Soundbite {
  readonly startSeconds: number;
  readonly durationSeconds: number;
  readonly title?: string;
}

export interface Episode {
  /** Stable: made from the podcast's id and the source, so that links and buttons outlive a new import. */
  readonly id: string;
  readonly podcastId: string;
  readonly title: string;
  /** The transcript's path relative to the folder that was imported, with forward slashes (`jsparty/js-party-1.md`). */
  readonly source: string;
  readonly language: Language;
  readonly publishedAt?: PlainDate;
  readonly number?: number;
  readonly season?: number;
  /** The episode's web page. */
  readonly link?: string;
  /** The audio file. */
  readonly audio?: string;
  /** It opens with a name and a password only, which were taken out of its address: nobody is led there. */
  readonly audioLocked?: true;
  readonly links: Readonly<Partial<Record<Player, string>>>;
  readonly image?: string;
  readonly description?: string;
  readonly people: readonly Person[];
  /** Absent: the transcript came with it. `awaited`: there is none yet. `machine-made`: speech recognition wrote it for us. */
  readonly transcript?: 'awaited' | 'machine-made';
  /** In order of their start. */
  readonly chapters?: readonly Chapter[];
  /** What its makers think worth hearing. */
  readonly soundbites?: readonly Soundbite[];
  /** Length in seconds, as its feed states it, or as far as the transcript's times tell. */
  readonly durationSeconds?: number;
}

export interface Speaker {
  /** The folded name: names that differ only in case, accents, a trailing colon or credentials share it. */
  readonly id: string;
  /** The name as it is written most often. */
  readonly name: string;
}

/** `exact` was written in the transcript; `interpolated` lies between two times that were. */
export type Timing = 'exact' | 'interpolated';

/** Words within a passage whose beginning is written: `at` counts UTF-16 units from the text's start. */
export interface InnerMoment {
  readonly at: number;
  readonly seconds: number;
}

/** One speaker's passage of whole sentences, at most about 600 characters, in order within its episode. */
export interface Segment {
  /** `<episode id>.<index>`. */
  readonly id: string;
  readonly episodeId: string;
  /** Place within the episode, from 0. */
  readonly index: number;
  /** Absent: unknown, or the author's own text around the talk. */
  readonly speaker?: Speaker;
  /** Seconds from the episode's start; absent: unknown. */
  readonly startSeconds?: number;
  readonly endSeconds?: number;
  /** Present exactly where `startSeconds` is. */
  readonly timing?: Timing;
  /** Later moments within it, ascending; a quote from its middle leads there. Absent: none is written. */
  readonly moments?: readonly InnerMoment[];
  /** As in the transcript, its markup removed. */
  readonly text: string;
}

/** A run of UTF-16 offsets, from (inclusive) to (exclusive). */
export type Range = readonly [from: number, to: number];

/** What a person is shown: a run of a segment's text, every cut visible as "…". */
export interface Quote {
  /** A run of the segment's text, with "…" at an end that was cut. */
  readonly text: string;
  /** Where the words that matched stand in `text`: ascending, never overlapping. */
  readonly highlights: readonly Range[];
}

/** A segment together with the episode and podcast it comes from. */
export interface Placed<S = Segment> {
  readonly podcast: Podcast;
  readonly episode: Episode;
  readonly segment: S;
}
