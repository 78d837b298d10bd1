// A web page without times: a text fragment that makes the browser scroll to the words themselves.
// https://wicg.github.io/scroll-to-text-fragment/#syntax

/** Up to this many words, the whole passage is named; beyond it, its first and last few. */
const mostWholeWords = 10;
const edgeWords = 5;

/** `quote` is a run of what stands on the page, "…" at an end that was cut. */
export function linkTextFragment(page: URL, quote: string): URL {
  const words = quote
    .replace(/^…\s*|\s*…$/g, '')
    .split(/\s+/u)
    .filter(Boolean);
  const link = new URL(page);
  if (words.length === 0) return link;
  const directive =
    words.length <= mostWholeWords
      ? encodePart(words)
      : `${encodePart(words.slice(0, edgeWords))},${encodePart(words.slice(-edgeWords))}`;
  // An anchor of the page stands before the directive: `#part:~:text=…`.
  link.hash = `${link.hash.replace(/^#/, '').replace(/:~:.*$/, '')}:~:text=${directive}`;
  return link;
}

/** `-`, `,` and `&` are the syntax's own and stand percent-encoded. */
function encodePart(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ').toWellFormed()).replace(/-/g, '%2D');
}
