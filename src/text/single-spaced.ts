// White space as single spaces, none at the ends.

const untidy = /[^\S ]| {2}/;

export function singleSpaced(text: string): string {
  // To replace every space by itself takes seconds and hundreds of megabytes where there are millions.
  return (untidy.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}
