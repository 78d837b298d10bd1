// A text as numbered lines, whatever ends them.

export interface Line {
  /** From 1, as editors count. */
  readonly number: number;
  readonly text: string;
}

/** Lines end with LF, CRLF or CR. */
export function linesOf(text: string): Line[] {
  return text.split(/\r\n|\n|\r/).map((line, index) => ({ number: index + 1, text: line }));
}
