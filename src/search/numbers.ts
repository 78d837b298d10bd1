// Numbers as digits and as people say them: "2020" is "twenty twenty", "10" is "ten", in the languages of the commands.

const english = {
  ones: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
  tens: '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
};
const indonesian = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');

/** The words that numbers are made of. */
const digits = new Set([...english.ones, ...english.tens, ...indonesian]);

/** The ways of saying a number that was typed as digits, each as words in a row. */
export function saidNumber(typed: string): readonly (readonly string[])[] {
  if (!/^\d{1,4}$/.test(typed)) return [];
  const number = Number(typed);
  if (typed !== String(number)) return [];
  const ways = [number < 100 ? below100(number) : asYear(number)].filter((words) => words.length > 0);
  const local = indonesian[number];
  return local === undefined ? ways : [...ways, [local]];
}

/** What is mostly written as a sign, "99%", which is no word of its own. */
const percent = new Set(['percent', 'persen']);

/** How a text shows a sign that was typed beside a number: as itself or as a word. */
const shown: ReadonlyMap<string, RegExp> = new Map([
  ['%', /%|percent|persen/i],
  ['$', /\$|dollar|bucks/i],
  ['€', /€|euro/i],
  ['£', /£|pounds?\b/i],
]);

/** The sign that was typed beside a number: "$1", "99%". */
export function signBeside(typed: string): string | undefined {
  return /^([$€£])\d|\d([%$€£])$/.exec(typed)?.slice(1).find(Boolean);
}

/** Whether a text has the signs that were typed, percent in words as well; of other words, it has all that can be asked. */
export function hasSigns(typed: readonly { readonly typed: string; readonly sign?: string }[], text: string): boolean {
  return typed.every(
    ({ typed: word, sign = percent.has(word.toLowerCase()) ? '%' : '' }) => shown.get(sign)?.test(text) ?? true,
  );
}

/** The number that words in a row say, as digits; "ninety-nine percent" says 99, and so does "99 percent". */
export function typedNumber(words: readonly string[]): string | undefined {
  if (words.length > 1 && percent.has(words.at(-1) ?? '')) {
    const [only = '', ...more] = words.slice(0, -1);
    return more.length === 0 && /^\d{1,4}$/.test(only) ? only : typedNumber([only, ...more]);
  }
  return words.every((word) => digits.has(word)) ? spelled().get(words.join(' ')) : undefined;
}

/** Most words that one number is said with. */
export const longestNumber = 3;

function below100(number: number): string[] {
  const { ones, tens } = english;
  if (number < 20) return [ones[number] ?? ''];
  return [tens[Math.floor(number / 10)] ?? '', ...(number % 10 === 0 ? [] : [ones[number % 10] ?? ''])];
}

/** "Nineteen eighty four"; years such as 1905 and 2003 are said in too many ways to tell. */
function asYear(number: number): string[] {
  if (number < 1100 || number > 2099 || number % 100 < 10) return [];
  return [...below100(Math.floor(number / 100)), ...below100(number % 100)];
}

let table: ReadonlyMap<string, string> | undefined;

/** Made when first needed. */
function spelled(): ReadonlyMap<string, string> {
  table ??= new Map(
    Array.from({ length: 2100 }, (_, number) => String(number)).flatMap((number) =>
      saidNumber(number).map((words) => [words.join(' '), number] as const),
    ),
  );
  return table;
}
