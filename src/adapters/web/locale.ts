// Which language the page speaks.

import { type Locale, locales } from '../../i18n/messages.ts';

/**
 * The first language of an `Accept-Language` header that Verbatim speaks, by weight; regional tags count as their language.
 * https://www.rfc-editor.org/rfc/rfc9110#field.accept-language
 */
export function preferredLocale(header: string | undefined, fallback: Locale): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: Number(weight ?? 1) };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    const spoken = locales.find((locale) => locale === language);
    if (spoken !== undefined) return spoken;
  }
  return fallback;
}
