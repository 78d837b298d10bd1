// The address of a feed as people have it: with the schemes that podcast programs made up, or with none.

/** What stands for http(s) on subscribe buttons. */
const madeUp = /^(?:feed|podcasts?|pcast|itpc|itms-podcasts?):(?:\/\/)?(?=.)/i;

/** `undefined` where it is no address at all. Whether it may be asked is for the fetcher to say. */
export function readFeedAddress(typed: string): string | undefined {
  const text = typed.trim();
  const bare = text.replace(madeUp, '');
  const hasHost = bare !== text || isHostAndPath(bare);
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(bare) ? bare : hasHost ? `https://${bare}` : undefined;
  if (whole === undefined || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  url.hash = '';
  return url.href;
}

/** `feeds.example.org/show`: a name with a dot before the first slash, and nothing that an address would not have. */
function isHostAndPath(text: string): boolean {
  return /^[^\s/:@]+\.[a-z]{2,}(?::\d+)?(?:[/?]\S*)?$/i.test(text);
}
