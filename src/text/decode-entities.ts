// Reads HTML's entities, as "&amp;", also where there are millions.
import { decodeHTMLStrict } from 'entities';
import { Pieces } from './pieces.ts';

const partLength = 50_000;

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const pieces = new Pieces();
  for (let from = 0; from < text.length; ) {
    const end = endOfPart(text, from);
    pieces.add(decodeHTMLStrict(text.slice(from, end)));
    from = end;
  }
  return pieces.take();
}

/** No entity holds a second "&". */
function endOfPart(text: string, from: number): number {
  const end = from + partLength;
  if (end >= text.length) return text.length;
  const entity = text.lastIndexOf('&', end);
  return entity > from ? entity : end;
}
