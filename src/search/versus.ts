// Reads what is compared: "npm vs yarn" is "npm versus yarn", which few people say in so many words.

import { bare } from '../text/fold.ts';
import type { Reading } from './group.ts';
import type { TypedWord } from './look-up.ts';

/** The ways of writing it; what stands there with a full stop is the same word. */
export const versus: readonly string[] = ['vs', 'versus'];

/** Between two words; what is one word with the next, as VS Code is, compares nothing. */
export function isVersus({ written, sure }: TypedWord, at: number, typed: readonly TypedWord[]): boolean {
  const joined = sure.some(({ kind }) => kind === 'joined');
  return versus.includes(bare(written)) && at > 0 && at < typed.length - 1 && !joined;
}

/** Either way of writing it, whichever was typed. */
export function eitherWay(word: TypedWord, ways: readonly TypedWord[]): TypedWord {
  const words = ways.flatMap(({ exact }) => exact);
  const sure: readonly Reading[] = words.length > 0 ? [{ kind: 'exact', places: [words], cost: 0 }] : [];
  return { ...word, exact: words, sure };
}
