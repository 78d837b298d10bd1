// Whether what came is what was asked for. Servers call feeds and transcripts all sorts of things (text/plain, text/html,
// application/octet-stream), so that only what cannot be meant is refused: a web page in their place, or sound and pictures.

import { VerbatimError } from '../errors.ts';

const media = /^(audio|video|image|font)\//;
const page = /^(text\/html|application\/xhtml\+xml)$/;
const pageStart = /^\uFEFF?(?:\s|<\?xml[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->)*<(?:!doctype\s+html|html|head|body)[\s>]/i;

/** @throws VerbatimError `bad-response` */
export function checkMediaType(name: string, accept: string | undefined, mediaType: string | undefined): void {
  if (mediaType === undefined || names(accept, mediaType)) return;
  if (media.test(mediaType)) {
    throw new VerbatimError(
      'bad-response',
      `${name} is of another kind than was asked for (${mediaType.slice(0, 60)}). Check the address.`,
    );
  }
}

/** For what is too large to look into: the media type is all there is. @throws VerbatimError `bad-response` */
export function checkNoPageType(name: string, accept: string | undefined, mediaType: string | undefined): void {
  if (mediaType !== undefined && page.test(mediaType) && !names(accept, mediaType)) throw pageInstead(name);
}

/** @throws VerbatimError `bad-response` */
export function checkNoPage(name: string, accept: string | undefined, body: Buffer): void {
  if (names(accept, 'text/html') || names(accept, 'application/xhtml+xml')) return;
  if (pageStart.test(body.subarray(0, 1024).toString('utf8'))) throw pageInstead(name);
}

function pageInstead(name: string): VerbatimError {
  return new VerbatimError(
    'bad-response',
    `${name} answered with a web page, perhaps one to sign in. Open it in a browser, and give the address of the file itself.`,
  );
}

/** Whether an Accept header names the media type; one that is left out names all. */
function names(accept: string | undefined, mediaType: string): boolean {
  if (accept === undefined) return true;
  const [family] = mediaType.split('/', 1);
  return accept
    .toLowerCase()
    .split(',')
    .map((range) => range.split(';')[0]?.trim())
    .some((range) => range === '*/*' || range === `${family}/*` || range === mediaType);
}
