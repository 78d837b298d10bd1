// A command's options: read from typed text, and checked against the declaration before the command runs.

import type { OptionValue } from '../reply/reply.ts';
import type { Command, Option } from './command.ts';

type Values = Readonly<Record<string, OptionValue>>;

const quotedRun = /["“”„«][^"“”„«»]*["“”»]/gu;
const quotedStart = /^\s*["“”„«]([^"“”„«»]*)["“”»]/u;
const yes = new Set(['yes', 'true', '1', 'on', 'ya', 'y']);
const no = new Set(['no', 'false', '0', 'off', 'tidak', 'n']);

/**
 * What somebody typed after a command, as its options: `from:"Paul Greenberg"` for an option with the key `from`, all
 * else for the one that takes the rest. One that understands the query syntax itself is left all but the flags.
 */
export function readOptions(command: Command, text: string): Values {
  const declared = Object.entries(command.options);
  const typed = withoutName(command, text);
  const rest = declared.find(([, option]) => option.rest !== undefined);
  const keyed = declared.filter(([, option]) => rest?.[1].rest !== 'query' || option.kind === 'flag');
  const { values, left } = takeKeyed(typed, keyed);
  const words = left.trim();
  if (rest === undefined || words === '' || rest[0] in values) return values;
  return { ...values, [rest[0]]: rest[1].rest === 'query' ? words : unquote(words) };
}

/** Whoever pastes a whole line where its words belong pastes the command's name as well: `/quote tiktok`. */
function withoutName(command: Command, text: string): string {
  const names = [command.name, ...Object.values(command.localNames ?? {})];
  return text.replace(new RegExp(`^\\s*/(?:${names.join('|')})\\s+(?=\\S)`, 'iu'), '');
}

/** As `readOptions` for what stands in a `query` option: flags typed among the words count on every platform. */
export function takeFlags(command: Command, given: Values): Values {
  const query = Object.entries(command.options).find(([, option]) => option.rest === 'query')?.[0];
  const typed = query === undefined ? undefined : given[query];
  if (query === undefined || typeof typed !== 'string') return given;
  const { [query]: _typed, ...others } = given;
  return { ...readOptions(command, typed), ...others };
}

type Entry = readonly [name: string, option: Option];

/** What the keys name, and the text without it. Keys inside quotation marks are words like any. */
function takeKeyed(text: string, options: readonly Entry[]): { readonly values: Values; readonly left: string } {
  const byKey = new Map(options.flatMap((entry) => [entry[0], entry[1].key ?? entry[0]].map((key) => [key, entry])));
  if (byKey.size === 0) return { values: {}, left: text };
  const key = new RegExp(`(?<!\\S)(${[...byKey.keys()].join('|')}):`, 'giu');
  const unquotedText = text.replace(quotedRun, (run) => '\0'.repeat(run.length));
  const found = [...unquotedText.matchAll(key)];

  const values: Record<string, OptionValue> = {};
  let left = text.slice(0, found[0]?.index);
  found.forEach((match, place) => {
    const entry = byKey.get(match[1]?.toLowerCase() ?? '');
    if (entry === undefined) return;
    const [name, option] = entry;
    const after = text.slice(match.index + match[0].length, found[place + 1]?.index);
    const { value, rest } = takeValue(after, option);
    if (value !== '') values[name] = value;
    left = `${left.trimEnd()} ${rest.trimStart()}`;
  });
  return { values, left };
}

function takeValue(after: string, option: Option): { readonly value: OptionValue; readonly rest: string } {
  const quoted = quotedStart.exec(after);
  if (quoted !== null) return { value: quoted[1]?.trim() ?? '', rest: after.slice(quoted[0].length) };
  if (option.untilNextKey) return { value: after.trim(), rest: '' };
  const word = /^\s*(\S*)/.exec(after);
  const value = word?.[1] ?? '';
  const rest = after.slice(word?.[0].length);
  if (option.kind !== 'flag') return { value, rest };
  if (no.has(value.toLowerCase())) return { value: false, rest };
  // `private: tiktok` is a flag and a word.
  return { value: true, rest: yes.has(value.toLowerCase()) ? rest : after };
}

function unquote(text: string): string {
  const quoted = quotedStart.exec(text);
  return quoted !== null && quoted[0].length === text.length ? (quoted[1] ?? text) : text;
}

/** `missing`: a required option without a value. */
export type Checked = { readonly values: Values } | { readonly missing: string; readonly option: Option };

/** Values of the kinds the declaration names; what it does not name, or is of another kind, is left out. */
export function checkOptions(command: Command, given: Values): Checked {
  const values: Record<string, OptionValue> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const fits = value === undefined ? undefined : fitting(value, option.kind === 'flag' ? 'flag' : 'text');
    if (fits !== undefined && fits !== '') values[name] = fits;
    else if (option.required) return { missing: name, option };
  }
  for (const [name, kind] of Object.entries(command.carried ?? {})) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const fits = value === undefined ? undefined : fitting(value, kind);
    if (fits !== undefined) values[name] = fits;
  }
  return { values };
}

function fitting(value: OptionValue, kind: 'text' | 'number' | 'flag'): OptionValue | undefined {
  switch (kind) {
    case 'text':
      return String(value).trim() === '' ? '' : String(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : yes.has(String(value).toLowerCase());
  }
}
