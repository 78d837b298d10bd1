// Makes spellings alike that people do not tell apart when they search: case, width, curly quotes, accents.

/** Letters that Unicode gives no plain form for (https://unicode.org/reports/tr15/ takes only marks off). */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '＇': "'",
};

const ascii = /^[\0-\x7f]*$/;
const accented = /[\u00c0-\u024f\u0370-\u04ff\u1e00-\u1fff]/u;

/** Lower case, full width made normal, curly quotes straight. What a stemmer reads: accents stay. */
export function lower(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  // The dot that lower-casing leaves on the Turkish capital İ is no letter of any word.
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .replace(/[’‘ʼ＇]/g, "'");
}

/** `lower`, and every accent taken off, whatever the language. */
export function bare(text: string): string {
  const low = lower(text);
  return ascii.test(low) ? low : [...low].map(bareLetter).join('');
}

/**
 * `lower`, and accents taken off where the language takes the letter for a variant of the plain one: "café" is "cafe" in
 * English, while Swedish keeps "å" and Spanish keeps "ñ", which are letters of their own there. The i without a dot meets the one
 * with it everywhere.
 */
export function fold(text: string, language: string): string {
  const low = lower(text);
  if (!accented.test(low)) return ascii.test(low) ? low : [...low].map(bareLetter).join('');
  return [...low].map((letter) => (isOwnLetter(letter, language) ? letter : bareLetter(letter))).join('');
}

/** Only Latin, Greek and Cyrillic: in other scripts a mark makes another sound (Japanese が is not か). */
function bareLetter(letter: string): string {
  const unmarked = accented.test(letter) ? letter.normalize('NFD').replace(/\p{Mn}/gu, '') : letter;
  return plainLetters[unmarked] ?? unmarked;
}

const ownLetters = new Map<string, boolean>();
const collators = new Map<string, Intl.Collator>();

/** Whether the language's alphabet tells the letter from its plain form: its search collation knows (CLDR). */
function isOwnLetter(letter: string, language: string): boolean {
  // In capitals nobody can tell which i of a Turkish word is meant: "ISIK" is how many type "ışık".
  if (!accented.test(letter) || letter === 'ı') return false;
  const key = `${language}${letter}`;
  let own = ownLetters.get(key);
  if (own === undefined) {
    own = collatorFor(language).compare(letter, bareLetter(letter)) !== 0;
    ownLetters.set(key, own);
  }
  return own;
}

function collatorFor(language: string): Intl.Collator {
  let collator = collators.get(language);
  if (collator === undefined) {
    const known = /^[a-z]{2,3}$/.test(language) ? language : 'und';
    collator = new Intl.Collator(known, { usage: 'search', sensitivity: 'base' });
    collators.set(language, collator);
  }
  return collator;
}
