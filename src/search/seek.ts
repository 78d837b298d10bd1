// Finds segments that may answer and ranks them: from what promises most to what promises less, until something fits.

import { isBorneOut, isFar, withoutFar } from './borne-out.ts';
import { above, decisiveWord, holds, isSentence } from './decisive.ts';
import {
  type Ask,
  findAll,
  findAllButOne,
  findAny,
  findInRow,
  findPieces,
  findRepeated,
  findTogether,
  findVerbatim,
  wordsOfAPhrase,
} from './find.ts';
import type { Group } from './group.ts';
import type { TypedWord, Understanding } from './look-up.ts';
import type { Phrase } from './phrase.ts';
import type { Ranked } from './rank.ts';
import { mistaken } from './rare-form.ts';
import { isKnown, Seeking, type Sought } from './seeking.ts';
import { groupsOf } from './understand.ts';

/** One step after the other, each looking in more places than the one before, until one of them has the answer. */
export async function seek(
  typed: readonly TypedWord[],
  phrases: readonly Phrase[],
  ask: Ask,
  context: Understanding,
): Promise<Sought> {
  const groups = await groupsOf(typed, 'none', context);
  const seeking = new Seeking(typed, phrases, groups, ask, context);
  const sought = await stepByStep(seeking);
  // Any word is near to some other: where the others do not bear a guess far off out, nothing was meant by it.
  if (!groups.some(isFar) || isBorneOut(sought.ranked[0], seeking.all, ask.segments)) return sought;
  const without = await stepByStep(new Seeking(typed, phrases, groups.map(withoutFar), ask, context));
  return without.ranked.length > 0 ? without : sought;
}

async function stepByStep(seeking: Seeking): Promise<Sought> {
  for (const step of [whereNothingIsMeant, asItWasSaid, withAllWords, withAllButOne, inPieces, asItIsDoubted]) {
    const sought = await step(seeking);
    if (sought !== undefined) return sought;
  }
  // What was typed in quotes was said, though none of the words beside it with it.
  if (seeking.isEmpty && seeking.phrases.length > 0) await seeking.look(findAny(seeking.ask));
  return withTheDecisiveWord(seeking);
}

/** Of "the internet" where nobody said "internet", each "the" is no answer; a filter alone means all that it lets through. */
async function whereNothingIsMeant(seeking: Seeking): Promise<Sought | undefined> {
  const { typed, phrases, groups, meant, isEverywhere, ask } = seeking;
  const isAimless = meant.length < groups.length && meant.every(isEverywhere);
  if (phrases.length === 0 && (isAimless || (meant.length === 0 && typed.length > 0))) return seeking.sought([]);
  if (meant.length > 0) return undefined;
  await seeking.look(findAny(ask));
  return seeking.sought(seeking.ranked);
}

/** A remembered sentence may name somebody: it is looked for as it was said, before what those people said. */
async function asItWasSaid(seeking: Seeking): Promise<Sought | undefined> {
  const { groups, meant, ask } = seeking;
  if (groups.length < wordsOfAPhrase || !meant.some(({ speakers }) => speakers.length > 0)) return undefined;
  await seeking.look(findTogether(meant.map(unnamed).filter(isKnown), ask));
  return seeking.soughtIfItFits();
}

async function withAllWords(seeking: Seeking): Promise<Sought | undefined> {
  const { all, meant, ask } = seeking;
  await seeking.look(findTogether(meant, ask));
  // Of too many that hold them all, those that hold them in a row, or the one of them twice, are not to be missed.
  if (seeking.hasMore) {
    const [only] = meant;
    await seeking.look(meant.length === 1 && only !== undefined ? findRepeated(only, ask) : findInRow(meant, ask));
    await seeking.look(findVerbatim(meant, ask));
  }
  const rare = mistaken(seeking.ranked[0], all, ask.segments);
  if (rare === undefined) return seeking.soughtIfItFits();
  const { ranked } = seeking;
  const verbatim = await seeking.look(findVerbatim([rare], ask));
  return seeking.sought(above(seeking.rankAmong(verbatim), ranked));
}

async function withAllButOne(seeking: Seeking): Promise<Sought | undefined> {
  const { meant, ask } = seeking;
  if (meant.length <= 2) return undefined;
  await seeking.look(findAllButOne(meant, ask));
  if (seeking.isEmpty) await seeking.look(findAll(meant, ask));
  return seeking.soughtIfItFits();
}

/** With two or more of its words wrong, pieces of a sentence are left. */
async function inPieces(seeking: Seeking): Promise<Sought | undefined> {
  const { groups, all, ask, ranked } = seeking;
  if (groups.length <= mostDoubted && !isWhole(ranked, all)) return undefined;
  if (!isInPieces(seeking, ranked)) return seeking.sought(ranked);
  await seeking.look(findPieces(groups, ask));
  return seeking.sought(seeking.ranked);
}

/** A word that exists may be a slip for another one, which stands with all the others. */
async function asItIsDoubted(seeking: Seeking): Promise<Sought | undefined> {
  const { typed, groups, meant, ask, context } = seeking;
  const wasInPieces = isInPieces(seeking, seeking.ranked);
  const understood = await groupsOf(typed, groups, context);
  const doubted = groups.some(isFar) ? understood : understood.map(withoutFar);
  const none = seeking.isEmpty;
  if (doubted.some(({ readings }, at) => readings.length !== groups[at]?.readings.length)) {
    await seeking.look(findTogether(doubted.filter(isKnown), ask));
    const likelier = seeking.rankBy(doubted);
    if (likelier[0]?.matched === seeking.all.length) return seeking.sought(likelier, doubted);
  }
  if (wasInPieces) await seeking.look(findPieces(groups, ask));
  else if (none && meant.length > 1 && meant.length <= mostAlone) {
    // Each by itself: among what holds either, the few that hold the rarer one would be lost.
    for (const group of meant) await seeking.look(findAll([group], ask));
  }
  return undefined;
}

/** Of what lacks something, what holds the word that most of it lacks comes first. */
async function withTheDecisiveWord(seeking: Seeking): Promise<Sought> {
  const { groups, all, isCommon, ask } = seeking;
  const isIt = isSentence(seeking.ranked[0], all, isCommon);
  const decisive = isIt ? undefined : decisiveWord(seeking.ranked, groups, isCommon);
  if (decisive === undefined) return seeking.sought(seeking.ranked);
  const held = () => seeking.ranked.filter((each) => holds(each, decisive)).map(({ candidate }) => candidate);
  if (held().length === 0) await seeking.look(findAll([decisive.group], ask));
  return seeking.sought(above(seeking.rankAmong(held()), seeking.ranked));
}

/** Of more words, one by itself is no answer. */
const mostAlone = 3;

/** Of more words, one or two misspelled ones do not matter. */
const mostDoubted = 8;

function isInPieces({ all, meant, isCommon }: Seeking, ranked: readonly Ranked[]): boolean {
  return meant.length >= wordsOfAPhrase && !isSentence(ranked[0], all, isCommon) && !isWhole(ranked, all);
}

/** Whether a segment holds all that was typed, though perhaps apart. */
function isWhole(ranked: readonly Ranked[], groups: readonly Group[]): boolean {
  return ranked.some(({ matched }) => matched === groups.length);
}

function unnamed(group: Group): Group {
  return { ...group, speakers: [] };
}
