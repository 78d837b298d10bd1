// Makes what others wrote inert. The page sets all texts as text; what is left are addresses.

/** The address if a click on it may only lead to a web page; `javascript:` and its like are dropped. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  return /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}
