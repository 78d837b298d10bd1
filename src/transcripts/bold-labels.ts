// Who opens a paragraph of Markdown: "**Ann Example:** Hello.", also where the label slipped in typing.
import { isSmallName, nameShape } from './names.ts';
import { cleanName } from './speaker.ts';

export interface BoldLabel {
  readonly name: string;
  /** The colon tells names from emphasis. */
  readonly colon: boolean;
  /** Behind the name. */
  readonly text: string;
}

/**
 * `**Name:** text`, `**Name**: text`, `**Name** text`, `__Name:__ text`, maybe behind a time. Where there is a colon, the words may
 * stand right behind the label, as quotation marks and dots often do.
 */
const bold = /^\s*\+?(?:(\\?\[\d{1,3}(?::\d{2}){1,2}\\?\])\s+)?(\*\*|__)(?=\S)([^*\n]{1,100}?)(:?)\s*\2(\s*:)?(\s+|$)?/;
/** As `bold`, without markup or with half of it: "Ann Example: Hello.", "**Ann Example: Hello.", "*Ann Example:** Hello." */
const slip = /^\s*\+?(\*{0,3})([^*\n:]{1,80}?)(\*{0,3}):(\*{0,3})(\s+|$)?/;
const within = /\*\*([^*\n]{1,100}?)(?::\s*\*\*|\*\*\s*:)\s*/g;
const marksAlone = /^(?:\s*\\?\[[^[\]\n]{1,100}\])*\s*$/;

/** Times and sounds that name nobody are not looked at here. */
export function boldLabel(line: string): BoldLabel | undefined {
  const match = bold.exec(line);
  if (match === null) return undefined;
  const [all, time, , written = '', inside, behind, gap] = match;
  const colon = inside === ':' || behind !== undefined;
  const name = cleanName(written);
  if (name === '' || name.length > 80 || (!colon && gap === undefined)) return undefined;
  const text = line.slice(all.length);
  return { name, colon, text: time === undefined ? text : `${time} ${text}` };
}

/** All whom such labels name with a colon. What is no name ("**Note:** …") is the author's, unless it comes again and again. */
export function peopleIn(lines: Iterable<{ readonly text: string }>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const label = boldLabel(text);
    if (label?.colon) counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  }
  const isPerson = ([name, count]: readonly [string, number]): boolean =>
    count > 2 || nameShape(name) !== undefined || isSmallName(name) || /voice/i.test(name);
  return new Set([...counts].filter(isPerson).map(([name]) => name));
}

/** Somebody known, or with a full name, whose label is not bold or only half: to go on with who spoke before would be a lie. */
export function slippedLabel(line: string, people: ReadonlySet<string>): BoldLabel | undefined {
  if (!line.slice(0, 100).includes(':')) return undefined;
  const match = slip.exec(line);
  if (match === null) return undefined;
  const [all, before, written = '', , , gap] = match;
  const name = cleanName(written);
  const isKnown = people.has(name) && (gap !== undefined || before !== '');
  const isFull = gap !== undefined && all.length < line.length && /\S\s\S/.test(name) && nameShape(name) === 'name';
  return isKnown || isFull ? { name, colon: true, text: line.slice(all.length) } : undefined;
}

/**
 * The line cut before each label of theirs that stands within it, for then somebody else goes on there. Marks such as
 * "[unintelligible]" before the first belong to what comes behind it.
 */
export function cutAtLabels(line: string, people: ReadonlySet<string>): readonly string[] {
  if (line.indexOf('**', line.indexOf('**', 2) + 2) < 0) return [line];
  const parts: string[] = [];
  let from = 0;
  for (const match of line.matchAll(within)) {
    const { index } = match;
    if (index === 0 || !people.has(cleanName(match[1] ?? ''))) continue;
    const before = line.slice(from, index);
    if (from === 0 && marksAlone.test(before)) {
      parts.push(`${match[0].trimEnd()} ${before.trim()} ${line.slice(index + match[0].length)}`.replace(/ {2,}/, ' '));
      return parts;
    }
    parts.push(before);
    from = index;
  }
  parts.push(line.slice(from));
  return parts;
}
