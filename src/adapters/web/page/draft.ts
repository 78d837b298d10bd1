// The message that is being written: a command, options that were picked, and the text in the box.

import type { WireCommand, WireOption, WireOptions, WirePage } from '../wire.ts';
import { isCommand, readLine, splitCommand } from './line.ts';

export interface Picked {
  readonly label: string;
  readonly value: string | boolean;
}

/** `active`: the option whose value the box holds; without one it holds the command's words, or the whole line. */
export interface Draft {
  readonly command?: WireCommand | undefined;
  readonly picked: ReadonlyMap<string, Picked>;
  readonly active?: WireOption | undefined;
  readonly text: string;
  /** The words, while the box holds the active option's value. */
  readonly words: string;
}

/** What is sent, and how the conversation shows it. */
export interface Asked {
  readonly command: string;
  readonly text: string;
  readonly options: WireOptions;
  readonly shown: {
    readonly command: string;
    readonly picked: readonly { readonly name: string; readonly label: string }[];
    readonly text: string;
  };
}

export const emptyDraft: Draft = { picked: new Map(), text: '', words: '' };

/** The box holds something else now. */
export function typed(draft: Draft, text: string, { commands }: Pick<WirePage, 'commands'>): Draft {
  if (draft.active !== undefined) return { ...draft, text };
  const split = splitCommand(text, commands);
  // Another command among the words of one is what is meant now; its own name once more was pasted with the words.
  if (split !== undefined)
    return draft.command === split.command ? { ...draft, ...split } : { ...emptyDraft, ...split };
  return draft.command !== undefined && isCommand(text, commands) ? { ...emptyDraft, text } : { ...draft, text };
}

/** All that stood in the box was taken away at once: the command goes with it, unless something was picked for it. */
export function clear(draft: Draft): Draft {
  return draft.active === undefined && draft.picked.size === 0 ? emptyDraft : { ...draft, text: '' };
}

/** The box takes the option's value next; a flag needs none, it is turned on or off. */
export function activate(draft: Draft, option: WireOption, flagLabel: string): Draft {
  if (option.kind !== 'flag') {
    const settled = settle(draft);
    return { ...settled, active: option, words: settled.text, text: settled.picked.get(option.name)?.label ?? '' };
  }
  return draft.picked.has(option.name)
    ? drop(draft, option.name)
    : pick(draft, option, { label: flagLabel, value: true });
}

/** What the box holds becomes the active option's value, or nothing where it is empty. */
export function settle(draft: Draft): Draft {
  if (draft.active === undefined) return draft;
  const value = draft.text.trim();
  return value === '' ? drop(draft, draft.active.name) : pick(draft, draft.active, { label: value, value });
}

export function pick(draft: Draft, option: WireOption, picked: Picked): Draft {
  return rest(draft, new Map([...draft.picked, [option.name, picked]]));
}

export function drop(draft: Draft, name: string): Draft {
  return rest(draft, new Map([...draft.picked].filter(([other]) => other !== name)));
}

const rest = (draft: Draft, picked: Draft['picked']): Draft => ({
  command: draft.command,
  picked,
  text: draft.active === undefined ? draft.text : draft.words,
  words: '',
});

/** One step back at the start of the box: the active option goes, or the one picked last, or the command. */
export function stepBack(draft: Draft): Draft {
  const last = draft.active?.name ?? [...draft.picked.keys()].at(-1);
  if (last !== undefined) return drop(draft, last);
  return draft.command === undefined ? draft : { ...emptyDraft, text: `/${draft.command.name}${draft.text}` };
}

/** `undefined`: there is nothing to send yet. */
export function send(draft: Draft, { commands }: Pick<WirePage, 'commands'>): Asked | undefined {
  const { command, picked, text } = settle(draft);
  if (command === undefined && text.trim().replace(/^\//, '') === '') return undefined;
  const fallback = commands.find(({ options }) => options.some((option) => option.rest))?.name ?? 'quote';
  const line = command === undefined ? readLine(text, fallback) : { command: command.name, text: text.trim() };
  return {
    ...line,
    options: Object.fromEntries([...picked].map(([name, { value }]) => [name, value])),
    shown: { ...line, picked: [...picked].map(([name, { label }]) => ({ name, label })) },
  };
}

/** A quote that was picked from the suggestions is asked for as it is. */
export function sendPicked(draft: Draft, command: WireCommand, option: WireOption, picked: Picked): Asked {
  const options = Object.fromEntries([...draft.picked].map(([name, { value }]) => [name, value]));
  return {
    command: command.name,
    text: '',
    options: { ...options, [option.name]: picked.value },
    shown: {
      command: command.name,
      picked: [...draft.picked].map(([name, { label }]) => ({ name, label })),
      text: picked.label,
    },
  };
}
