// Makes a bigger archive out of a smaller one: other words, the same statistics.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The commonest words hold sentences together and stay; every rarer one becomes another word in each copy. */
const kept = 1500;
const ending = /(?:ing|edly|ed|ly|tions?|ness|ments?|ers?|s|'s)$/;
const word = /[A-Za-z]+(?:['’][a-z]+)?/g;

/** Writes `times` copies of the transcripts in `from` (folders of podcasts) into `to`, the first one as it is. */
export function manifold(from: string, to: string, times: number): void {
  const files = readdirSync(from)
    .filter((name) => statSync(join(from, name)).isDirectory())
    .flatMap((podcast) => readdirSync(join(from, podcast)).map((name) => ({ podcast, name })))
    .map((file) => ({ ...file, text: readFileSync(join(from, file.podcast, file.name), 'utf8') }));
  const common = commonWords(files.map(({ text }) => text));
  for (let copy = 0; copy < times; copy++) {
    const translate = copy === 0 ? (text: string) => text : translator(copy, common);
    for (const { podcast, name, text } of files) {
      const folder = join(to, copy === 0 ? podcast : `${podcast}-${copy + 1}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), translate(text));
    }
  }
}

function commonWords(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [found] of text.matchAll(word)) {
      const low = found.toLowerCase();
      counts.set(low, (counts.get(low) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort(([, one], [, other]) => other - one).slice(0, kept);
  return new Set(ranked.map(([found]) => found));
}

/** Vowels become other vowels and consonants other consonants, so that words stay sayable; endings stay. */
function translator(copy: number, common: ReadonlySet<string>): (text: string) => string {
  const table = new Map([...turned('aeiou', copy % 5), ...turned('bcdfghjklmnpqrstvwxyz', 1 + ((copy * 2) % 20))]);
  const translated = new Map<string, string>();
  const translate = (found: string): string => {
    if (common.has(found.toLowerCase())) return found;
    const stem = found.replace(ending, '');
    const letters = [...stem].map((letter) => {
      const other = table.get(letter.toLowerCase()) ?? letter;
      return letter === letter.toLowerCase() ? other : other.toUpperCase();
    });
    return letters.join('') + found.slice(stem.length);
  };
  return (text) =>
    text.replace(word, (found) => {
      const other = translated.get(found) ?? translate(found);
      translated.set(found, other);
      return other;
    });
}

function turned(letters: string, by: number): (readonly [string, string])[] {
  return [...letters].map((letter, at) => [letter, letters.charAt((at + by) % letters.length)]);
}
