// Notices that whoever started this process is gone without a word.

/**
 * npm runs a script below a shell, and many a shell that is told to stop ends without passing it on: the process would go on
 * alone, keep its port, and answer beside the one that is started next. Where that cannot be seen (Windows), nothing is called.
 */
export function onAbandoned(act: () => void, lookEveryMs = 1_000): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    act();
  }, lookEveryMs).unref();
}
