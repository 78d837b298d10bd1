// What must not be said: a word in all its forms, as long as they are its own; or words in a row.

import type { Wanted } from '../library/word-index.ts';
import type { Run } from '../text/runs.ts';
import { standing } from './group.ts';
import { lookUp, type Understanding } from './look-up.ts';
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
  const rare = await Promise.all(phrases.map((phrase) => isRareForm(phrase, context)));
  return {
    wanted: phrases.filter((_, at) => rare[at] === false).map(({ wanted }) => wanted),
    verbatim: phrases.filter((_, at) => rare[at] === true).flatMap(({ ways }) => ways),
  };
}

async function isRareForm({ groups: [only, second] }: Phrase, context: Understanding): Promise<boolean> {
  if (only === undefined || second !== undefined) return false;
  const [word] = await lookUp([only.typed], context);
  const forms = word?.sure.find(({ kind }) => kind === 'stem')?.places.flat() ?? [];
  return areOtherWords(standing(forms), standing(word?.exact ?? []));
}
