// Where a quote's link leads, best first.

/** Where it lands: a player at the moment, a page at the words, or a page. */
export interface MomentLink {
  /** `youtube`, `spotify`, `soundcloud`, `apple`, `pocketcasts`, `web`, `audio`. */
  readonly place: string;
  readonly url: string;
  /** The moment the link carries; absent: none. */
  readonly startSeconds?: number;
  /** True where the moment is interpolated: people are told "about". */
  readonly approximate: boolean;
}
