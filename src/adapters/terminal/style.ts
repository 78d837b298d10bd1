// How meanings look in a terminal: colours and clickable links where it has them, plain text where not.

import picocolors from 'picocolors';

export interface Style {
  readonly columns: number;
  strong(text: string): string;
  highlight(text: string): string;
  quiet(text: string): string;
  code(text: string): string;
  tone(tone: 'info' | 'success' | 'warning' | 'error', text: string): string;
  /** The label as a link; where links cannot be clicked, the address behind it. */
  link(label: string, url: string): string;
}

export interface TerminalFeatures {
  readonly columns: number;
  readonly colours: boolean;
  readonly hyperlinks: boolean;
}

export function createStyle({ columns, colours, hyperlinks }: TerminalFeatures): Style {
  const paint = picocolors.createColors(colours);
  const tones = { info: paint.cyan, success: paint.green, warning: paint.yellow, error: paint.red };
  return {
    columns,
    strong: paint.bold,
    highlight: (text) => paint.bold(paint.yellow(text)),
    quiet: paint.dim,
    code: paint.cyan,
    tone: (tone, text) => tones[tone](text),
    link: (label, url) =>
      hyperlinks
        ? // OSC 8, the terminals' hyperlink: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
          `\u001B]8;;${url}\u0007${paint.cyan(label)}\u001B]8;;\u0007`
        : `${paint.cyan(label)} ${paint.dim(url)}`,
  };
}
