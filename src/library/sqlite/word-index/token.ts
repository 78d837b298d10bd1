// What stands in the full-text index for a stem, a speaker, an episode, a podcast and a date: one short token each.

import type { PlainDate } from '../../../model.ts';

/** Bare digits, so that no token of another kind can be taken for a stem. */
export const stemToken = (stem: number): string => `${stem}`;
/** Said besides the stem where a segment says it twice or more. */
export const repeatedToken = (stem: number): string => `${repeatedMark}${stem}`;
export const repeatedMark = 'r';
export const speakerToken = (row: number): string => `s${row}`;
export const episodeToken = (row: number): string => `e${row}`;
export const podcastToken = (row: number): string => `p${row}`;

/** A calendar day as numbers; what a date leaves open is its first. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function firstDay(date: PlainDate): Day {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

export const daysSince1970 = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day) / 86_400_000;

/** A segment's date as a year, a month and a day, so that a long span needs few tokens. */
export const dateTokens = (day: Day): string[] => [yearToken(day.year), monthToken(day), dayToken(day)];

const two = (value: number): string => String(value).padStart(2, '0');
const yearToken = (year: number): string => `y${year}`;
const monthToken = ({ year, month }: Day): string => `m${year}${two(month)}`;
const dayToken = ({ year, month, day }: Day): string => `d${year}${two(month)}${two(day)}`;

/** The tokens of all days from one on, years up to `lastYear`. */
export function tokensFrom({ year, month, day }: Day, lastYear: number): string[] {
  return [
    ...run(day, 31).map((later) => dayToken({ year, month, day: later })),
    ...run(month + 1, 12).map((later) => monthToken({ year, month: later, day: 1 })),
    ...run(year + 1, lastYear).map(yearToken),
  ];
}

/** The tokens of all days before one, years from `firstYear`. */
export function tokensBefore({ year, month, day }: Day, firstYear: number): string[] {
  return [
    ...run(firstYear, year - 1).map(yearToken),
    ...run(1, month - 1).map((earlier) => monthToken({ year, month: earlier, day: 1 })),
    ...run(1, day - 1).map((earlier) => dayToken({ year, month, day: earlier })),
  ];
}

function run(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
