// Words written short with digits or signs in them, and as people say them: "e2e" is "end to end", "C#" is "C sharp".

const inFull: ReadonlyMap<string, string> = new Map([
  ['ab', 'a b'],
  ['ie', 'internet explorer'],
  // "2" is "to".
  ['b2b', 'business to business'],
  ['b2c', 'business to consumer'],
  ['e2e', 'end to end'],
  ['f2f', 'face to face'],
  ['p2p', 'peer to peer'],
  ['c++', 'c plus plus'],
  ['c#', 'c sharp'],
  ['f#', 'f sharp'],
  ['.net', 'dot net'],
  // So many letters are left out (https://en.wikipedia.org/wiki/Numeronym).
  ['a11y', 'accessibility'],
  ['g11n', 'globalization'],
  ['i18n', 'internationalization'],
  ['k8s', 'kubernetes'],
  ['l10n', 'localization'],
  ['o11y', 'observability'],
]);

const short: ReadonlyMap<string, string> = new Map([...inFull].map(([form, said]) => [said, form]));

/** The words in a row that a folded short form stands for. */
export function saidInFull(form: string): readonly string[] | undefined {
  return inFull.get(form)?.split(' ');
}

/** The short form of folded words in a row. */
export function writtenShort(words: readonly string[]): string | undefined {
  return short.get(words.join(' '));
}

/** Letters and a number that were typed apart and are written in one: "ie 6", "ten x", "internet explorer 11". */
export function lettersWithNumber(
  words: readonly string[],
  asDigits: (words: readonly string[]) => string | undefined,
): string | undefined {
  const letters = words.length > 2 ? writtenShort(words.slice(0, -1)) : words[0];
  const last = words.at(-1);
  if (letters === undefined || last === undefined) return undefined;
  const [first, second] = [letters, last].map((part) => asDigits([part]) ?? part);
  return isNumber(first) === isNumber(second) ? undefined : `${first}${second}`;
}

const isNumber = (word = ''): boolean => /^\d+$/.test(word);
