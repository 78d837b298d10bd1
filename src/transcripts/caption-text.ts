// The words of a caption's line: tags, times within, styling and entities are gone.
import { decodeHTMLStrict } from 'entities';
import { parseTimecode } from '../text/timecode.ts';
import type { TimedWord } from './aligned-words.ts';

/** Tags of WebVTT and those that SRT borrowed from HTML, times within a caption, and `{\an8}` of SubStation. */
export const tags =
  /<\/?(?:v|c|i|b|u|s|ruby|rt|lang|font|em|strong|span|p)(?:[.\s][^<>]{0,200})?>|<\d[\d:.]{3,20}>|\{\\[^{}]{1,60}\}/gi;

/** Tags go before entities are read, so that `&lt;b&gt;` stays what was said. */
export function captionText(line: string): string {
  const untagged = line.includes('<') || line.includes('{') ? line.replace(tags, '') : line;
  return (untagged.includes('&') ? decodeHTMLStrict(untagged) : untagged).trim();
}

const timeWithin = /<(\d[\d:.]{3,20})>/;

/** A line that is shown word by word says when each begins: `the<00:00:00.560><c> kettle</c>`. Empty where it does not. */
export function wordsWithin(line: string): TimedWord[] {
  if (!timeWithin.test(line)) return [];
  const [before = '', ...rest] = line.split(timeWithin);
  const words: TimedWord[] = [{ text: captionText(before), startSeconds: undefined, endSeconds: undefined }];
  for (let at = 0; at < rest.length; at += 2) {
    const startSeconds = parseTimecode(rest[at] ?? '');
    words.push({ text: captionText(rest[at + 1] ?? ''), startSeconds, endSeconds: undefined });
  }
  return words;
}
