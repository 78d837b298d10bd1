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
  'say says said saying tell told talk talks talked talking mention mentioned mentions discuss discusses discussed discussing think thinks thought thoughts kata katanya bilang berkata mengatakan dikatakan ngomong bicara berbicara membicarakan membahas pendapat'.split(
    ' ',
  ),
);
/** What leads to the topic. */
const about = new Set('about regarding on of tentang soal mengenai'.split(' '));
/** What is followed by the topic without such a word: "did anyone mention svelte". */
const directly = new Set(
  'mention mentioned mentions discuss discusses discussed discussing membicarakan membahas'.split(' '),
);
/** What is asked for beside one of these: "which episode", "episode mana". */
const which = new Set('which what mana apa'.split(' '));
const pieces = new Set(['episode', 'episodes']);
/** What may stand before a question's first word, and before the words that somebody said. */
const before = new Set('in on at pada'.split(' '));
const beforeSaid = new Set('that something anything bahwa'.split(' '));
/** What stands between the words of a question, and names nobody in one: one of the speakers may well be called You. */
const between = new Set(
  'ever anything something the a an to i me my we us our you your it its he him she her they them there this that someone anyone somebody anybody everyone everybody people guys will would could should from yang pernah saja aja oleh dari aku saya kamu dia mereka kita kami ada orang'.split(
    ' ',
  ),
);
/** What a question begins with that is no help in finding its answer: "who invented it". */
const opening = new Set('what when where who why how which apa siapa kapan dimana bagaimana kenapa mengapa'.split(' '));
const asked = [asking, saying, about, between];

export interface Asked {
  /** False where words and a name were typed one after the other. */
  readonly question: boolean;
  /** What is asked about, and by whom it was said. */
  readonly topic: readonly TypedWord[];
  readonly speakers: readonly NamedSpeaker[];
  /** The topic with the names in it, for it may be about them: "did anyone mention Rick and Morty". */
  readonly words: readonly TypedWord[];
}

/**
 * What a question asks: its words of asking drop out, and a speaker's name means that it was they who said it. It says
 * who, or what about: "did you think it worked for you" asks nothing here, and is a sentence somebody remembers.
 */
export function readQuestion(typed: readonly TypedWord[]): Asked | undefined {
  const spelled = typed.map(({ written }) => bare(written));
  const [first = '', second = ''] = before.has(spelled[0] ?? '') ? spelled.slice(1) : spelled;
  const says = spelled.findIndex((word) => saying.has(word));
  if (says < 0 || !asking.has(pieces.has(first) ? second : first)) return undefined;
  const said = typed.slice(saidFrom(spelled, says + 1));
  // Whoever it was said these words: names and the commonest among them are theirs as well.
  if (whoever.has(first) && said.length > 0) return { question: true, topic: said, speakers: [], words: said };
  const left = typed.filter((_, at) => !isAsking(spelled, at));
  const named = left.filter(({ speakers }) => speakers.length > 0);
  const topic = left.filter(({ speakers }) => speakers.length === 0);
  const leads = spelled.slice(says).some((word) => about.has(word) || directly.has(word));
  if (topic.length === 0 || (named.length === 0 && !leads)) return undefined;
  return { question: true, topic, speakers: namedBy(named.map(({ speakers }) => speakers)), words: left };
}

/** What a question is about, which it does not say who spoke of: "what is webassembly". */
export function withoutAsking(typed: readonly TypedWord[]): readonly TypedWord[] {
  const spelled = typed.map(({ written }) => bare(written));
  if (!opening.has(spelled[0] ?? '')) return typed;
  const from = spelled.findIndex((word) => !asking.has(word));
  const topic = typed.filter((_, at) => at >= from && !between.has(spelled[at] ?? ''));
  return from < 0 || topic.length === 0 ? typed : topic;
}

/** Where the words begin that somebody said: behind "that", "something about". */
function saidFrom(spelled: readonly string[], from: number): number {
  const leads = (word: string | undefined) => word !== undefined && (about.has(word) || beforeSaid.has(word));
  return leads(spelled[from]) ? saidFrom(spelled, from + 1) : from;
}

/** Whether this word only asks. */
function isAsking(spelled: readonly string[], at: number): boolean {
  const word = spelled[at] ?? '';
  if (pieces.has(word)) return which.has(spelled[at - 1] ?? '') || which.has(spelled[at + 1] ?? '');
  return asked.some((words) => words.has(word)) || (at === 0 && before.has(word));
}

/** More words beside a name are a sentence with somebody's name in it. */
const mostBesideName = 3;

/** "Kevin Ball react": a whole name of several words, and what its bearer spoke of. */
export function readNamed(typed: readonly TypedWord[]): Asked | undefined {
  for (const [at, { speakers: first }] of typed.entries()) {
    const speakers = first.filter(({ id }) => typed[at + 1]?.speakers.some((other) => other.id === id));
    const topic = [...typed.slice(0, at), ...typed.slice(at + 2)];
    const asks = topic.every(({ written }) => asking.has(bare(written)));
    if (speakers.length > 0 && !asks && topic.length <= mostBesideName) {
      return { question: false, topic, speakers, words: typed };
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
