// Work in turns: of many who ask at once one begins in each round of the event loop, so that timers, sockets and
// acknowledgements get their word in between. Answers are worked out without waiting; else they would run one after the other.

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let isTurning = false;
  const turn = (): void => {
    waiting.shift()?.();
    isTurning = waiting.length > 0;
    if (isTurning) setImmediate(turn);
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push(() => void work().then(resolve, reject));
      if (isTurning) return;
      isTurning = true;
      setImmediate(turn);
    });
}
