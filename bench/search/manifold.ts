// Makes a bigger archive out of a smaller one: other sentences and other words, the same statistics.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dice } from './dice.ts';

/** The commonest words hold sentences together, and tell a language: they stay. */
const kept = 256;
/** New words are mostly rare ones, but not only: what a new podcast is about it says often. In powers of two. */
const luck = 5;
const ending = /(?:ing|edly|ed|ly|tions?|ness|ments?|ers?|s|['’]\w+)$/;
const word = /[A-Za-z]+(?:['’][a-z]+)?/g;

interface Transcript {
  readonly podcast: string;
  readonly name: string;
  readonly text: string;
}

/** A smaller archive, read once to make bigger ones. */
export interface Pattern {
  /** How its vocabulary grows with its length: with twice the text, 2 to this power as many words (Heaps' law). */
  readonly growth: number;
  /** Writes the archive once more as `copy` (from 1 on) into folders of podcasts below `to`. */
  readonly write: (copy: number, to: string) => void;
}

/** @param from a folder of podcast folders. */
export function readPattern(from: string): Pattern {
  const transcripts = readdirSync(from)
    .filter((name) => statSync(join(from, name)).isDirectory())
    .flatMap((podcast) => readdirSync(join(from, podcast)).map((name) => ({ podcast, name })))
    .map(({ podcast, name }): Transcript => ({ podcast, name, text: readFileSync(join(from, podcast, name), 'utf8') }));
  const counts = countWords(transcripts);
  const half = countWords(transcripts.filter((_, at) => at % 2 === 0));
  const ranked = [...counts].sort(([, one], [, other]) => other - one);
  const growth = Math.log2(counts.size / half.size);
  return {
    growth,
    write: (copy, to) => {
      const fresh = counts.size * ((copy + 1) ** growth - copy ** growth);
      const translate = translator(otherWords(ranked, copy, Math.round(fresh)));
      for (const { podcast, name, text } of transcripts) {
        const folder = join(to, `${podcast}-${copy + 1}`);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, name), name.endsWith('.json') ? text : translate(text));
      }
    },
  };
}

function countWords(transcripts: readonly Transcript[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of transcripts) {
    for (const [found] of text.matchAll(word)) {
      const low = found.toLowerCase();
      counts.set(low, (counts.get(low) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * What each word is said as in a copy: as many as Heaps' law asks for as words that were never heard before, all others as
 * one that is about as common. So each copy has the same words as often, in other company.
 */
function otherWords(
  ranked: readonly (readonly [word: string, count: number])[],
  copy: number,
  fresh: number,
): ReadonlyMap<string, string> {
  const chance = dice(copy);
  const table = new Map([...turned('aeiou', copy % 5), ...turned('bcdfghjklmnpqrstvwxyz', 1 + ((copy * 2) % 20))]);
  const rest = ranked.slice(kept);
  const rarestFirst = rest
    .map(([said, count]) => ({ said, place: Math.log2(count) + (luck * chance.below(1000)) / 1000 }))
    .sort((one, other) => one.place - other.place);
  const others = new Map(rarestFirst.slice(0, fresh).map(({ said }) => [said, respelled(said, table)]));
  const old = rest.map(([said]) => said).filter((said) => !others.has(said));
  let from = 0;
  for (let most = kept; from < old.length; most *= 2) {
    // Twice as far down the list, a word is about half as common.
    const alike = old.slice(from, from + most);
    from += most;
    const mixed = chance.shuffled(alike);
    alike.forEach((said, at) => {
      others.set(said, mixed[at] ?? said);
    });
  }
  return others;
}

/** Vowels become other vowels and consonants other consonants, so that words stay sayable; endings stay. */
function respelled(said: string, table: ReadonlyMap<string, string>): string {
  const stem = said.replace(ending, '');
  return [...stem].map((letter) => table.get(letter) ?? letter).join('') + said.slice(stem.length);
}

function turned(letters: string, by: number): (readonly [string, string])[] {
  return [...letters].map((letter, at) => [letter, letters.charAt((at + by) % letters.length)]);
}

function translator(others: ReadonlyMap<string, string>): (text: string) => string {
  return (text) =>
    text.replace(word, (found) => {
      const low = found.toLowerCase();
      const other = others.get(low);
      if (other === undefined) return found;
      if (found === low) return other;
      return found === found.toUpperCase() && found.length > 1
        ? other.toUpperCase()
        : other.charAt(0).toUpperCase() + other.slice(1);
    });
}
