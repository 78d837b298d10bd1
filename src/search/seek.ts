// Finds segments that may answer and ranks them: from what promises most to what promises less, until something fits.

import type { Candidate } from '../library/word-index.ts';
import { above, decisiveWord, holds, isSentence } from './decisive.ts';
import {
  type Ask,
  type Found,
  findAll,
  findAllButOne,
  findAny,
  findInRow,
  findOne,
  findPieces,
  findRepeated,
  findTogether,
  findVerbatim,
  wordsOfAPhrase,
} from './find.ts';
import type { Group } from './group.ts';
import { commonHere } from './guess.ts';
import type { TypedWord, Understanding } from './look-up.ts';
import type { Phrase } from './phrase.ts';
import { type Ranked, rank } from './rank.ts';
import { mistaken } from './rare-form.ts';
import { groupsOf } from './understand.ts';

export interface Sought {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** What they were ranked by; `Met.group` counts them. */
  readonly groups: readonly Group[];
  /** True where there are more than were looked at. */
  readonly more: boolean;
}

/** From what promises most to what promises less, until something fits. */
export async function seek(
  typed: readonly TypedWord[],
  phrases: readonly Phrase[],
  ask: Ask,
  context: Understanding,
): Promise<Sought> {
  const found = new Map<number, Candidate>();
  let more = false;
  const collect = (looked: Found): void => {
    for (const candidate of looked.candidates) found.set(candidate.segment, candidate);
    more ||= looked.more;
  };
  const fixed = phrases.flatMap(({ groups }) => groups);
  const rankAll = (groups: readonly Group[]): readonly Ranked[] => rank([...found.values()], [...groups, ...fixed]);
  const sought = (ranked: readonly Ranked[], groups: readonly Group[]): Sought => ({
    ranked,
    groups: [...groups, ...fixed],
    more,
  });

  const strict = await groupsOf(typed, 'none', context);
  const meant = strict.filter(isKnown);
  const common = (group: Group): boolean => isCommon(group, context);
  // Of "the internet" where nobody said "internet", each "the" is no answer.
  const aimless = meant.length < strict.length && meant.every(common);
  if (aimless && phrases.length === 0) return sought([], strict);
  if (meant.length === 0) {
    if (phrases.length === 0 && typed.length > 0) return sought([], strict);
    collect(await findAny(ask));
    return sought(rankAll(strict), strict);
  }
  const [only] = meant;
  // A remembered sentence may name somebody: it is looked for as it was said, before what those people said.
  const names = strict.length >= wordsOfAPhrase && meant.some(({ speakers }) => speakers.length > 0);
  if (names) {
    collect(await findTogether(meant.map(unnamed).filter(isKnown), ask));
    const said = rankAll(strict);
    if (fits(said, strict)) return sought(said, strict);
  }
  collect(await findTogether(meant, ask));
  // Of too many that hold them all, those that hold them in a row, or the one of them twice, are not to be missed.
  if (more) {
    collect(await (meant.length === 1 && only !== undefined ? findRepeated(only, ask) : findInRow(meant, ask)));
    collect(await findVerbatim(meant, ask));
  }
  let ranked = rankAll(strict);
  const rare = mistaken(ranked[0], strict, ask.segments);
  if (rare !== undefined) {
    const verbatim = await findVerbatim([rare], ask);
    collect(verbatim);
    return sought(above(rank(verbatim.candidates, [...strict, ...fixed]), ranked), strict);
  }
  if (fits(ranked, strict)) return sought(ranked, strict);

  if (meant.length > 2) {
    collect(await findAllButOne(meant, ask));
    if (found.size === 0) collect(await findAll(meant, ask));
    ranked = rankAll(strict);
    if (fits(ranked, strict)) return sought(ranked, strict);
  }
  // With two or more of its words wrong, pieces of a sentence are left.
  const inPieces = meant.length >= wordsOfAPhrase && !isSentence(ranked[0], strict, common) && !whole(ranked, strict);
  if (strict.length > mostDoubted && inPieces) {
    collect(await findPieces(strict, ask));
    return sought(rankAll(strict), strict);
  }
  if (strict.length > mostDoubted || whole(ranked, strict)) return sought(ranked, strict);
  const doubted = await groupsOf(typed, strict, context);
  const none = found.size === 0;
  if (doubted.some(({ readings }, at) => readings.length !== strict[at]?.readings.length)) {
    collect(await findTogether(doubted.filter(isKnown), ask));
    const likelier = rankAll(doubted);
    if (likelier[0]?.matched === doubted.length) return sought(likelier, doubted);
  }
  if (inPieces) collect(await findPieces(strict, ask));
  else if (none) collect(await (meant.length === 3 ? findOne(meant, ask) : findAllButOne(meant, ask)));
  ranked = rankAll(strict);
  const decisive = decisiveWord(ranked, strict, common);
  if (decisive === undefined) return sought(ranked, strict);
  if (!ranked.some((each) => holds(each, decisive))) {
    collect(await findAll([decisive.group], ask));
    ranked = rankAll(strict);
  }
  const holding = ranked.filter((each) => holds(each, decisive)).map(({ candidate }) => candidate);
  return sought(above(rank(holding, [...strict, ...fixed]), ranked), strict);
}

/** Of more words, one or two misspelled ones do not matter. */
const mostDoubted = 8;
/** With so much of it met, it was that sentence. */
export const almostThePhrase = 0.65;
/** Words that stand farther apart than this may have met by chance. */
const leastCloseness = 0.12;

/** All words are there, and not just anywhere. */
function fits(ranked: readonly Ranked[], groups: readonly Group[]): boolean {
  const [best] = ranked;
  if (best === undefined) return false;
  if (groups.length >= wordsOfAPhrase) return best.share > almostThePhrase;
  return best.matched === groups.length && best.closeness > leastCloseness;
}

/** Whether a segment holds all that was typed, though perhaps apart. */
function whole(ranked: readonly Ranked[], groups: readonly Group[]): boolean {
  return ranked.some(({ matched }) => matched === groups.length);
}

function isCommon({ segments, speakers }: Group, context: Understanding): boolean {
  return speakers.length === 0 && segments > context.segments * commonHere;
}

function unnamed(group: Group): Group {
  return { ...group, speakers: [] };
}

function isKnown({ readings, speakers }: Group): boolean {
  return readings.length + speakers.length > 0;
}
