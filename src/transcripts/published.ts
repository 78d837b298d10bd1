// Reads the line that says when something was published, in many languages, even with a sentence glued to the date.
import type { PlainDate } from '../model.ts';

export interface Published {
  /** Absent where the day cannot be told from the month and not even the year is sure. */
  readonly publishedAt?: PlainDate;
  /** What stands after the date, glued to it or not. */
  readonly rest: string;
}

const words =
  /^\s*(?:first )?(?:published|posted|released|air(?:ed|s|[ -]?date)|publication date|release date|date|recorded|diterbitkan|dipublikasikan|diunggah|tanggal(?: terbit| tayang)?|terbit|tayang|diterbitkan pada|veröffentlicht|erschienen|datum|publicado|publicación|fecha|data|publié|paru|pubblicato|gepubliceerd|gepubliceerd op|publicerad|udgivet|publisert|julkaistu|opublikowano|yayınlan(?:ma|dı)(?: tarihi)?|опубликовано|дата|公開日|投稿日|发布(?:日期|时间)?|發佈日期|게시일|발행일)(?: (?:on|at|pada|tanggal|am|le|il|el|em|op|den|die|del|de))?\s*[:：]?\s*/iu;

const shapes = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/u,
  /^(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/u,
  /^(?:\p{L}{2,12}\.?,? )?(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?: (?:de|of))? (?<name>\p{L}{3,12})\.?,?(?: de)? (?<year>\d{4})/u,
  /^(?:\p{L}{2,12}\.?,? )?(?<name>\p{L}{3,12})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})/u,
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})/u,
  /^(?<one>\d{1,2})[/-](?<two>\d{1,2})[/-](?<year>\d{4})/u,
] as const;

/** `undefined` where the line does not say when something was published. */
export function readPublished(line: string): Published | undefined {
  const opening = words.exec(line.slice(0, 200));
  if (opening === null) return undefined;
  const after = line.slice(opening[0].length);
  for (const shape of shapes) {
    const match = shape.exec(after);
    if (match === null) continue;
    const publishedAt = dateOf(match.groups ?? {});
    if (publishedAt === undefined) return undefined;
    return { publishedAt, rest: after.slice(match[0].length).trim() };
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
  if (full !== undefined) return full;
  const near = new Set(
    [...months].filter(([month]) => month.startsWith(asked.slice(0, 3))).map(([, number]) => number),
  );
  return asked.length <= 4 && near.size === 1 ? [...near][0] : undefined;
}
