// Where a text that is too long to be looked through at once may be cut: behind the last space of each part.

const partLength = 50_000;

/** The parts in order; one part where it is short. Where there is no space, a part is as long as it takes. */
export function* partsOf(text: string): Generator<string> {
  let from = 0;
  while (text.length - from > partLength) {
    const space = text.lastIndexOf(' ', from + partLength);
    const end = space > from ? space : text.indexOf(' ', from + partLength);
    if (end < 0) break;
    yield text.slice(from, end + 1);
    from = end + 1;
  }
  yield text.slice(from);
}
