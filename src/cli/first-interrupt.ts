// The first Ctrl-C asks the work to end where it is whole; the second ends the process.

export interface FirstInterrupt {
  readonly signal: AbortSignal;
  /** From now on Ctrl-C does what it always does. */
  forget(): void;
}

export function onFirstInterrupt(): FirstInterrupt {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, abort);
  return {
    signal: controller.signal,
    forget: () => {
      for (const signal of signals) process.off(signal, abort);
    },
  };
}
