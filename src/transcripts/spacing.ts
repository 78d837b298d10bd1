// Whether a space stands between two cues: most do, but punctuation clings, and some scripts write no spaces.

/** Punctuation, contractions and second halves of hyphenated words come as cues of their own from word-by-word transcripts. */
const clinging = /^(?:[,.;:!?…)\]}%»”]+(?:\s|$)|['’](?:s|t|re|ve|ll|d|m)\b|-\p{L})/u;
const opening = /[([{«“„¿¡]$/u;
const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}、。，！？「」『』]$/u;

/** Both without white space around them. */
export function needsSpace(before: string, after: string): boolean {
  const last = before.slice(-1);
  if (clinging.test(after) || opening.test(last)) return false;
  return !(unspaced.test(last) && unspaced.test(after.charAt(0)));
}
