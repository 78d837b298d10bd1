// Reads a calendar day as people, files and feeds write it, in many languages, also where more text follows it.
import type { PlainDate } from '../model.ts';

const shapes = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/u,
  /^(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/u,
  /^(?:\p{L}{2,12}\.?,? )?(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?: (?:de|of))? (?<name>\p{L}{3,12})\.?,?(?: de)? (?<year>\d{4})/u,
  /^(?:\p{L}{2,12}\.?,? )?(?<name>\p{L}{3,12})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})/u,
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})/u,
  /^(?<one>\d{1,2})[/-](?<two>\d{1,2})[/-](?<year>\d{4})/u,
] as const;

export interface ReadDay {
  /** Only the year where the day cannot be told from the month. */
  readonly date: PlainDate;
  /** How many characters of the text it takes, the time of day included. */
  readonly length: number;
}

/** `undefined` where the text does not begin with a day that the calendar has. */
export function readDay(text: string): ReadDay | undefined {
  for (const shape of shapes) {
    const match = shape.exec(text);
    if (match === null) continue;
    const date = dateOf(match.groups ?? {});
    return date === undefined ? undefined : { date, length: match[0].length };
  }
  return undefined;
}

function dateOf(groups: Readonly<Record<string, string | undefined>>): PlainDate | undefined {
  const { year = '', one, two } = groups;
  let { day } = groups;
  let month = groups.name === undefined ? groups.month : monthOf(groups.name);
  if (one !== undefined && two !== undefined) {
    // "03/04/2020" is April in most countries and March in one: the year is all that is sure, unless one number is no month.
    if (one === two || Number(one) > 12) [day, month] = [one, two];
    else if (Number(two) > 12) [day, month] = [two, one];
    else return year;
  }
  if (day === undefined || month === undefined) return undefined;
  return realDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The date itself (a day, a month or a year) where the calendar has it. */
export function realDay(date: string): PlainDate | undefined {
  const read = new Date(date);
  if (Number.isNaN(read.getTime())) return undefined;
  return read.toISOString().slice(0, date.length) === date ? date : undefined;
}

const languages = 'en id ms de fr es pt it nl sv da nb fi pl tr ru cs'.split(' ');
const englishMonths = new Set(
  'january february march april may june july august september october november december'.split(' '),
);
let months: ReadonlyMap<string, string> | undefined;

/** The month's number, from its name as Intl writes it in these languages, in full or by its first three letters. */
function monthOf(name: string): string | undefined {
  months ??= new Map(
    languages.flatMap((language) => {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, index): [string, string] => {
        const parts = format.formatToParts(Date.UTC(2020, index, 1));
        return [parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? '', String(index + 1)];
      });
    }),
  );
  const asked = name.toLowerCase();
  const full = months.get(asked);
  if (full !== undefined || asked.length > 4) return full;
  const near = [...months].filter(([month]) => month.startsWith(asked.slice(0, 3)));
  // "Mar" is March, as mail and feeds write it, though Finnish has a "marraskuu" in November.
  const english = near.find(([month]) => englishMonths.has(month));
  if (english !== undefined) return english[1];
  return new Set(near.map(([, number]) => number)).size === 1 ? near[0]?.[1] : undefined;
}
