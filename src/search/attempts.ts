// The ways in which a query may be meant, the likeliest first: as somebody's very words, as a question, as what it is about.

import { type Ask, wordsOfAPhrase } from './find.ts';
import { standing } from './group.ts';
import { commonHere } from './guess.ts';
import { lookUp, type TypedWord, type Understanding } from './look-up.ts';
import { type Phrase, readPhrases } from './phrase.ts';
import { type Asked, readNamed, readQuestion, withoutAsking } from './question.ts';
import { eitherWay, isVersus, versus } from './versus.ts';

/** What to look for, and when what is found is an answer; else the next attempt is made. */
export interface Attempt {
  readonly typed: readonly TypedWord[];
  readonly phrases: readonly Phrase[];
  readonly ask: Ask;
  readonly enough: Enough;
}

/** What makes it an answer: all words are there; they stand there as such; it is nearly that sentence; or what tells most of it is there. */
export type Enough = 'all' | 'said' | 'nearly' | 'most';

/** `ask`: where to look, all phrases being there. */
export async function attemptsAt(
  typed: readonly TypedWord[],
  phrases: readonly Phrase[],
  ask: Ask,
  context: Understanding,
): Promise<readonly Attempt[]> {
  const plainly: Attempt = { typed, phrases, ask, enough: 'most' };
  const asked = readQuestion(typed) ?? readNamed(typed);
  const attempts = asked === undefined ? asTopic(plainly, context) : await asQuestion(plainly, asked, context);
  if (!typed.some(isVersus)) return attempts;
  const ways = await lookUp(versus, context);
  return attempts.flatMap((attempt) => asCompared(attempt, ways));
}

/** "What is webassembly": as it was said, or else what it is about. */
function asTopic(plainly: Attempt, { segments }: Understanding): readonly Attempt[] {
  const { typed } = plainly;
  const topic = withoutAsking(typed);
  const isCommon = ({ exact }: TypedWord): boolean => standing(exact) > segments * commonHere;
  if (topic.length === typed.length || topic.every(isCommon)) return [plainly];
  return [
    { ...plainly, enough: 'said' },
    { ...plainly, typed: topic },
  ];
}

/** Somebody may have said the very words, or nearly so; else what those said of it whom it names, and then anybody. */
async function asQuestion(
  plainly: Attempt,
  { question, topic, speakers, words }: Asked,
  context: Understanding,
): Promise<readonly Attempt[]> {
  const { typed, phrases, ask } = plainly;
  const said = [...phrases, ...(await readPhrases([typed.map(({ written }) => written).join(' ')], context))];
  const verbatim: Attempt = { typed: [], phrases: said, ask: { ...ask, must: said }, enough: 'all' };
  const nearly: Attempt = { ...plainly, typed: typed.map(unnamed), enough: 'nearly' };
  const theirs = { ...ask.scope, speakerIds: speakers.map(({ id }) => id) };
  const byThem: Attempt = {
    ...plainly,
    typed: topic,
    ask: { ...ask, scope: theirs },
    enough: question ? 'most' : 'all',
  };
  return [
    ...(said.some(({ unknown }) => unknown) ? [] : [verbatim]),
    ...(typed.length >= wordsOfAPhrase ? [nearly] : []),
    ...(speakers.length > 0 && ask.scope.speakerIds === undefined ? [byThem] : []),
    { ...plainly, typed: words },
  ];
}

/** "npm vs yarn": as it was said, if it was; else what is compared. */
function asCompared(attempt: Attempt, ways: readonly TypedWord[]): readonly Attempt[] {
  const { typed } = attempt;
  if (!typed.some(isVersus)) return [attempt];
  const said = typed.map((word, at) => (isVersus(word, at, typed) ? eitherWay(word, ways) : word));
  const left = typed.filter((word, at) => !isVersus(word, at, typed));
  const heard = left.filter(({ exact }) => exact.length > 0);
  return [
    { ...attempt, typed: said, enough: 'said' },
    { ...attempt, typed: left },
    // Of two that are compared, one is an answer where nobody spoke of the other.
    ...(heard.length > 0 && heard.length < left.length ? [{ ...attempt, typed: heard }] : []),
  ];
}

/** As a word alone, whoever is called so. */
function unnamed(word: TypedWord): TypedWord {
  return { ...word, speakers: [] };
}
