// A text that is too long to be looked through at once, in parts: each ends behind a space where there is one.

const partLength = 16_384;

export function* partsOf(text: string): Generator<string> {
  let from = 0;
  while (text.length - from > partLength) {
    const space = text.slice(from, from + partLength).lastIndexOf(' ');
    const end = space < 0 ? from + partLength : from + space + 1;
    yield text.slice(from, end);
    from = end;
  }
  yield text.slice(from);
}
