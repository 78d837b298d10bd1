// A text as lines, whatever ends them, with the numbers that editors count by.

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Lines end with LF, CRLF or CR. */
export function linesOf(text: string): string[] {
  return text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
}

/** The lines with something in them, trimmed. */
export function filledLines(text: string): Line[] {
  const filled: Line[] = [];
  linesOf(text).forEach((line, index) => {
    const trimmed = line.trim();
    if (trimmed !== '') filled.push({ number: index + 1, text: trimmed });
  });
  return filled;
}
