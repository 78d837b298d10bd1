// What a transcript format yields (cues and the facts a file states of itself), and what becomes of it (segments).

import type { InnerMoment, Language, PlainDate, Player, Timing } from '../model.ts';

/** What the file says, in its order: a caption, a paragraph or a word, as the format has it. */
export interface Cue {
  readonly text: string;
  /** As written. Absent: the same as before (formats name a speaker on change). `null`: nobody in particular. */
  readonly speaker?: string | null;
  readonly startSeconds?: number;
  readonly endSeconds?: number;
  /** Whether it goes on without a space after the cue before. Absent: told from the characters. */
  readonly glued?: boolean;
  /** True where the file starts a new paragraph here; no sentence runs across it. */
  readonly paragraph?: boolean;
}

/** What a transcript states of its episode; a folder's `podcast.json` and a feed go before it. */
export interface TranscriptFacts {
  readonly title?: string;
  readonly publishedAt?: PlainDate;
  readonly language?: Language;
  readonly links?: Readonly<Partial<Record<Player, string>>>;
}

/** For building one up: an object that is spread together takes three times the room, and a long file has many. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

export interface Transcript {
  /** The format's name, as in `formats/`. */
  readonly format: string;
  readonly facts: TranscriptFacts;
  /** May be read once only, and throw while they are read: a long file's cues never stand in memory together. */
  readonly cues: Iterable<Cue>;
}

/** From this on a format takes a text for its own. */
export const sure = 0.5;

/** One transcript format. Adding one is one file in `formats/` and one line in `formats/index.ts`. */
export interface Format {
  /** Short and stable: `webvtt`. */
  readonly name: string;
  /** How sure the format is that the text is its own, from 0 (not at all) to 1; cheap, from the content alone. */
  recognise(text: string): number;
  /** @throws VerbatimError `malformed` with the line, when the content breaks the format. */
  parse(text: string): Transcript;
}

/** A segment as it leaves the transcript: the speaker still a name as written. */
export interface TranscriptSegment {
  readonly speaker?: string;
  readonly startSeconds?: number;
  readonly endSeconds?: number;
  readonly timing?: Timing;
  /** As `Segment.moments`. */
  readonly moments?: readonly InnerMoment[];
  readonly text: string;
}

export interface ParsedTranscript {
  readonly format: string;
  readonly facts: TranscriptFacts & { readonly language: Language };
  readonly segments: readonly TranscriptSegment[];
}
