// Whether an address opens what is not for everybody, as far as an address tells.

/** `author` and `keyword` are no tokens. */
const tokenLike = /auth(?!or)|token|key(?!word)|secret|pass|sig(nature)?$/i;

/** With a name or a password in it, or with a field that is called like a token. */
export function isPrivate(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password, searchParams } = new URL(address);
  return username !== '' || password !== '' || [...searchParams.keys()].some((name) => tokenLike.test(name));
}
