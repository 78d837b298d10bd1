// A web page with an interview on it: its paragraphs are read as prose.
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import { walkMarkup } from '../markup.ts';
import type { Format, TranscriptFacts } from '../transcript.ts';
import { prose } from './prose.ts';

export const htmlPage: Format = {
  name: 'html-page',

  recognise(text) {
    const head = text.slice(0, 100_000);
    if (!/^\s*<(?:!doctype|html|head|body|article|main|div|section|h[1-6]|p)[\s>]/i.test(head)) return 0;
    return readsAsProse(head) ? 0.65 : 0.2;
  },

  parse(text) {
    const { paragraphs, facts } = readPage(text);
    if (paragraphs.length === 0)
      throw new VerbatimError('malformed', 'The page has no paragraphs of text.', { line: 1 });
    const transcript = readProse(paragraphs.join('\n'));
    // The tab's title often has the site's name behind it; the headline has not.
    const { title = facts.title } = transcript.facts;
    const headline = title !== undefined && (facts.title ?? title).includes(title) ? title : facts.title;
    return {
      format: 'html-page',
      facts: { ...transcript.facts, ...facts, ...known({ title: headline }) },
      cues: transcript.cues,
    };
  },
};

function readsAsProse(page: string): boolean {
  try {
    return prose.recognise(readPage(page).paragraphs.join('\n')) >= 0.5;
  } catch {
    return false;
  }
}

/** Lines of the paragraphs are none of the page's: they are not told. */
function readProse(text: string) {
  try {
    return prose.parse(text);
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    throw new VerbatimError('malformed', `In the page’s paragraphs: ${error.message}`, { line: 1, cause: error });
  }
}

const blocks = new Set(
  'p div section article main h1 h2 h3 h4 h5 h6 li dt dd blockquote pre tr td figcaption br hr ul ol table'.split(' '),
);
/** What stands around an article. */
const around = new Set(
  'script style noscript template svg nav header footer aside form button select iframe'.split(' '),
);

interface Page {
  readonly paragraphs: readonly string[];
  readonly facts: TranscriptFacts;
}

/** The paragraphs of the page's article, or of its main part, or else of all that is no frame. */
function readPage(text: string): Page {
  const parts: Record<'article' | 'main' | 'page', string[]> = { article: [], main: [], page: [] };
  const depth = { article: 0, main: 0, around: 0 };
  let title: string | undefined;
  let publishedAt: string | undefined;
  let inTitle = false;
  let words = '';
  const finish = (): void => {
    const paragraph = words.replace(/\s+/g, ' ').trim();
    words = '';
    if (paragraph === '') return;
    parts.page.push(paragraph);
    if (depth.article > 0) parts.article.push(paragraph);
    if (depth.main > 0) parts.main.push(paragraph);
  };
  walkMarkup(
    text,
    {
      open(name, attributes) {
        if (name === 'meta') {
          const of = attributes.property ?? attributes.name;
          if (of === 'og:title') title = attributes.content ?? title;
          if (of === 'article:published_time') publishedAt = /^\d{4}-\d{2}-\d{2}/.exec(attributes.content ?? '')?.[0];
        }
        inTitle = name === 'title';
        if (blocks.has(name)) finish();
        if (around.has(name)) depth.around++;
        if (name === 'article' || name === 'main') depth[name]++;
      },
      text(part) {
        if (inTitle) title ??= part.trim();
        else if (depth.around === 0) words += part;
      },
      close(name) {
        inTitle = false;
        if (blocks.has(name)) finish();
        if (around.has(name)) depth.around--;
        if (name === 'article' || name === 'main') depth[name]--;
      },
    },
    'html',
  );
  finish();
  const paragraphs = [parts.article, parts.main].find((part) => part.length >= 3) ?? parts.page;
  return {
    paragraphs,
    facts: known({ title: title || undefined, publishedAt }),
  };
}
