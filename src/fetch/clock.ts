// How long a request may take in all: its time runs while somebody is asked, and stands while it waits for its turn.

export class TimeOver extends Error {
  override readonly name = 'TimeOver';
}

export class Clock {
  #leftMs: number;

  constructor(limitMs: number) {
    this.#leftMs = limitMs;
  }

  /** Rejects with the work's own failure, or with what aborted it: a `TimeOver`, or the reason of `end`. */
  async run<T>(end: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const startedMs = performance.now();
    const either = linkSignals([end]);
    const timer = setTimeout(() => either.abort(new TimeOver()), this.#leftMs);
    try {
      either.signal.throwIfAborted();
      return await work(either.signal);
    } catch (error) {
      // What falls over because it was aborted says so in many ways.
      throw either.signal.aborted ? either.signal.reason : error;
    } finally {
      clearTimeout(timer);
      either.unlink();
      this.#leftMs = Math.max(0, this.#leftMs - (performance.now() - startedMs));
    }
  }
}

export interface LinkedSignal {
  /** Aborted as soon as one of the others is. */
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
  /** To be called in the end, or the others, which may live long, would hold on to this one. */
  unlink(): void;
}

export function linkSignals(signals: readonly AbortSignal[]): LinkedSignal {
  const controller = new AbortController();
  const abort = (reason: unknown) => controller.abort(reason);
  const pass = (event: Event) => abort(event.target instanceof AbortSignal ? event.target.reason : undefined);
  for (const signal of signals) {
    if (signal.aborted) abort(signal.reason);
    signal.addEventListener('abort', pass, { once: true });
  }
  return {
    signal: controller.signal,
    abort,
    unlink: () => {
      for (const signal of signals) signal.removeEventListener('abort', pass);
    },
  };
}
