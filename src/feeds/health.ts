// How following feeds is going, in one sentence.

export interface FeedsHealth {
  readonly followed: number;
  /** Those that are gone, or have failed for days. */
  readonly troubled: number;
}

export function tellHealth({ followed, troubled }: FeedsHealth): string {
  if (followed === 0) return 'no feed is followed';
  const following = `following ${followed === 1 ? '1 feed' : `${followed} feeds`}`;
  if (troubled === 0) return following;
  return `${following}; ${troubled} of them ${troubled === 1 ? 'has' : 'have'} not answered for days (verbatim feeds list)`;
}
