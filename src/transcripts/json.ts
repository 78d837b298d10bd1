// Reads JSON that others wrote, and says at which line it breaks.
import { visit } from 'jsonc-parser';
import { VerbatimError } from '../errors.ts';

/** @throws VerbatimError `malformed` with the line. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const line = firstErrorLine(text);
    throw new VerbatimError('malformed', 'The JSON is broken here, or breaks off.', { line, cause });
  }
}

/** JSON.parse tells no line, and not the same thing in every Node. */
function firstErrorLine(text: string): number {
  let line: number | undefined;
  try {
    visit(
      text,
      {
        onError: (_error, _offset, _length, startLine) => {
          line ??= startLine + 1;
        },
      },
      { disallowComments: true },
    );
  } catch {
    // Nested deeper than the stack is: no transcript, and no line to name.
  }
  return line ?? 1;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number, also one that was written as a string. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const read = Number(value);
  return Number.isFinite(read) ? read : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
