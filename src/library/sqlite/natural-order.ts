// A text by which SQLite sorts names as people do: "ep 2" before "ep 10".

/** Lower case, every number padded to the same width. */
export function naturalOrder(name: string): string {
  return name.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
