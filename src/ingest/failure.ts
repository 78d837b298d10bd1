// What went wrong, as an import's report tells it.

import { VerbatimError } from '../errors.ts';
import { known } from '../text/known.ts';
import type { ImportFailure } from './report.ts';

/** @param file what was being read, for errors that do not say so themselves. */
export function failureOf(error: unknown, file?: string): ImportFailure {
  if (error instanceof VerbatimError) {
    const { code, message, line } = error;
    return { code, reason: message, ...known({ file: error.file ?? file, line }) };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', reason: `${file ?? 'It'} could not be imported: ${reason}`, ...known({ file }) };
}
