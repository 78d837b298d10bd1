// The search's port: what commands ask when somebody looks for a quote, a speaker or an episode.

import type { EpisodeEntry, LibraryStats, SpeakerEntry } from '../library/library.ts';
import type { Placed, Podcast, Quote } from '../model.ts';

export interface Search {
  /** Never throws on any text that a person can type. */
  quotes(request: QuoteRequest): Promise<QuoteAnswer>;
  /** One segment as a quote, nothing highlighted, or as it was suggested; `undefined` where it is gone. */
  quote(segmentId: string): Promise<Hit | undefined>;
  /** A quote by chance that reads well alone. */
  random(filters: QueryFilters): Promise<RandomAnswer>;
  /** Real quotes while somebody types: best first, within 100 ms. The id of each one's segment also says which words: for `quote`. */
  suggestQuotes(typed: string, filters: QueryFilters, limit: number): Promise<readonly Hit[]>;
  /** Best first; with nothing typed, those with most words. Misspelled names find near ones. */
  speakers(typed: string, limit: number): Promise<readonly SpeakerEntry[]>;
  /** Best first; with nothing typed, the newest. */
  episodes(typed: string, limit: number): Promise<readonly EpisodeEntry[]>;
  podcasts(typed: string, limit: number): Promise<readonly Podcast[]>;
  /** The words that set an episode or a speaker apart from the rest, as they are written there; most telling first. */
  tellingWords(
    of: { readonly episodeId: string } | { readonly speakerId: string },
    limit: number,
  ): Promise<readonly string[]>;
}

/** As typed, or a speaker's, an episode's, a podcast's id; each also stands for its key in the query syntax (`from:`, `in:`, `podcast:`, `after:`, `before:`). */
export interface QueryFilters {
  readonly speaker?: string;
  readonly episode?: string;
  readonly podcast?: string;
  readonly after?: string;
  readonly before?: string;
}

export interface QuoteRequest extends QueryFilters {
  /** What was typed after `/quote`, in the query syntax of docs/query.md. */
  readonly words: string;
  readonly offset: number;
  readonly limit: number;
}

export interface Hit extends Placed {
  readonly quote: Quote;
  /** Higher is better; comparable within one answer only, where an episode's third quote waits for others' however good it is. */
  readonly score: number;
}

/** A word that was searched as another one. */
export interface Correction {
  readonly typed: string;
  readonly used: string;
}

/** Something in the query that could not be understood; the rest was searched. */
export interface QueryProblem {
  readonly kind: 'date' | 'no-speaker' | 'no-episode' | 'no-podcast' | 'empty-filter' | 'no-words' | 'too-long';
  /** The key as typed (`after`), where there is one. */
  readonly filter?: string;
  readonly value?: string;
  /** What it may have meant: names or titles there are. */
  readonly nearest: readonly string[];
}

export interface QuoteAnswer {
  readonly hits: readonly Hit[];
  /** How many there are in all; `atLeast` when counting stopped. */
  readonly total: { readonly count: number; readonly atLeast: boolean };
  readonly corrections: readonly Correction[];
  /** Typed words that nobody here said, so that the quotes have only the rest. */
  readonly unheard: readonly string[];
  /** "Did you mean …?": whole queries that would find something. */
  readonly suggestions: readonly string[];
  readonly problems: readonly QueryProblem[];
  /** Over how much it looked. */
  readonly looked: LibraryStats;
  /** The search alone. */
  readonly ms: number;
}

export interface RandomAnswer {
  readonly hit?: Hit;
  readonly problems: readonly QueryProblem[];
}
