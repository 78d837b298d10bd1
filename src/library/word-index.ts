// The part of the library's port that search asks: which words there are, and which segments hold them.

import type { Language, Placed, PlainDate } from '../model.ts';
import type { Run } from '../text/runs.ts';

/** A word as the library knows it: one folded form in one language. Its numbers hold within one library only. */
export interface LexiconWord {
  /** Small and stable; what `Candidate.words` holds. */
  readonly id: number;
  /** As `fold` gives it in the word's language. */
  readonly form: string;
  readonly language: Language;
  /** Words of one language with one stem share this number. */
  readonly stem: number;
  /** The stem itself. */
  readonly root: string;
  /** In how many segments it stands; never 0. */
  readonly segments: number;
}

/** What is asked of the lexicon: words of these forms, and words of these stems in their languages. */
export interface LexiconQuery {
  readonly forms: readonly string[];
  readonly stems: readonly { readonly stem: string; readonly language: Language }[];
}

/** Where to look. All that is given must hold; of a list, any. */
export interface Scope {
  readonly speakerIds?: readonly string[];
  readonly episodeIds?: readonly string[];
  readonly podcastIds?: readonly string[];
  /** From the first day of this date on. */
  readonly after?: PlainDate;
  /** Up to the day before this date's first day. */
  readonly before?: PlainDate;
}

/** What a segment must hold, to be a candidate. */
export type Wanted =
  /** A word of this stem. */
  | { readonly stem: number }
  /** A word of this stem, at least twice: what the segment is likely to be about. */
  | { readonly repeated: number }
  /** Words of these stems in a row. */
  | { readonly phrase: readonly number[] }
  /** Words of these stems in any order, at most so many other words between the first of them and the last. */
  | { readonly near: readonly number[]; readonly between: number }
  /** To be said by one of these, in one of these. */
  | { readonly speakerIds: readonly string[] }
  | { readonly episodeIds: readonly string[] }
  | { readonly podcastIds: readonly string[] }
  /** All of these; of none, any segment will do. */
  | { readonly all: readonly Wanted[] }
  | { readonly any: readonly Wanted[] };

export interface CandidateQuery {
  readonly wanted: Wanted;
  readonly without?: Wanted;
  /** The very words that it must hold besides, for `wanted` tells no form of a word from another: of each, one of the runs. */
  readonly verbatim?: readonly (readonly Run[])[];
  readonly scope: Scope;
  /** At most so many; where there are more, they are taken from several parts of the library, not all from what was imported first. */
  readonly limit: number;
}

/** A segment that may answer, with what ranking needs. */
export interface Candidate {
  /** Stands for the segment until `placed` reads it. */
  readonly segment: number;
  /** The same number: the same episode. */
  readonly episode: number;
  /** The same number: the same speaker. 0: nobody known. */
  readonly speaker: number;
  /** First day of the episode's date, in days since 1970; absent: unknown. */
  readonly day?: number;
  /** The ids of its words, in order. */
  readonly words: Uint32Array;
}

/** A speaker, episode or podcast as it may be named in a query. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** What `Candidate` knows it by (speakers and episodes). */
  readonly number: number;
}

export interface WordIndex {
  /** The languages that the library's words are in, the most common first. */
  languages(): Promise<readonly Language[]>;
  lexicon(query: LexiconQuery): Promise<readonly LexiconWord[]>;
  /** The words of these ids; those that no segment holds any more are left out. */
  words(ids: readonly number[]): Promise<readonly LexiconWord[]>;
  /** Words that share a spelling key (see `text/spelling.ts`) with a misspelled one, most frequent first. */
  neighbours(keys: readonly string[], limit: number): Promise<readonly LexiconWord[]>;
  /** Words that begin so, most frequent first. */
  completions(prefix: string, limit: number): Promise<readonly LexiconWord[]>;
  candidates(query: CandidateQuery): Promise<readonly Candidate[]>;
  /** The segments that candidates stand for, in the order asked; `undefined` where one is gone by now. */
  placed(segments: readonly number[]): Promise<readonly (Placed | undefined)[]>;
  /** Every name of one kind; changes only when something is imported. The same array as long as it is the same. */
  names(kind: 'speaker' | 'episode' | 'podcast'): Promise<readonly Named[]>;
  /** Changes whenever the library was written to: what was remembered of it is then out of date. */
  revision(): Promise<number>;
}
