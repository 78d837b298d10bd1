// Signs as copied text may have them: "isn&#39;t", or "quot" where the rest of "&quot;" was lost.

const written = /&(?:#\d+|#x[\da-f]+|[a-z]+);/i;

/** Names of signs that pages write in text (https://html.spec.whatwg.org/multipage/named-characters.html). */
const names = new Set('amp apos gt hellip laquo ldquo lsquo lt mdash nbsp ndash quot raquo rdquo rsquo'.split(' '));

/** With the signs themselves. The names of all of them are loaded when some text first needs them. */
export async function withSigns(text: string): Promise<string> {
  if (!written.test(text)) return text;
  const { decodeHTMLStrict } = await import('entities');
  return decodeHTMLStrict(text);
}

/** Whether the word is the name of a sign, which nobody pronounces. */
export function isSign(word: string): boolean {
  return names.has(word.toLowerCase());
}
