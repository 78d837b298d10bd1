// Dates, numbers, lengths and lists as people write them in a language.

import type { Language, PlainDate } from '../model.ts';
import { lazy } from '../text/lazy.ts';

/** The forms of a counted noun that the language tells apart; `other` always. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export interface Format {
  readonly number: (value: number) => string;
  /** "1,234 passages". */
  readonly count: (value: number, forms: Forms) => string;
  /** As precise as it is known: "2020", "August 2020", "Aug 15, 2020"; what is no date stays as it is. */
  readonly date: (date: PlainDate) => string;
  /** "3 seconds", never less than one. */
  readonly seconds: (seconds: number) => string;
  /** "1 hr 12 min"; less than a minute in seconds. */
  readonly length: (seconds: number) => string;
  /** "Indonesian"; a code that nobody knows stays as it is. */
  readonly language: (language: Language) => string;
  /** "Ana, Budi, and Citra". */
  readonly all: (items: readonly string[]) => string;
  /** "Ana, Budi, or Citra". */
  readonly either: (items: readonly string[]) => string;
}

export function createFormat(locale: string, units: 'short' | 'long'): Format {
  const numbers = lazy(() => new Intl.NumberFormat(locale));
  const plurals = lazy(() => new Intl.PluralRules(locale));
  const unit = (name: string, unitDisplay: 'short' | 'long') =>
    lazy(() => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }));
  const wait = unit('second', 'long');
  const seconds = unit('second', units);
  const minutes = unit('minute', units);
  const hours = unit('hour', units);
  const languages = lazy(() => new Intl.DisplayNames(locale, { type: 'language' }));
  const conjunction = lazy(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const disjunction = lazy(() => new Intl.ListFormat(locale, { type: 'disjunction' }));
  // A calendar day has no time zone; UTC on both sides keeps it the day it is.
  const day = lazy(
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  );
  const month = lazy(() => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }));

  return {
    number: (value) => numbers().format(value),
    count: (value, forms) => `${numbers().format(value)} ${forms[plurals().select(value)] ?? forms.other}`,
    date: (date) => {
      const [year, monthOfYear, dayOfMonth] = date.split('-');
      const time = Date.parse(`${year}-${monthOfYear ?? '01'}-${dayOfMonth ?? '01'}T00:00:00Z`);
      // February 30 would become March 1.
      const exists = new Date(time).getUTCDate() === Number(dayOfMonth ?? 1);
      if (!exists || monthOfYear === undefined) return date;
      return (dayOfMonth === undefined ? month : day)().format(time);
    },
    seconds: (value) => wait().format(Math.max(1, Math.ceil(value))),
    length: (value) => {
      if (value < 60) return seconds().format(Math.round(value));
      const whole = Math.round(value / 60);
      const parts = [
        ...(whole >= 60 ? [hours().format(Math.floor(whole / 60))] : []),
        ...(whole % 60 > 0 ? [minutes().format(whole % 60)] : []),
      ];
      return parts.join(' ');
    },
    language: (language) => (/^[a-z]{2,3}$/i.test(language) ? languages().of(language) : undefined) ?? language,
    all: (items) => conjunction().format(items),
    either: (items) => disjunction().format(items),
  };
}
