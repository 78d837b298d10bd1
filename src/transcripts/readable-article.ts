// The article on a web page, told from teasers, comments and all else around it by Mozilla's Readability.
import { createRequire } from 'node:module';
import { lazy } from '../text/lazy.ts';

/** Both take a while to load, and most transcripts are no pages. */
const tools = lazy(() => {
  const require = createRequire(import.meta.url);
  const { parseHTML }: typeof import('linkedom') = require('linkedom');
  const { Readability }: typeof import('@mozilla/readability') = require('@mozilla/readability');
  return { parseHTML, Readability };
});

/** The article as HTML; `undefined` where none is made out. The page stands in memory as a document: for small pages only. */
export function readableArticle(html: string): string | undefined {
  try {
    const { parseHTML, Readability } = tools();
    const { document } = parseHTML(html);
    return new Readability(document, { charThreshold: 0 }).parse()?.content ?? undefined;
  } catch {
    // Markup that makes no document; what is said on the page can be read without one.
    return undefined;
  }
}
