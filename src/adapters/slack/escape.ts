// Text on its way to Slack and back: what goes out means nothing to Slack, what comes in is what was typed.

/**
 * For the few places that Slack reads as mrkdwn: no mention, link or entity survives. Formatting characters stay as they
 * are, since mrkdwn has no escape for them: foreign text goes into rich text and plain text alone, which format nothing.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Of one character, as `escapeText` may leave it. */
export const longestEntity = '&amp;'.length;

/**
 * A command's text as it was typed. With `should_escape` Slack sends `<@U123|name>`, `<#C1|name>`, `<https://…|label>`,
 * `<!subteam^S1|@group>` and entities; a `<` that was typed always comes as an entity, so that every other one is Slack's.
 * https://docs.slack.dev/interactivity/implementing-slash-commands#escaping_text
 */
export function unescapeText(text: string): string {
  return text
    .split(/(<[^<>]*>)/)
    .map((part, place) => decodeEntities(place % 2 === 1 ? typed(part.slice(1, -1)) : part))
    .join('');
}

function typed(reference: string): string {
  const bar = reference.indexOf('|');
  const target = bar === -1 ? reference : reference.slice(0, bar);
  const label = bar === -1 ? '' : reference.slice(bar + 1);
  const sign = target.charAt(0);
  // A private channel comes without its name (`<#C123|>`): then its id is all there is.
  if (sign === '@' || sign === '#') return sign + (label || target.slice(1));
  if (sign === '!') return label.startsWith('@') ? label : `@${label || target.slice(1)}`;
  return label || target;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** One pass, so that a typed `&lt;` (sent as `&amp;lt;`) stays what it was. */
function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (entity, name: string) => entities[name] ?? entity);
}

/** A lone surrogate or a NUL makes a payload that Slack refuses; neither can be read by anybody. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\uFFFD');
}

/** An address Slack accepts for links and buttons, or nothing. */
export function safeUrl(url: string | undefined, most: number): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && href.length <= most ? href : undefined;
}
