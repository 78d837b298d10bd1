// Language tags as feeds write them (`en-us`, `de_DE`, `ger`) as the model knows languages.

import type { Language } from '../../model.ts';

/** `undefined` where it is no language's tag. */
export function readLanguage(written: string | undefined): Language | undefined {
  const tag = written?.trim().replaceAll('_', '-');
  if (!tag || !/^[a-z]{2,3}(-|$)/i.test(tag)) return undefined;
  try {
    // Three-letter and old codes become the two-letter one where there is one: `ger` and `deu` are `de`, `in` is `id`.
    return new Intl.Locale(tag).language;
  } catch {
    return tag.slice(0, tag.search(/-|$/)).toLowerCase();
  }
}

/** As its own speakers call it: `español`. */
export function nameOfLanguage(language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
