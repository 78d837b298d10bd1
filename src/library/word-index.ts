// The part of the library's port that search asks: which words there are, and which segments hold them.

import type { Language, PlainDate } from '../model.ts';

/** A word as the library knows it: one folded form in one language. */
export interface LexiconWord {
  /** Small and stable within one library file; what `Candidate.words` holds. */
  readonly id: number;
  /** Folded: lower case, accents and curly quotes made plain. */
  readonly form: string;
  readonly language: Language;
  readonly stem: string;
  /** In how many segments it stands. */
  readonly segments: number;
}

/** Where to look. All that is given must hold. */
export interface Scope {
  readonly speakerIds?: readonly string[];
  readonly episodeIds?: readonly string[];
  readonly podcastIds?: readonly string[];
  /** From the first day of this date on. */
  readonly after?: PlainDate;
  /** Up to the day before this date's first day. */
  readonly before?: PlainDate;
}

/** Segments that hold, for each group, at least one of its stems, and none of `without`. */
export interface CandidateQuery {
  readonly groups: readonly (readonly string[])[];
  readonly without: readonly string[];
  readonly scope: Scope;
  readonly limit: number;
}

/** A segment that may answer, with what ranking needs. */
export interface Candidate {
  readonly segmentId: string;
  readonly episodeId: string;
  readonly speakerId?: string;
  readonly publishedAt?: PlainDate;
  /** The ids of its words, in order. */
  readonly words: Uint32Array;
}

export interface WordIndex {
  /** The words with these folded forms, in every language that has them. */
  lexicon(forms: readonly string[]): Promise<readonly LexiconWord[]>;
  /** Words that share a spelling key (see `text/spelling.ts`) with a misspelled one, most frequent first. */
  neighbours(keys: readonly string[], limit: number): Promise<readonly LexiconWord[]>;
  candidates(query: CandidateQuery): Promise<readonly Candidate[]>;
}
