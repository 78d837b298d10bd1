// What members ask: sentences half remembered. Read from a list, or made from an archive, each from a sentence whose words
// stand together nowhere else.

import { readFileSync } from 'node:fs';
import { saidWords } from '../../src/text/words.ts';
import { type Dice, dice } from './dice.ts';
import type { BenchSegment } from './segments.ts';

export interface Question {
  readonly kind: string;
  readonly query: string;
  /** Where the sentence stands, and some words of it in a row. */
  readonly episode: string;
  readonly contains: string;
}

export function readQuestions(file: string): Question[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Question => JSON.parse(line));
}

/** Whether a segment is the one that was meant: case and punctuation aside. */
export function isMeant(segment: BenchSegment, { episode, contains }: Question): boolean {
  return segment.source === episode && plain(segment.text).includes(plain(contains));
}

function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

export const kinds = ['keywords', 'typo', 'sound', 'phrase', 'misremembered', 'joined', 'speaker'] as const;
type Kind = (typeof kinds)[number];

/** So many of each kind, the same every time; others with another seed. */
export function makeQuestions(segments: readonly BenchSegment[], each: number, seed = 7): Question[] {
  const chance = dice(seed);
  const archive = new Archive(segments);
  return kinds.flatMap((kind) => {
    const made: Question[] = [];
    for (let tries = 0; made.length < each && tries < each * 500; tries++) {
      const segment = chance.one(segments);
      const question = make(kind, segment, archive, chance);
      if (question !== undefined) made.push(question);
    }
    return made;
  });
}

function make(kind: Kind, segment: BenchSegment, archive: Archive, chance: Dice): Question | undefined {
  const sentence = chance.one(segment.text.match(/[^.!?]+/g) ?? [segment.text]).trim();
  const written = saidWords(sentence).map((word) => word.written);
  const words = written.map((word) => word.toLowerCase());
  if (words.length < 7) return undefined;
  const query = asked(kind, words, segment, archive, chance);
  if (query === undefined) return undefined;
  const start = chance.below(words.length - 3);
  return { kind, query, episode: segment.source, contains: written.slice(start, start + 4).join(' ') };
}

function asked(
  kind: Kind,
  words: readonly string[],
  segment: BenchSegment,
  archive: Archive,
  chance: Dice,
): string | undefined {
  if (kind === 'phrase' || kind === 'misremembered') {
    const length = 6 + chance.below(3);
    const start = chance.below(Math.max(1, words.length - length));
    const phrase = words.slice(start, start + length);
    if (phrase.length < length || !archive.standOnce(phrase)) return undefined;
    return (kind === 'phrase' ? phrase : misremember(phrase, archive, chance)).join(' ');
  }
  if (kind === 'joined') {
    const at = chance.below(words.length - 1);
    const [one = '', other = ''] = words.slice(at, at + 2);
    const third = chance.one(archive.telling(words).filter((word) => word !== one && word !== other));
    if (Math.min(one.length, other.length) < 3 || third === undefined || archive.has(one + other)) return undefined;
    return archive.standOnce([one, other, third]) ? `${one + other} ${third}` : undefined;
  }
  const chosen = chance.shuffled(archive.telling(words)).slice(0, 2 + (kind === 'speaker' ? 0 : chance.below(2)));
  if (chosen.length < 2) return undefined;
  if (kind === 'speaker') {
    const name = segment.speaker?.split(/[\s,]/)[0]?.toLowerCase();
    if (name === undefined || !/^[a-z]+$/.test(name) || !archive.standOnce(chosen, name)) return undefined;
    return `${chosen.join(' ')} from:${name}`;
  }
  if (!archive.standOnce(chosen)) return undefined;
  if (kind === 'keywords') return chosen.join(' ');
  const at = chance.below(chosen.length);
  const word = chosen[at] ?? '';
  const slip = kind === 'typo' ? mistype(word, chance) : respell(word, chance);
  // A slip that makes a commoner word cannot be known for one.
  if (slip === word || archive.standings(slip) >= archive.standings(word)) return undefined;
  return chosen.with(at, slip).join(' ');
}

/** One word wrong, and sometimes two swapped. */
function misremember(phrase: readonly string[], archive: Archive, chance: Dice): string[] {
  const wrong = phrase.with(chance.below(phrase.length), chance.one(archive.words) ?? '');
  const at = chance.below(wrong.length - 1);
  const [one = '', other = ''] = wrong.slice(at, at + 2);
  return chance.below(2) === 0 ? wrong : wrong.with(at, other).with(at + 1, one);
}

function mistype(word: string, chance: Dice): string {
  const at = 1 + chance.below(word.length - 1);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const other = String.fromCharCode(97 + chance.below(26));
  const ways = [before + after, before + other + after, before + letter + letter + after];
  return chance.one([...ways, before.slice(0, -1) + letter + before.slice(-1) + after]);
}

const bySound: readonly (readonly [RegExp, string])[] = [
  [/tion/, 'shun'],
  [/ph/, 'f'],
  [/ea/, 'ee'],
  [/ou/, 'oo'],
  [/c(?=[aoukr])/, 'k'],
  [/ck/, 'k'],
  [/x/, 'ks'],
  [/y$/, 'ie'],
  [/([a-z])\1/, '$1'],
  [/ie/, 'ei'],
  [/kn/, 'n'],
  [/qu/, 'kw'],
];

function respell(word: string, chance: Dice): string {
  const ways = bySound.filter(([sound]) => sound.test(word));
  const [sound, spelling] = chance.one(ways) ?? [/$^/, ''];
  return word.replace(sound, spelling);
}

/** Which segments hold which words. */
class Archive {
  readonly words: readonly string[];
  private readonly holding = new Map<string, number[]>();
  private readonly segments: readonly BenchSegment[];

  constructor(segments: readonly BenchSegment[]) {
    this.segments = segments;
    segments.forEach(({ text }, at) => {
      for (const word of new Set(saidWords(text).map(({ written }) => written.toLowerCase()))) {
        const holding = this.holding.get(word);
        if (holding === undefined) this.holding.set(word, [at]);
        else holding.push(at);
      }
    });
    this.words = [...this.holding.keys()];
  }

  has(word: string): boolean {
    return this.holding.has(word);
  }

  standings(word: string): number {
    return this.holding.get(word)?.length ?? 0;
  }

  telling(words: readonly string[]): string[] {
    const common = this.segments.length * 0.04;
    return [...new Set(words)].filter((word) => /^[a-z0-9]{4,}$/.test(word) && this.standings(word) < common);
  }

  /** Whether one segment alone holds them all; of those by a speaker of this first name, if one is given. */
  standOnce(words: readonly string[], name?: string): boolean {
    const [rarest = [], ...others] = [...new Set(words)]
      .map((word) => this.holding.get(word) ?? [])
      .sort((one, other) => one.length - other.length);
    const sets = others.map((holding) => new Set(holding));
    const holders = rarest.filter((at) => sets.every((set) => set.has(at)));
    const theirs = (at: number) => this.segments[at]?.speaker?.split(/[\s,]/)[0]?.toLowerCase() === name;
    return (name === undefined ? holders : holders.filter(theirs)).length === 1;
  }
}
