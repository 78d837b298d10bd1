// Addresses as feeds write them: made whole, http(s) alone, and never telling a name or a password that is not theirs to tell.

/** The whole address, a name and a password in it included; `undefined` where it is none that can be fetched. */
export function resolveAddress(written: string | undefined, base: string): string | undefined {
  const text = written?.trim();
  if (!text || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** As everybody may see it. */
export function publicAddress(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}

/** As `resolveAddress`, for what is shown; `undefined` where it opens with a name and a password only. */
export function resolveLink(written: string | undefined, base: string): string | undefined {
  const address = resolveAddress(written, base);
  return address === undefined || isLocked(written) ? undefined : publicAddress(address);
}

/** Whether a name or a password is written in it. */
export function isLocked(written: string | undefined): boolean {
  const text = written?.trim() ?? '';
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username !== '' || password !== '';
}
