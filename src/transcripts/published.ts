// Reads the line that says when something was published, in many languages, even with a sentence glued to the date.
import type { PlainDate } from '../model.ts';
import { readDay } from '../text/day.ts';

export interface Published {
  /** Absent where the day cannot be told from the month and not even the year is sure. */
  readonly publishedAt?: PlainDate;
  /** What stands after the date, glued to it or not. */
  readonly rest: string;
}

const words =
  /^\s*(?:first )?(?:published|posted|released|air(?:ed|s|[ -]?date)|publication date|release date|date|recorded|diterbitkan|dipublikasikan|diunggah|tanggal(?: terbit| tayang)?|terbit|tayang|diterbitkan pada|veröffentlicht|erschienen|datum|publicado|publicación|fecha|data|publié|paru|pubblicato|gepubliceerd|gepubliceerd op|publicerad|udgivet|publisert|julkaistu|opublikowano|yayınlan(?:ma|dı)(?: tarihi)?|опубликовано|дата|公開日|投稿日|发布(?:日期|时间)?|發佈日期|게시일|발행일)(?: (?:on|at|pada|tanggal|am|le|il|el|em|op|den|die|del|de))?\s*[:：]?\s*/iu;

/** `undefined` where the line does not say when something was published. */
export function readPublished(line: string): Published | undefined {
  const opening = words.exec(line.slice(0, 200));
  if (opening === null) return undefined;
  const after = line.slice(opening[0].length);
  const day = readDay(after);
  return day && { publishedAt: day.date, rest: after.slice(day.length).trim() };
}
