// Reads who is asked about: "what did Paul say about TikTok?" and "Paul Greenberg TikTok" mean what Paul said about it.

import { bare } from '../text/fold.ts';
import type { NamedSpeaker } from './group.ts';
import type { TypedWord } from './look-up.ts';

/** How a question begins, in the languages of the commands. */
const asking = new Set(
  'what when where who whom whose why how which did does do is was were has have can apa apakah siapa kapan mana dimana di bagaimana gimana kenapa mengapa pernahkah'.split(
    ' ',
  ),
);
/** Whoever said it is asked for. */
const whoever = new Set(['who', 'siapa']);
/** What somebody did who said it. */
const saying = new Set(
  'say says said saying tell told talk talks talked talking mention mentioned mentions think thinks thought thoughts kata katanya bilang berkata mengatakan dikatakan ngomong bicara berbicara membicarakan membahas pendapat'.split(
    ' ',
  ),
);
/** What leads to the topic. */
const about = new Set('about regarding on of tentang soal mengenai'.split(' '));
/** What stands between the words of a question, and names nobody in one: one of the speakers may well be called You. */
const between = new Set(
  'ever the a an to i me my we us our you your it its he him she her they them there this that someone anyone somebody anybody everyone everybody people guys will would could should yang pernah saja aja oleh dari aku saya kamu dia mereka kita kami ada orang'.split(
    ' ',
  ),
);
const asked = [asking, saying, about, between];

export interface Asked {
  /** False where words and a name were typed one after the other. */
  readonly question: boolean;
  /** What is asked about, and by whom it was said. */
  readonly topic: readonly TypedWord[];
  readonly speakers: readonly NamedSpeaker[];
}

/**
 * What a question asks: its words of asking drop out, and a speaker's name means that it was they who said it. It says
 * who, or what about: "did you think it worked for you" asks nothing here, and is a sentence somebody remembers.
 */
export function readQuestion(typed: readonly TypedWord[]): Asked | undefined {
  const spelled = typed.map(({ written }) => bare(written));
  const says = spelled.findIndex((word) => saying.has(word));
  if (!asking.has(spelled[0] ?? '') || says < 0) return undefined;
  const left = typed.filter((_, at) => !asked.some((words) => words.has(spelled[at] ?? '')));
  const named = left.filter(({ speakers }) => speakers.length > 0);
  const topic = left.filter(({ speakers }) => speakers.length === 0);
  const leads = whoever.has(spelled[0] ?? '') || spelled.slice(says).some((word) => about.has(word));
  if (topic.length === 0 || (named.length === 0 && !leads)) return undefined;
  return { question: true, topic, speakers: namedBy(named.map(({ speakers }) => speakers)) };
}

/** More words beside a name are a sentence with somebody's name in it. */
const mostBesideName = 3;

/** "Kevin Ball react": a whole name of several words, and what its bearer spoke of. */
export function readNamed(typed: readonly TypedWord[]): Asked | undefined {
  for (const [at, { speakers: first }] of typed.entries()) {
    const speakers = first.filter(({ id }) => typed[at + 1]?.speakers.some((other) => other.id === id));
    const topic = [...typed.slice(0, at), ...typed.slice(at + 2)];
    if (speakers.length > 0 && topic.length > 0 && topic.length <= mostBesideName) {
      return { question: false, topic, speakers };
    }
  }
  return undefined;
}

/** "Paul Greenberg" is the one who bears both names, not everybody who bears either. */
function namedBy(given: readonly (readonly NamedSpeaker[])[]): readonly NamedSpeaker[] {
  const both = given.reduce(
    (all, speakers) => all.filter(({ id }) => speakers.some((other) => other.id === id)),
    given[0] ?? [],
  );
  return both.length > 0 ? both : given.flat();
}
