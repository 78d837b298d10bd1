// Reads the line that is being typed: which command it names, and which option the caret is in.

import type { WireCommand, WireOption } from '../wire.ts';

/** `/quote tik` as soon as the space after a known command's name is there. */
export function splitCommand(
  line: string,
  commands: readonly WireCommand[],
): { readonly command: WireCommand; readonly text: string } | undefined {
  const [whole, name] = /^\/(\S+)\s+/.exec(line) ?? [];
  const named = name?.toLowerCase() ?? '';
  const command = commands.find((one) => one.name === named || one.otherNames.includes(named));
  return command && { command, text: line.slice(whole?.length) };
}

/** `/quote`, a command's whole name. */
export function isCommand(line: string, commands: readonly WireCommand[]): boolean {
  return splitCommand(`${line} `, commands)?.text === '';
}

/** What a line without a known command asks for when it is sent: plain words are looked up as a quote. */
export function readLine(line: string, fallback: string): { readonly command: string; readonly text: string } {
  const [, name, text] = /^\/(\S*)\s*(.*)$/su.exec(line.trim()) ?? [];
  return name === undefined
    ? { command: fallback, text: line.trim() }
    : { command: name.toLowerCase(), text: text ?? '' };
}

/** The commands that a line such as `/qu` may become: those that start so, then those that hold it. */
export function matchCommands(line: string, commands: readonly WireCommand[]): readonly WireCommand[] {
  const typed = /^\/(\S*)$/.exec(line)?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  const names = (command: WireCommand): readonly string[] => [command.name, ...command.otherNames];
  const starting = commands.filter((command) => names(command).some((name) => name.startsWith(typed)));
  const holding = commands.filter((command) => names(command).some((name) => name.includes(typed)));
  return [...new Set([...starting, ...holding])];
}

export interface Keyed {
  readonly option: WireOption;
  readonly typed: string;
  /** Where the key and its value stand in the line. */
  readonly from: number;
  readonly to: number;
}

/** The option whose key the caret stands behind: in `tiktok from:pau` it is the speaker. */
export function keyAtCaret(line: string, caret: number, options: readonly WireOption[]): Keyed | undefined {
  const before = line.slice(0, caret);
  const match = /(?:^|\s)([\p{L}_]+):(?:["“]([^"”]*)|(\S*))$/u.exec(before);
  if (match === null) return undefined;
  const key = match[1]?.toLowerCase();
  const option = options.find((one) => one.name === key || one.key === key);
  if (option === undefined || option.rest) return undefined;
  const from = before.length - match[0].trimStart().length;
  return { option, typed: match[2] ?? match[3] ?? '', from, to: caret };
}
