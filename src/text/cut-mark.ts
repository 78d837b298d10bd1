// What shows people that a text was cut off at its end.

/** The longest mark, in UTF-16 code units. */
export const longestCutMark = 2;

/**
 * "…" behind a word, nothing behind an ellipsis; " …" behind a whole sentence, where it would read like a fourth dot, if
 * the text has a space there itself.
 */
export function cutMarkAfter(text: string, from: number, to: number): string {
  const run = text.slice(from, to);
  if (run.endsWith('…')) return '';
  return text[to] === ' ' && /[.!?][\p{Pe}\p{Pf}"']*$/u.test(run) ? ' …' : '…';
}
