// Reads Markdown as Discord's clients do, so that tests see what people see: the words, and whatever they were made into.
// Rules as in https://docs.discord.com/developers/reference#message-formatting and the clients' own grammar.

export interface Read {
  /** The words as shown, escapes undone. */
  readonly text: string;
  readonly bold: readonly string[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** People, roles, channels, commands, everybody. */
  readonly mentions: readonly string[];
  /** Anything else that was done to them: `heading`, `italic`, `emoji` … */
  readonly looks: readonly string[];
}

interface Findings {
  readonly bold: string[];
  readonly links: { label: string; url: string }[];
  readonly mentions: string[];
  readonly looks: string[];
}

export function readMarkdown(markdown: string): Read {
  const found: Findings = { bold: [], links: [], mentions: [], looks: [] };
  const lines = markdown.split('\n').map((line) => readLineStart(line, found));
  return { text: readInline(lines.join('\n'), found), ...found };
}

const lineStarts: readonly (readonly [string, RegExp])[] = [
  ['quote', /^ *>>> |^ *> /],
  ['heading', /^ *#{1,3}\s+(?=\S)/],
  ['small', /^ *-#\s+(?=\S)/],
  ['list', /^ *(?:[-*+]|\d{1,9}[.)])\s+(?=\S)/],
];

function readLineStart(line: string, found: Findings): string {
  for (const [look, pattern] of lineStarts) {
    const begun = pattern.exec(line);
    if (begun === null) continue;
    found.looks.push(look);
    return readLineStart(line.slice(begun[0].length), found);
  }
  return line;
}

/** Tried in this order at every place. The last element says what is shown instead. */
const inline: readonly {
  readonly pattern: RegExp;
  readonly show: (match: RegExpExecArray, found: Findings) => string;
}[] = [
  { pattern: /^¯\\_\(ツ\)_\/¯/, show: look('emoticon') },
  { pattern: /^```(?:[a-z0-9_+\-.]+?\n)?\n*([^\n][\s\S]*?)\n*```/i, show: verbatim('code block') },
  { pattern: /^\\([^0-9A-Za-z\s])/, show: (match) => match[1] ?? '' },
  { pattern: /^<([^: >]+:\/[^ >]+)>/, show: address },
  { pattern: /^((?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s])/, show: address },
  { pattern: /^(?:https?:\/\/)?(?:www\.)?(discord(?:app)?\.(?:gg|com\/invite|gift|new)\/\S+)/i, show: address },
  { pattern: /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\)]|\\.)*?)>?\s*\)/, show: masked },
  { pattern: /^<(@[!&]?\d+|#\d+|\/[^:>]+:\d+|id:\w+|@everyone|@here)>/, show: mention },
  { pattern: /^(@everyone|@here)/, show: mention },
  { pattern: /^<a?:\w+:\d+>/, show: look('emoji') },
  { pattern: /^:[^\s:]+?(?:::skin-tone-\d)?:/, show: look('emoji') },
  { pattern: /^<t:-?\d+(?::[tTdDfFRsS])?>/, show: look('timestamp') },
  { pattern: /^<[^\s<>@]+@[^\s<>]+>|^<\+\d+>/, show: look('contact') },
  { pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, show: bold },
  { pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, show: look('underline') },
  { pattern: /^\*(?=\S)((?:\\[\s\S]|\*\*|[^\\*])+?)\*(?!\*)/, show: look('italic') },
  { pattern: /^_((?:__|\\[\s\S]|[^\\_])+?)_(?![0-9A-Za-z])/, show: look('italic') },
  { pattern: /^~~((?:\\[\s\S]|[^\\])+?)~~/, show: look('strike') },
  { pattern: /^\|\|((?:\\[\s\S]|[^\\])+?)\|\|/, show: look('spoiler') },
  {
    pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/,
    show: (match, found) => verbatim('code')([match[0], match[2] ?? ''], found),
  },
];

function readInline(markdown: string, found: Findings): string {
  let shown = '';
  let rest = markdown;
  while (rest !== '') {
    const rule = inline.map((one) => ({ ...one, match: one.pattern.exec(rest) })).find(({ match }) => match !== null);
    if (rule?.match) {
      shown += rule.show(rule.match, found);
      rest = rest.slice(rule.match[0].length);
    } else {
      shown += rest.slice(0, 1);
      rest = rest.slice(1);
    }
  }
  return shown;
}

function bold(match: RegExpExecArray, found: Findings): string {
  const text = readInline(match[1] ?? '', found);
  found.bold.push(text);
  return text;
}

function masked(match: RegExpExecArray, found: Findings): string {
  const label = readInline(match[1] ?? '', found);
  found.links.push({ label, url: match[2] ?? '' });
  return label;
}

function address(match: RegExpExecArray, found: Findings): string {
  found.links.push({ label: match[1] ?? '', url: match[1] ?? '' });
  return match[0];
}

function mention(match: RegExpExecArray, found: Findings): string {
  found.mentions.push(match[0]);
  return match[0];
}

function look(name: string) {
  return (match: RegExpExecArray, found: Findings): string => {
    found.looks.push(name);
    return match[1] === undefined ? match[0] : readInline(match[1], found);
  };
}

function verbatim(name: string) {
  return (match: readonly string[], found: Findings): string => {
    found.looks.push(name);
    return match[1] ?? '';
  };
}
