// Reads a date as people type it after `after:` and `before:`.

import type { PlainDate } from '../model.ts';

const written = /^(?<year>\d{4})(?:[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?)?$/;

/** `undefined` where it is no date of the calendar. */
export function readDate(typed: string): PlainDate | undefined {
  const { year, month, day } = written.exec(typed.trim())?.groups ?? {};
  if (year === undefined) return undefined;
  const parts = [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))];
  const date = parts.join('-');
  const first = `${date}${'-01'.repeat(3 - parts.length)}`;
  const time = Date.parse(first);
  // "2021-02-30" is read as the second of March: only a day of the calendar comes back as it went in.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(first) ? date : undefined;
}
