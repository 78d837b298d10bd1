// How many slips lie between a typed word and another one, by what people's fingers and ears get wrong.

import { plain, sounds } from '../text/spelling.ts';

/** What one slip counts, in letters. */
const slip = {
  /** Any letter wrong, lost or added. */
  letter: 1,
  /** Two neighbours swapped: "teh". */
  swapped: 0.8,
  /** A letter written once or twice: "planing". */
  doubled: 0.5,
  /** One vowel for another: "definately". */
  vowel: 0.7,
  /** The first letter is seldom wrong: so much more. */
  first: 0.5,
  /** Written as it is heard: "sekurity". */
  heard: 0.5,
} as const;

/** Of words that sound alike, slips count for less. */
const soundingAlike = 0.62;

const vowel = /[aeiouy]/;

/** In letters; 0 for the same. */
export function slips(typed: string, other: string): number {
  const from = plain(typed);
  const to = plain(other);
  if (from === to) return 0;
  const [heard = ''] = sounds(from);
  const alike = heard !== '' && soundsAs(to, heard);
  const spelled = distance(from, to);
  // By ear, two words are told apart by what is left when their spelling is made plain.
  if (!alike || heard.length < 2) return spelled;
  return Math.min(spelled * soundingAlike, slip.heard + distance(asHeard(from), asHeard(to)));
}

/** Whether a word may sound so, by the likelier of the ways to read it. */
function soundsAs(word: string, heard: string): boolean {
  const [likelier] = sounds(word);
  return likelier === heard || (/cc[eiy]/.test(word) && sounds(word).includes(heard));
}

/** Ways of writing one sound, and the plainest of them: first those of several letters. */
const sameSound: readonly (readonly [written: RegExp, plainest: string])[] = [
  [/[tsc]ion/g, 'shun'],
  [/ph/g, 'f'],
  [/^gh/g, 'g'],
  [/gh|^k(?=n)|^w(?=r)/g, ''],
  [/cc(?=[eiy])/g, 's'],
  [/wh/g, 'w'],
  [/qu/g, 'kw'],
  [/x/g, 'ks'],
  [/c(?=[eiy])|z/g, 's'],
  [/c(?!h)/g, 'k'],
  [/(?:ie|ey|y)$/g, 'i'],
  [/ee|ea|ei|ie/g, 'i'],
  [/oo|ou/g, 'u'],
  [/(.)\1/g, '$1'],
];

function asHeard(letters: string): string {
  return sameSound.reduce((heard, [written, plainest]) => heard.replace(written, plainest), letters);
}

/** The least count of slips that turn one spelling into the other (optimal string alignment). */
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
        (last[column - 1] ?? 0) + (a === b ? 0 : (vowel.test(a) && vowel.test(b) ? slip.vowel : slip.letter) + first),
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
