// Reads the words of a text of plain Latin letters in one walk, without a regular expression: most of what is said is such.

import type { Vocabulary } from './vocabulary.ts';

const [space, letter, digit, apostrophe, comma, dot, odd] = [1, 2, 3, 4, 5, 6, 0];

/** Of each UTF-16 code; what is not named here is odd. */
const kinds = new Uint8Array(0x2030);
for (const mark of '\t\n\r !"$%&-/:;<=>?@\\]^_`{|}~)‘“”–—…') kinds[mark.charCodeAt(0)] = space;
for (let code = 0; code < 26; code++) kinds[0x41 + code] = kinds[0x61 + code] = letter;
for (let code = 0; code < 10; code++) kinds[0x30 + code] = digit;
for (const mark of "'’") kinds[mark.charCodeAt(0)] = apostrophe;
kinds[','.charCodeAt(0)] = comma;
kinds['.'.charCodeAt(0)] = dot;

/**
 * Tells the vocabulary each word that `saidWords` finds, and `say` its place.
 * @returns false where it meets what only `saidWords` can read: other letters, C++ and C#, .NET, 1,000, and what may enclose a
 *   sound mark. What was said so far does not count then.
 */
export function readPlainWords(text: string, vocabulary: Vocabulary, say: (place: number) => void): boolean {
  /** 0 between words; else what may go on: letters and digits, or behind an apostrophe letters alone. */
  let within = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === odd || (kind === dot && (text.charCodeAt(at + 1) | 0x20) === 0x6e))
      return endOddly(vocabulary, within);
    if (kind === letter || (kind === digit && within !== apostrophe)) {
      vocabulary.tell(code);
      if (within === 0) within = letter;
    } else if (kind === apostrophe && within > 0 && kindOf(text.charCodeAt(at + 1)) === letter) {
      vocabulary.tell(code);
      within = apostrophe;
    } else {
      if (within > 0) say(vocabulary.take());
      within = 0;
      if (kind === digit) {
        vocabulary.tell(code);
        within = letter;
      } else if (kind === comma && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) {
        return false;
      }
    }
  }
  if (within > 0) say(vocabulary.take());
  return true;
}

/** Half a word is one that nobody said, and harms nobody. */
function endOddly(vocabulary: Vocabulary, within: number): boolean {
  if (within > 0) vocabulary.take();
  return false;
}

/** Behind the text's end the code is NaN, which is odd. */
function kindOf(code: number): number {
  return kinds[code] ?? odd;
}

function isDigit(code: number): boolean {
  return kindOf(code) === digit;
}
