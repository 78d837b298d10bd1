// A web page with an interview on it: the paragraphs of its article are read as prose.
import { VerbatimError } from '../../errors.ts';
import { decodeEntities } from '../../text/decode-entities.ts';
import { known } from '../../text/known.ts';
import { type Page, readPage } from '../page.ts';
import { readableArticle } from '../readable-article.ts';
import { filledLinesIn } from '../text-lines.ts';
import { type Format, sure, type Transcript } from '../transcript.ts';
import { parseLines, prose } from './prose.ts';

const headLength = 100_000;
const enoughParagraphs = 2000;

/** Making a document of a larger page takes too long; on such a page the transcript is nearly all. */
const longestDocument = 1_000_000;
const mostElements = 15_000;

export const htmlPage: Format = {
  name: 'html-page',

  recognise(text) {
    const head = text.slice(0, headLength);
    if (!/^\s*<(?:!doctype|html|head|body|article|main|div|section|h[1-6]|p)[\s>]/i.test(head)) return 0;
    return readsAsTalk(head) ? 0.65 : 0.2;
  },

  parse(text) {
    const page = readPage(text);
    const paragraphs = talkOn(page, text);
    if (paragraphs.length === 0)
      throw new VerbatimError('malformed', 'The page has no paragraphs of text.', { line: 1 });
    const { facts, cues } = readProse(paragraphs);
    const { title = facts.title } = page.facts;
    const headline = facts.title !== undefined && title?.includes(facts.title) ? facts.title : title;
    return { format: 'html-page', facts: { ...facts, ...page.facts, ...known({ title: headline }) }, cues };
  },
};

function readsAsTalk(head: string): boolean {
  try {
    const { parts } = readPage(head);
    return Object.values(parts).some(isTalk);
  } catch (error) {
    if (error instanceof VerbatimError) return false;
    throw error;
  }
}

function isTalk(paragraphs: readonly string[]): boolean {
  return prose.recognise(paragraphs.slice(0, enoughParagraphs).join('\n')) >= sure;
}

/**
 * The article's paragraphs. Readability leaves out what the page hides, and a transcript is often hidden until somebody asks for
 * it: then those of the most particular part of the page that reads as a talk.
 */
function talkOn({ parts, elements }: Page, html: string): readonly string[] {
  const isSmall = html.length <= longestDocument && elements <= mostElements;
  const article = isSmall ? readableArticle(html) : undefined;
  const readable = article === undefined ? [] : readPage(article).parts.page;
  return [readable, parts.article, parts.main].find((part) => part.length > 0 && isTalk(part)) ?? parts.page;
}

/** Some pages escape what they show twice. */
function* unescaped(paragraphs: readonly string[]): Generator<string> {
  for (const paragraph of paragraphs) yield decodeEntities(paragraph);
}

/** Lines of the paragraphs are none of the page's: they are not told. */
function readProse(paragraphs: readonly string[]): Transcript {
  try {
    return parseLines(filledLinesIn(unescaped(paragraphs)));
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    throw new VerbatimError('malformed', `In the page’s paragraphs: ${error.message}`, { line: 1, cause: error });
  }
}
