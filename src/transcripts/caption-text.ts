// The words of a caption's line: tags, times within, styling and entities are gone.
import { decodeHTMLStrict } from 'entities';

/** Tags of WebVTT and those that SRT borrowed from HTML, times within a caption, and `{\an8}` of SubStation. */
const tags =
  /<\/?(?:v|c|i|b|u|s|ruby|rt|lang|font|em|strong|span|p)(?:[.\s][^<>]{0,200})?>|<\d[\d:.]{3,20}>|\{\\[^{}]{1,60}\}/gi;

/** Tags go before entities are read, so that `&lt;b&gt;` stays what was said. */
export function captionText(line: string): string {
  const untagged = line.includes('<') || line.includes('{') ? line.replace(tags, '') : line;
  return (untagged.includes('&') ? decodeHTMLStrict(untagged) : untagged).trim();
}
