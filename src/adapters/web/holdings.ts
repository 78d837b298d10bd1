// What the library holds, as the page's header says it: counts in the reader's digits, nouns in number.

import type { Locale } from '../../i18n/messages.ts';
import { webStrings } from '../../i18n/web/strings.ts';
import type { WirePage } from './wire.ts';

export interface Holdings {
  readonly podcasts: number;
  readonly episodes: number;
  readonly speakers: number;
  readonly segments: number;
}

export function renderHoldings(held: Holdings, locale: Locale): WirePage['holdings'] {
  const strings = webStrings[locale];
  const count = new Intl.NumberFormat(locale);
  const plural = new Intl.PluralRules(locale);
  const say = (number: number, one: string, other: string) => ({
    count: count.format(number),
    noun: plural.select(number) === 'one' ? one : other,
  });
  return [
    say(held.podcasts, strings.podcast, strings.podcasts),
    say(held.episodes, strings.episode, strings.episodes),
    say(held.speakers, strings.speaker, strings.speakers),
    say(held.segments, strings.passage, strings.passages),
  ];
}
