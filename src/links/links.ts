// What a link to a moment is.

import type { Player } from '../model.ts';

/** Where a link lands: a player, the episode's web page, or the audio file. */
export type Place = Player | 'web' | 'audio';

export interface MomentLink {
  readonly place: Place;
  readonly url: string;
  /** Whole seconds that the link carries; absent: it opens the episode from its start, or at the words. */
  readonly startSeconds?: number;
  /** True where the moment is interpolated between two known times: people are told "about". */
  readonly approximate: boolean;
}

/** Makes one player's address lead to a moment. Seconds are whole; `url` is the episode's plain address there. */
export type TimeLink = (url: URL, startSeconds: number) => URL;
