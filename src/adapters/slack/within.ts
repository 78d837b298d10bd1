// Waiting, but not for ever.

/** What the promise gives, or nothing once the time is over or `hurry` says so. The promise goes on; its failure still throws. */
export function within<T>(promise: Promise<T>, ms: number, hurry?: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      settle();
      resolve(undefined);
    };
    const timer = setTimeout(giveUp, Math.max(0, ms));
    const settle = () => {
      clearTimeout(timer);
      hurry?.removeEventListener('abort', giveUp);
    };
    hurry?.addEventListener('abort', giveUp);
    if (hurry?.aborted) giveUp();
    promise.then(
      (value) => {
        settle();
        resolve(value);
      },
      (error: unknown) => {
        settle();
        reject(error);
      },
    );
  });
}
