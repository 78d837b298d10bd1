// Looks for the very words in passages before they are read: of a rare form of a common word that spares nearly all of them.

import type { Run } from '../../../text/runs.ts';

/**
 * A condition on a passage's bytes. It may hold by chance, for the end of a number reads as a smaller one; it never fails
 * where the words stand in a row.
 */
export function verbatimOf(verbatim: readonly (readonly Run[])[]): string {
  return all(verbatim.map((runs) => any(runs.map((run) => all(run.map((ids) => any([...ids].map(holds))))))));
}

const all = (parts: readonly string[]): string => `(${parts.join(' and ') || 'true'})`;
const any = (parts: readonly string[]): string => `(${parts.join(' or ') || 'false'})`;
const holds = (id: number): string => `instr(passage.words, x'${hexOf(id)}')`;

/** As passages keep it (see passage.ts): one higher, in seven-bit groups. */
function hexOf(id: number): string {
  let hex = '';
  let left = id + 1;
  for (; left > 127; left >>>= 7) hex += byte((left & 127) | 128);
  return hex + byte(left);
}

const byte = (value: number): string => value.toString(16).padStart(2, '0');
