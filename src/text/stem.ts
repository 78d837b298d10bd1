// Brings the forms of a word together ("quoted", "quotes": "quot"), by the rules of its language.

import { createRequire } from 'node:module';
import { fold, lower } from './fold.ts';

/** Languages that have a stemmer, by their code, under the name @orama/stemmers gives them. */
const stemmers: Readonly<Record<string, string>> = {
  ar: 'arabic',
  bg: 'bulgarian',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'indian',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sa: 'sanskrit',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  uk: 'ukrainian',
};

type Stemmer = (word: string) => string;

// A stemmer is loaded when the first word of its language comes, in the middle of work that cannot wait for `import()`.
const require = createRequire(import.meta.url);
const loaded = new Map<string, Stemmer>();

/** The stem of a word in a language; languages without a stemmer keep the word. The stem is for matching, never shown. */
export function stem(written: string, language: string): string {
  const low = lower(written);
  if (!/^[\p{L}\p{M}']+$/u.test(low)) return fold(low, language);
  // "Paul's" goes with "Paul", and "don't" with "dont", as people type them.
  const whole =
    language === 'en' ? low.replace(/'s?$/, '').replaceAll("'", '') : low.replace(elided[language] ?? '', '');
  const root = stemmerFor(language)(whole);
  return fold(language === 'en' ? unshortened(whole, root) : root, language);
}

/**
 * Articles and their like that lose their vowel and lean on the next word: "l'amour" goes with "amour". Turkish and Azerbaijani put
 * the endings of names behind an apostrophe: "İstanbul'da" goes with "İstanbul".
 */
const elided: Readonly<Record<string, RegExp>> = {
  az: /(?<=\p{L})'\p{L}+$/u,
  ca: /^[dlmnst]'(?=\p{L})/u,
  fr: /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'(?=\p{L})/u,
  it: /^(?:[cdlmnstv]|un|gl|(?:a|da|de|ne|su|co)ll|que(?:st|ll))'(?=\p{L})/u,
  tr: /(?<=\p{L})'\p{L}+$/u,
};

/** Porter's rules leave "us" of "use" and "on" of "ones": other words. Only plurals ("ads") and go, do, be come down to two letters. */
function unshortened(word: string, root: string): string {
  if (root.length > 2 || [root, `${root}s`].includes(word) || ['go', 'do', 'be'].includes(root)) return root;
  return `${root}e`;
}

function stemmerFor(language: string): Stemmer {
  let stemmer = loaded.get(language);
  if (stemmer === undefined) {
    const name = stemmers[language];
    stemmer = name === undefined ? (word: string) => word : load(name);
    loaded.set(language, stemmer);
  }
  return stemmer;
}

function load(name: string): Stemmer {
  const loadedModule: unknown = require(`@orama/stemmers/${name}`);
  if (typeof loadedModule === 'object' && loadedModule !== null && 'stemmer' in loadedModule) {
    const { stemmer } = loadedModule;
    if (typeof stemmer === 'function') return (word) => String(stemmer(word));
  }
  throw new TypeError(`@orama/stemmers/${name} exports no stemmer`);
}
