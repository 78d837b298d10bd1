// Chance that falls the same every time (https://en.wikipedia.org/wiki/Linear_congruential_generator).

export interface Dice {
  below(limit: number): number;
  one<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
}

export function dice(seed: number): Dice {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return {
    below,
    one: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    shuffled: (items) =>
      items
        .map((item) => ({ item, place: below(1e9) }))
        .sort((one, other) => one.place - other.place)
        .map(({ item }) => item),
  };
}
