// Finds speakers, episodes and podcasts by what people remember of their names.

import Fuse from 'fuse.js';
import { bare } from '../text/fold.ts';
import { type KnownName, nameWords } from './known.ts';
import { slips } from './slips.ts';

/** fuse.js gives 0 for the same and 1 for nothing alike; beyond this, it is another name. */
const mostUnlike = 0.4;
/** A name is misspelled, not another one, up to this. */
const misspelled = 0.35;

/** A name with more slips than this part of its letters is another one: of three letters one may be wrong, but the first. */
const mostSlips = 0.25;
/** Names that are so little farther from what was typed than the nearest one are meant as well: "jaon" may be Jan or Jason. */
const asNear = 0.03;

/** Of a title that is remembered in more words than this, fuse.js finds what is nearest as a whole. */
const mostMistyped = 6;

/** Longer than any name. */
const longest = 200;

export interface NameMatch {
  /** Everything of that name: "from:kevin" means every Kevin. */
  readonly matches: readonly KnownName[];
  /** True where none is spelled so, and the likeliest were taken. */
  readonly guessed: boolean;
  /** Where nothing matches: what it may have meant. */
  readonly nearest: readonly string[];
}

/** Those that are spelled so, as a whole or in part. */
export function spelledSo(value: string, names: readonly KnownName[]): readonly KnownName[] {
  const typed = value.slice(0, longest);
  const asked = nameWords(typed);
  const plain = bare(typed);
  // A whole name means its bearer; of a first name there may be one who bears nothing else, and others.
  const exact = names.filter(
    ({ id, name }) => (id === typed || bare(name) === plain) && (asked.length > 1 || id !== bare(name)),
  );
  if (exact.length > 0) return exact;
  const { whole, begun } = holders(asked, names);
  return whole.length > 0 ? whole : begun;
}

/** What a filter's value stands for. */
export function matchNames(value: string, names: readonly KnownName[]): NameMatch {
  const typed = value.slice(0, longest);
  const asked = nameWords(typed);
  const spelled = spelledSo(typed, names);
  if (spelled.length > 0) return { matches: spelled, guessed: false, nearest: [] };
  const slipped = nearlySpelledSo(typed, names);
  if (slipped.length > 0)
    return { matches: slipped, guessed: true, nearest: slipped.slice(0, 3).map(({ name }) => name) };
  const nicknamed = asked.length === 1 ? shortened(typed, names) : [];
  if (nicknamed.length > 0) return { matches: nicknamed, guessed: true, nearest: nicknamed.map(({ name }) => name) };
  const alike = fuzzy(typed, names);
  const [best] = alike;
  const close = alike.filter(({ score }) => best !== undefined && score <= Math.min(misspelled, best.score + 0.02));
  return {
    matches: close.map(({ named }) => named),
    guessed: true,
    nearest: alike.slice(0, 3).map(({ named }) => named.name),
  };
}

/** Best first: names that hold all the words typed, the last of which may be begun, then those but for a slip; where none does, names that are alike. */
export function rankNames(typed: string, names: readonly KnownName[], limit: number): readonly KnownName[] {
  const plain = bare(typed.slice(0, longest));
  const asked = nameWords(plain);
  if (asked.length === 0) return [];
  const { whole, begun } = holders(asked, names);
  const exact = names.filter(({ name }) => bare(name) === plain);
  const found = new Set([...exact, ...whole, ...begun, ...withSlips(asked, names)]);
  return (found.size > 0 ? [...found] : fuzzy(plain, names).map(({ named }) => named)).slice(0, limit);
}

/** Those that are spelled so but for a slip in a word. */
export function nearlySpelledSo(value: string, names: readonly KnownName[]): readonly KnownName[] {
  return mistyped(nameWords(value.slice(0, longest)), names);
}

/** The names that are nearest, each typed word at most a slip or two away from one of theirs: fuse.js takes "pual" for nothing like "Paul". */
function mistyped(asked: readonly string[], names: readonly KnownName[]): readonly KnownName[] {
  const away = slipsOf(asked, names);
  const least = Math.min(...away);
  return names.filter((_, at) => (away[at] ?? 1) <= Math.min(mostSlips, least + asNear));
}

/** All names that are near enough, the nearest first. */
function withSlips(asked: readonly string[], names: readonly KnownName[]): readonly KnownName[] {
  return slipsOf(asked, names)
    .map((away, at) => ({ away, named: names[at] }))
    .filter(({ away }) => away <= mostSlips)
    .sort((one, other) => one.away - other.away)
    .flatMap(({ named }) => named ?? []);
}

/** How far each name is: as far as the typed word that is least like one of its words. Of many words, every name is too far. */
function slipsOf(asked: readonly string[], names: readonly KnownName[]): readonly number[] {
  if (asked.length === 0 || asked.length > mostMistyped) return names.map(() => 1);
  const words = [...new Set(names.flatMap((name) => name.words))];
  const near = asked.map((typed) => new Map(words.map((word) => [word, awayFrom(typed, word)])));
  return names.map((name) =>
    Math.max(...near.map((from) => Math.min(...name.words.map((word) => from.get(word) ?? 1)))),
  );
}

/** The shortest nickname that is read so: of fewer letters, anything is near. */
const shortestNickname = 4;

/** Those whose first letter and last name it is, or nearly: "kball" is Kevin Ball. */
function shortened(typed: string, names: readonly KnownName[]): readonly KnownName[] {
  const plain = bare(typed);
  if (plain.length < shortestNickname) return [];
  const away = names.map(({ words }) =>
    words.length > 1 ? awayFrom(plain, `${words[0]?.[0] ?? ''}${words.at(-1) ?? ''}`) : 1,
  );
  const least = Math.min(mostSlips, ...away);
  return names.filter((_, at) => (away[at] ?? 1) <= least);
}

/** As a part of its letters; 1 without counting where the lengths alone tell. */
function awayFrom(typed: string, word: string): number {
  return Math.abs(typed.length - word.length) > 2 ? 1 : slips(typed, word) / (word.length + 1);
}

/** Names that hold each word as it is, and names that hold the last word as a beginning. */
function holders(
  asked: readonly string[],
  names: readonly KnownName[],
): { readonly whole: readonly KnownName[]; readonly begun: readonly KnownName[] } {
  if (asked.length === 0) return { whole: [], begun: [] };
  const last = asked[asked.length - 1] ?? '';
  const begun: KnownName[] = [];
  const whole = names.filter((named) => {
    const { words } = named;
    if (!asked.slice(0, -1).every((word) => words.includes(word))) return false;
    if (words.includes(last)) return true;
    if (words.some((word) => word.startsWith(last))) begun.push(named);
    return false;
  });
  return { whole, begun };
}

interface Alike {
  readonly named: KnownName;
  readonly score: number;
}

/** fuse.js takes at most so many at its best. */
const mostLetters = 32;

/** Whether no letter of it is left out where likeness is told: of a longer one, the words at its end do not count. */
export function isReadWhole(value: string): boolean {
  return bare(value).length <= mostLetters;
}

/** Each word of a name by itself as well as the whole, so that "mirielle" finds "Mireille B. Reece". */
function fuzzy(typed: string, names: readonly KnownName[]): readonly Alike[] {
  const fuse = new Fuse(names, {
    keys: [
      { name: 'whole', getFn: ({ name }) => bare(name) },
      { name: 'words', getFn: ({ words }) => words },
    ],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: mostUnlike,
  });
  return fuse.search(bare(typed).slice(0, mostLetters)).map(({ item, score = 1 }) => ({ named: item, score }));
}
