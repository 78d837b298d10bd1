// What must not be said: a word in all its forms, as long as they are its own; or words in a row.

import type { Wanted } from '../library/word-index.ts';
import type { Run } from '../text/runs.ts';
import { standing } from './group.ts';
import { lookUp, type TypedWord, type Understanding } from './look-up.ts';
import { type Phrase, readPhrases } from './phrase.ts';
import { areOtherWords } from './rare-form.ts';

export interface Without {
  readonly wanted: readonly Wanted[];
  /** The very words, where the rest of their stem are other words: "-communism" leaves every "community" in. */
  readonly verbatim: readonly Run[];
}

/** @param texts words and phrases as typed behind a minus; what nobody said leaves nothing out. */
export async function readWithout(texts: readonly string[], context: Understanding): Promise<Without> {
  const phrases = (await readPhrases(texts, context)).filter(({ unknown }) => !unknown);
  const single = phrases.flatMap((phrase) => singleWord(phrase) ?? []);
  const words = single.length === 0 ? [] : await lookUp(single, context);
  const rare = new Set(words.filter(isRareForm).map(({ written }) => written));
  const isRare = (phrase: Phrase) => rare.has(singleWord(phrase) ?? '');
  return {
    wanted: phrases.filter((phrase) => !isRare(phrase)).map(({ wanted }) => wanted),
    verbatim: phrases.filter(isRare).flatMap(({ ways }) => ways),
  };
}

function singleWord({ groups: [first, second] }: Phrase): string | undefined {
  return second === undefined ? first?.typed : undefined;
}

function isRareForm({ exact, sure }: TypedWord): boolean {
  const forms = sure.filter(({ kind }) => kind === 'stem').flatMap(({ places }) => places.flat());
  return areOtherWords(standing(forms), standing(exact));
}
