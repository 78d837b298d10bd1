// How likely a typed word is a misspelling of another one, by what people's fingers and ears get wrong.

import { plain, sounds } from '../text/spelling.ts';

/** What one slip costs, in letters. */
const slip = {
  /** Any letter wrong, lost or added. */
  letter: 1,
  /** Two neighbours swapped: "teh". */
  swapped: 0.5,
  /** A letter written once or twice: "planing". */
  doubled: 0.5,
  /** One vowel for another: "definately". */
  vowel: 0.7,
  /** One letter for another that sounds the same: "privasy". */
  sound: 0.5,
  /** Letters written as they sound: "fone". */
  respelled: 0.4,
  /** The first letter is seldom wrong. */
  first: 0.5,
} as const;

const vowel = /[aeiouy]/;
const soundPairs = new Set(
  ['cs', 'ck', 'kq', 'sz', 'gj', 'iy'].flatMap((pair) => [pair, [...pair].reverse().join('')]),
);
/** Letters that together sound as another does. */
const respellings: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ght/g, 't'],
  [/^kn/, 'n'],
  [/^wr/, 'r'],
  [/ck/g, 'k'],
  [/qu/g, 'kw'],
];

function asHeard(form: string): string {
  return respellings.reduce((heard, [letters, sound]) => heard.replace(letters, sound), form);
}

function wrong(one: string, other: string): number {
  if (soundPairs.has(one + other)) return slip.sound;
  return vowel.test(one) && vowel.test(other) ? slip.vowel : slip.letter;
}

/** From 1 (the same) to 0 (another word). */
export function likeness(typed: string, other: string): number {
  const from = plain(typed);
  const to = plain(other);
  if (from === to) return 1;
  const heardAlike = sounds(from).some((code) => sounds(to).includes(code));
  const spelled = distance(from, to);
  const cost = heardAlike ? 0.6 * Math.min(spelled, distance(asHeard(from), asHeard(to)) + slip.respelled) : spelled;
  return Math.max(0, 1 - cost / (Math.min(from.length, to.length) * 0.6 + 0.6));
}

/** The least cost of slips that turn one spelling into the other (optimal string alignment). */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column + (column > 0 ? slip.first : 0));
  for (let row = 1; row <= from.length; row++) {
    const line = [row + slip.first];
    for (let column = 1; column <= to.length; column++) {
      const a = from.charAt(row - 1);
      const b = to.charAt(column - 1);
      const first = row === 1 && column === 1 ? slip.first : 0;
      const costs = [
        (last[column] ?? 0) + (a === from.charAt(row - 2) ? slip.doubled : slip.letter),
        (line[column - 1] ?? 0) + (b === to.charAt(column - 2) ? slip.doubled : slip.letter),
        (last[column - 1] ?? 0) + (a === b ? 0 : wrong(a, b) + first),
      ];
      if (row > 1 && column > 1 && a === to.charAt(column - 2) && b === from.charAt(row - 2)) {
        costs.push((before[column - 2] ?? 0) + slip.swapped);
      }
      line.push(Math.min(...costs));
    }
    before = last;
    last = line;
  }
  return last[to.length] ?? 0;
}
