// Work in turns: when many ask at once, answers begin a few at a time, and in between Slack is heard and acknowledged. Else
// they would run one after the other before any timer or socket got a word in.

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** What is begun in one turn may take about so long. */
const turnMs = 10;

export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let turning = false;
  const turn = async (): Promise<void> => {
    const until = performance.now() + turnMs;
    for (let begin = waiting.shift(); begin !== undefined; begin = waiting.shift()) {
      begin();
      // Lets what was begun run on, up to where it waits for something itself.
      await undefined;
      if (performance.now() > until) {
        setImmediate(turn);
        return;
      }
    }
    turning = false;
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        work().then(resolve, reject);
      });
      if (turning) return;
      turning = true;
      setImmediate(turn);
    });
}
