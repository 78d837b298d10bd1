// How well a quote reads by itself, to somebody who has not heard what came before.

const tooFewWords = 8;
const tooManyWords = 60;

/** Words that take up what somebody said before. */
const takingUp =
  /^[…"“'\s]*(?:and|but|so|or|yeah|yes|yep|no|nope|right|okay|ok|well|sure|exactly|because|like|which|that|that's|it|it's|this|they|he|she|mhm|hm+|uh+|um+|oh|wow|dan|tapi|tetapi|jadi|ya|iya|tidak|nggak|enggak|oke|karena|itu|ini|terus|lalu|nah)\b/iu;
/** A thought that was broken off, or a question. */
const leftOpen = /(?:…|\.\.\.|--?|—|–|,|\?)["”'’)]*\s*$/u;
const beginsMidway = /^…|^["“'(]*\p{Ll}/u;

/** From 0 to 1. */
export function standsAlone(quote: string): number {
  const words = quote.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0;
  let value = 1;
  if (words < tooFewWords) value -= 0.5 * (1 - words / tooFewWords) + 0.2;
  if (words > tooManyWords) value -= 0.1;
  if (takingUp.test(quote)) value -= 0.15;
  if (leftOpen.test(quote)) value -= 0.15;
  if (beginsMidway.test(quote)) value -= 0.1;
  return Math.max(0, value);
}
