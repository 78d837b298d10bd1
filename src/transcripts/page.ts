// What stands on a web page: its paragraphs, by the part of the page, and what it says of itself.
import { VerbatimError } from '../errors.ts';
import { known } from '../text/known.ts';
import { Pieces } from '../text/pieces.ts';
import { singleSpaced } from '../text/single-spaced.ts';
import { walkMarkup } from './markup.ts';
import type { TranscriptFacts } from './transcript.ts';

const blocks = new Set(
  'p div section article main h1 h2 h3 h4 h5 h6 li dt dd blockquote pre tr td figcaption br hr ul ol table'.split(' '),
);
/** What stands around an article. */
const around = new Set(
  'script style noscript template svg nav header footer aside form button select iframe'.split(' '),
);

/** A day of talk falls into some 30,000. */
const mostParagraphs = 100_000;

export interface Page {
  /** Of all articles, of the main part, and of all that is no frame. */
  readonly parts: {
    readonly article: readonly string[];
    readonly main: readonly string[];
    readonly page: readonly string[];
  };
  readonly facts: TranscriptFacts;
  /** How many elements it has. */
  readonly elements: number;
}

/** @throws VerbatimError `malformed` where there is more of it than any page has. */
export function readPage(html: string): Page {
  const parts: Record<'article' | 'main' | 'page', string[]> = { article: [], main: [], page: [] };
  const depth = { article: 0, main: 0, around: 0 };
  const said: { title?: string; headline?: string; publishedAt?: string } = {};
  let elements = 0;
  let inside = '';
  const words = new Pieces();
  const finish = (): void => {
    const paragraph = singleSpaced(words.take());
    if (paragraph === '') return;
    if (inside === 'h1') said.headline ??= paragraph;
    if (parts.page.length >= mostParagraphs)
      throw new VerbatimError('malformed', 'It has more paragraphs than any page.', { line: 1 });
    parts.page.push(paragraph);
    if (depth.article > 0) parts.article.push(paragraph);
    if (depth.main > 0) parts.main.push(paragraph);
  };
  walkMarkup(
    html,
    {
      open(name, attributes) {
        elements++;
        if (name === 'meta') {
          const { property = attributes.name, content = '' } = attributes;
          if (property === 'og:title' && content !== '') said.title = content;
          const day = /^\d{4}-\d{2}-\d{2}/.exec(content)?.[0];
          if (property === 'article:published_time' && day !== undefined) said.publishedAt = day;
        }
        if (blocks.has(name)) finish();
        if (name === 'title' || blocks.has(name)) inside = name;
        if (around.has(name)) depth.around++;
        if (name === 'article' || name === 'main') depth[name]++;
      },
      text(part) {
        if (inside === 'title') said.title ??= part.trim();
        else if (depth.around === 0) words.add(part);
      },
      close(name) {
        if (blocks.has(name)) finish();
        if (name === 'title' || blocks.has(name)) inside = '';
        if (around.has(name)) depth.around--;
        if (name === 'article' || name === 'main') depth[name]--;
      },
    },
    'html',
  );
  finish();
  const { title = '', headline, publishedAt } = said;
  // The tab's title often has the site's name behind it; the headline has not.
  const isHeadline = headline !== undefined && (title === '' || title.includes(headline));
  return { parts, facts: known({ title: isHeadline ? headline : title || undefined, publishedAt }), elements };
}
