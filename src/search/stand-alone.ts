// How well a quote reads by itself, to somebody who has not heard what came before.

/** Fewer words say little; more are not read to the end. */
const fewWords = 16;
const manyWords = 60;

/** Sound marks, and what a transcriber put in: it has to be read around. */
const brackets = /\[[^\]]*\]/gu;
/** Words that take up what was said before: that go on, answer, nod, point back to it, or hesitate. */
const takenUp = [
  'and|but|so|or|because|like|which|also|then|(?:as|like) (?:you|i) (?:said|mentioned)|you (?:said|mentioned|know)',
  'yeah|yes|yep|no|nope|right|all ?right|okay|ok|well|sure|exactly|totally|absolutely|definitely|correct|true',
  "gotcha|got it|great|cool|awesome|nice|i know|i don['’]t know|i mean|i agree|i guess|i think so",
  "that|that['’]s|it|it['’]s|this|these|those|they|he|she|him|her|them",
  'mhm|hm+|uh+|um+|oh|wow',
  'dan|tapi|tetapi|jadi|ya|iya|tidak|nggak|enggak|oke|karena|itu|ini|terus|lalu|nah',
];
const takingUp = new RegExp(`^[…"“'\\s]*(?:${takenUp.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
/** A thought that was broken off, or a question. */
const leftOpen = /(?:…|\.\.\.|--?|—|–|,|\?)["”'’)]*\s*$/u;
const beginsMidway = /^(?:…|\.\.\.)|^["“'(]*\p{Ll}/u;

/** From 0 to 1. */
export function standsAlone(quote: string): number {
  const spoken = quote.replace(brackets, '').trim();
  const words = spoken.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0;
  let value = 1;
  if (words < fewWords) value -= 0.7 * (1 - words / fewWords);
  if (words > manyWords) value -= 0.1;
  if (takingUp.test(spoken)) value -= 0.15;
  if (leftOpen.test(spoken)) value -= 0.15;
  if (spoken.length < quote.trim().length) value -= 0.15;
  if (beginsMidway.test(spoken)) value -= 0.1;
  return Math.max(0, value);
}
