// The queries of `verbatim quote --batch`, one a line, from a file or from standard input.

import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { VerbatimError } from '../errors.ts';

/** @param file `-` is standard input. @throws VerbatimError `missing` */
export async function readQueries(file: string): Promise<readonly string[]> {
  const bytes = await (file === '-' ? buffer(process.stdin) : readFile(file)).catch((cause: unknown) => {
    throw new VerbatimError('missing', `The file ${file} cannot be read. Give a text file with one query a line.`, {
      cause,
      file,
    });
  });
  // A decoder takes the mark away that editors on Windows begin a file with; no query begins with one.
  const text = new TextDecoder('utf-8').decode(bytes);
  // A line is a query, an empty one too, so that answers stand in the order of the lines; the last line's end is no line.
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}
