// Work in turns: others get their word in between, and everybody gets a turn.
import { expect, test } from 'vitest';
import { createTurns } from '../src/turns.ts';

const busy = (): void => {
  const until = performance.now() + 5;
  while (performance.now() < until);
};

test('timers run between the turns of many who ask at once', async () => {
  const inTurn = createTurns();
  const order: string[] = [];
  setTimeout(() => order.push('a timer'), 1);
  await Promise.all(
    Array.from({ length: 10 }, (_, place) =>
      inTurn(async () => {
        await undefined;
        busy();
        order.push(`answer ${place}`);
      }),
    ),
  );
  expect(order.indexOf('a timer')).toBeLessThan(order.indexOf('answer 9'));
  expect(order.filter((one) => one !== 'a timer')).toEqual(Array.from({ length: 10 }, (_, place) => `answer ${place}`));
});

test('what fails is told to who asked, and the others have their turn', async () => {
  const inTurn = createTurns();
  const results = await Promise.allSettled([
    inTurn(async () => {
      throw new Error('no');
    }),
    inTurn(async () => 'yes'),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

test('who asks during a turn has the next one', async () => {
  const inTurn = createTurns();
  expect(await inTurn(() => inTurn(async () => 'inner'))).toBe('inner');
});
