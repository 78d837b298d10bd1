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

/** The number that words in a row say, as digits. */
export function typedNumber(words: readonly string[]): string | undefined {
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
