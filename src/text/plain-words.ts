// Finds the words of a text of plain Latin letters without a regular expression: most of what is said is such, and an import reads
// millions of them.

/** What only `wordsOf` and `soundMarks` can read: other letters, C++ and C#, .NET, 1,000, and what may enclose a sound mark. */
const odd = /[^\t\n\r -~‘’“”–—…]|[#+*[(]|\d,\d|\.net/i;

/**
 * Tells where each word stands, from (inclusive) to (exclusive): the words that `saidWords` finds.
 * @returns false where the text is not plain; then nothing is told.
 */
export function eachPlainWord(text: string, found: (from: number, to: number) => void): boolean {
  if (odd.test(text)) return false;
  let at = 0;
  while (at < text.length) {
    if (!isLetterOrDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const from = at++;
    while (isLetterOrDigit(text.charCodeAt(at))) at++;
    while (isApostrophe(text.charCodeAt(at)) && isLetter(text.charCodeAt(at + 1))) {
      at += 2;
      while (isLetter(text.charCodeAt(at))) at++;
    }
    found(from, at);
  }
  return true;
}

/** Behind the text's end the code is NaN, which is nothing of these. */
function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39);
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}
