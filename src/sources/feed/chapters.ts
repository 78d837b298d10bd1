// Chapters that lie in a file of their own, as the podcast namespace has them.

import { z } from 'zod';
import { VerbatimError } from '../../errors.ts';
import type { Chapter } from '../../model.ts';
import { plainLine } from './plain-text.ts';

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md */
const schema = z.object({
  chapters: z.array(
    z
      .object({ startTime: z.coerce.number().nonnegative(), title: z.string(), toc: z.boolean().optional() })
      .nullable()
      .catch(null),
  ),
});

/**
 * In order of their start; those without a name or a time, and those that are not to be listed, are left out.
 * @param file for the error. @throws VerbatimError `malformed`.
 */
export function readChapters(json: string, file: string): Chapter[] {
  const read = schema.safeParse(parseJson(json));
  if (!read.success) {
    throw new VerbatimError('malformed', `${file} holds no chapters. They are left out.`, { file, cause: read.error });
  }
  return read.data.chapters
    .flatMap((chapter) => {
      const title = plainLine(chapter?.title);
      if (chapter === null || title === undefined || chapter.toc === false) return [];
      return [{ startSeconds: chapter.startTime, title }];
    })
    .toSorted((one, other) => one.startSeconds - other.startSeconds);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
