// Why a whole run ends, and not only the episode under way.

/** The day's hours are used up. */
export class AllowanceUsed extends Error {
  override readonly name = 'AllowanceUsed';
}

/** What is wrong is wrong for every episode: the service, its settings, ffmpeg. The message has the mend. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  /** True where the service surely did no work, and so has none to be paid. */
  readonly free: boolean;
  /** True where it may be this one episode's audio after all: the next run begins with another. */
  readonly aside: boolean;

  constructor(message: string, { free = false, aside = false, cause }: TroubleOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.free = free;
    this.aside = aside;
  }
}

interface TroubleOptions {
  readonly free?: boolean;
  readonly aside?: boolean;
  readonly cause?: unknown;
}
