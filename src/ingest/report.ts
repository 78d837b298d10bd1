// What an import is asked to do, tells while it runs, and has done in the end.

import type { ErrorCode } from '../errors.ts';

export interface ImportRequest {
  /** Files, podcast folders or folders of podcast folders. */
  readonly paths: readonly string[];
  /** One podcast for all that is found, called like this. */
  readonly podcast?: string;
}

export interface ImportProgress {
  /** Episodes looked at so far. */
  readonly done: number;
  /** Episodes there are. */
  readonly total: number;
  /** What is being read: a file, or an address without its secrets. */
  readonly current: string;
}

export interface ImportFailure {
  readonly code: ErrorCode | 'unexpected';
  readonly file?: string;
  readonly line?: number;
  /** A sentence that names the file and the mend. */
  readonly reason: string;
  /** Of a transcript without which its episode has none so far; it is tried again. */
  readonly awaited?: true;
}

export interface ImportReport {
  /** Episodes, each counted in one of these. */
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Without a transcript so far: none is offered. */
  readonly awaiting: number;
  readonly failed: readonly ImportFailure[];
  /** What should be known although nothing failed. */
  readonly notes: readonly string[];
  /** Segments of the episodes that were added or changed. */
  readonly segments: number;
  readonly seconds: number;
  /** True where it ended before everything was looked at: it was interrupted, or the library could not be written. */
  readonly stopped: boolean;
}
