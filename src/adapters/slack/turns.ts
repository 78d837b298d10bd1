// Work in turns: when many ask at once, each answer begins on a turn of the event loop of its own, and between them Slack
// is heard and acknowledged. Else they would run one after the other before any timer or socket got a word in.

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let turning = false;
  const turn = (): void => {
    const begin = waiting.shift();
    turning = begin !== undefined;
    if (begin === undefined) return;
    begin();
    setImmediate(turn);
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push(() => void work().then(resolve, reject));
      if (turning) return;
      turning = true;
      setImmediate(turn);
    });
}
