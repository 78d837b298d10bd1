// The languages by their code, and which one a platform's locale asks for.

import { en } from './en.ts';
import { id } from './id.ts';
import { type Locale, locales, type Messages } from './messages.ts';

const languages: Readonly<Record<Locale, Messages>> = { en, id };

export function messagesFor(locale: Locale): Messages {
  return languages[locale];
}

/**
 * The language for a BCP 47 tag as platforms and systems give it (`id`, `en-US`, `id_ID.UTF-8`); `otherwise` where it
 * is absent or none of ours. `in` is what old systems call Indonesian.
 */
export function localeFor(tag: string | undefined, otherwise: Locale): Locale {
  const language = tag?.toLowerCase().split(/[-_.@]/)[0];
  const known = language === 'in' ? 'id' : language;
  return locales.find((locale) => locale === known) ?? otherwise;
}
