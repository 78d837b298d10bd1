// Reads a query as a question where it is one: "what did Paul say about TikTok?" means what Paul said about it.

import { bare } from '../text/fold.ts';
import type { TypedWord } from './understand.ts';
import { fits } from './weights.ts';

/** How a question begins, in the languages of the commands. */
const asking = new Set(
  'what when where who whom whose why how which did does do is was were has have can apa apakah siapa kapan mana dimana di bagaimana gimana kenapa mengapa pernahkah'.split(
    ' ',
  ),
);
/** What somebody did who said it. */
const saying = new Set(
  'say says said saying tell told talk talks talked talking mention mentioned mentions think thinks thought thoughts about regarding kata katanya bilang berkata mengatakan dikatakan ngomong bicara berbicara membicarakan membahas tentang soal mengenai pendapat'.split(
    ' ',
  ),
);
/** What stands between the words of a question. */
const between = new Set('ever the a an of on to it he she they yang pernah saja aja oleh dari'.split(' '));

/** Question words drop out where other words remain; a speaker's name then means that it was they who said it. */
export function asQuestion(typed: readonly TypedWord[]): readonly TypedWord[] {
  const spelled = typed.map(({ written }) => bare(written));
  if (!asking.has(spelled[0] ?? '') || !spelled.some((word) => saying.has(word))) return typed;
  const left = typed.filter((_, at) => ![asking, saying, between].some((words) => words.has(spelled[at] ?? '')));
  if (left.every(({ speakers }) => speakers.length > 0)) return typed;
  return left.map((word) => (word.speakers.length > 0 ? { ...word, speakerFit: fits.asked } : word));
}
