// How a line opens that may be somebody's turn: with a name and a colon, maybe a time, a dash or a mark before them.
import { known } from '../text/known.ts';
import { parseTimecode } from '../text/timecode.ts';
import { withoutAside } from './speaker.ts';

export interface Turn {
  readonly name: string;
  readonly startSeconds?: number;
  /** What follows the colon. */
  readonly text: string;
}

const time = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const stamp = String.raw`[[(]?(${time})[\])]?`;
const opening = new RegExp(
  // A time may stand before the name, between it and the colon, or in round brackets behind the colon.
  String.raw`^(?:(?:[-–—>•*]{1,3}\s+|>{2,3}))?(?:${stamp}\s+(?:[-–—]\s+)?)?(?:\[([^[\]:]{1,60})\]|([^\s:：[(][^:：[]{0,79}?))` +
    String.raw`(?:\s*${stamp})?\s?(?::(?=\s|$)|：)\s*(?:\((${time})\)(?:\s+|$))?`,
  'u',
);

/** Whether the words before the colon are a name is not looked at. */
export function openingOf(line: string): Turn | undefined {
  if (!line.includes(':') && !line.includes('：')) return undefined;
  const match = opening.exec(line);
  if (match === null) return undefined;
  const name = withoutAside((match[2] ?? match[3] ?? '').trim());
  const startSeconds = parseTimecode(match[1] ?? match[4] ?? match[5] ?? '');
  return { name, text: line.slice(match[0].length), ...known({ startSeconds }) };
}
