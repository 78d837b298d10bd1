// The day on which an item was published, in all the spellings that feeds use.

import type { PlainDate } from '../../model.ts';
import { readDay } from '../../text/day.ts';

/** `9 Oct 20`, as RFC 822 wrote it first. */
const shortYear = /^(\d{1,2}[ -]\p{L}{3,12}\.?[ -])(\d{2})(?!\d)/u;

/**
 * The calendar day as it is written there: its makers' own, whatever time zone they or a reader live in, and right also
 * where the zone is nonsense.
 */
export function readPublishingDay(written: string | undefined): PlainDate | undefined {
  if (written === undefined) return undefined;
  const text = written
    .slice(0, 100)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\p{L}{2,12}\.? ?,? ?(?=\d{1,2}[. -]{1,2}\p{L})/u, '')
    .replace(/^(\d{1,2})-(\p{L}{3,12})-(?=\d)/u, '$1 $2 ')
    // https://www.rfc-editor.org/rfc/rfc2822#section-4.3
    .replace(shortYear, (_, day: string, year: string) => `${day}${Number(year) < 50 ? 20 : 19}${year}`);
  if (/^\d{10}(\d{3})?$/.test(text)) return new Date(Number(text.slice(0, 10)) * 1000).toISOString().slice(0, 10);
  const date = readDay(text.replace(/^(\d{4})(\d\d)(\d\d)(?=T|$)/, '$1-$2-$3'))?.date;
  // Programs that do not know write their epoch.
  return date === undefined || date <= '1971' ? undefined : date;
}
