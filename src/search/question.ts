// Reads a query as a question where it is one: "what did Paul say about TikTok?" means what Paul said about it.

import { bare } from '../text/fold.ts';
import type { NamedSpeaker } from './group.ts';
import type { TypedWord } from './look-up.ts';

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

export interface Asked {
  readonly typed: readonly TypedWord[];
  /** Who is asked about: what they said is meant. */
  readonly speakers: readonly NamedSpeaker[];
}

/** In a question the words of asking drop out, and a speaker's name means that it was they who said it. */
export function asQuestion(typed: readonly TypedWord[]): Asked {
  const spelled = typed.map(({ written }) => bare(written));
  const asks = asking.has(spelled[0] ?? '') && spelled.some((word) => saying.has(word));
  const left = typed.filter((_, at) => ![asking, saying, between].some((words) => words.has(spelled[at] ?? '')));
  const topic = left.filter(({ speakers }) => speakers.length === 0);
  if (!asks || topic.length === 0) return { typed, speakers: [] };
  return { typed: topic, speakers: namedBy(left.map(({ speakers }) => speakers)) };
}

/** "Paul Greenberg" is the one who bears both names, not everybody who bears either. */
function namedBy(names: readonly (readonly NamedSpeaker[])[]): readonly NamedSpeaker[] {
  const given = names.filter((speakers) => speakers.length > 0);
  const both = given.reduce(
    (all, speakers) => all.filter(({ id }) => speakers.some((other) => other.id === id)),
    given[0] ?? [],
  );
  return both.length > 0 ? both : given.flat();
}
