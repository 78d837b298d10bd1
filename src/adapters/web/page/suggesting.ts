// What the list of suggestions offers while somebody types: commands, then what the bot offers for the option at hand.

import type { WireCommand, WireOption, WirePage } from '../wire.ts';
import { type Asked, type Draft, pick, sendPicked } from './draft.ts';
import { keyAtCaret, matchCommands } from './line.ts';
import type { Item, Listbox } from './listbox.ts';
import { suggest } from './server.ts';
import { fill } from './strings.ts';

export interface Suggesting {
  update(draft: Draft): void;
  stop(): void;
}

interface Parts {
  readonly page: WirePage;
  readonly input: HTMLInputElement;
  readonly listbox: Listbox;
  readonly change: (draft: Draft) => void;
  readonly say: (text: string) => void;
  readonly sendNow: (asked: Asked) => void;
}

/** Long enough to skip the letters of a fast typist, short enough to feel at once. */
const pauseMs = 70;

export function createSuggesting({ page, input, listbox, change, say, sendNow }: Parts): Suggesting {
  const { strings, commands } = page;
  const person = { locale: page.locale, name: strings.youWithin };
  let under: AbortController | undefined;
  let offeredFor: WireOption | undefined;

  const stop = (): void => {
    under?.abort();
    under = undefined;
    listbox.hide();
  };

  const show = (items: readonly Item[], label: string, isFirstChosen: boolean): void => {
    listbox.show(items, label, isFirstChosen);
    if (items.length > 0) say(fill(strings.suggestionCount, { count: items.length }));
  };

  /** Asks the bot, and shows what it offers unless something else was typed meanwhile. */
  const offer = async (draft: Draft, command: WireCommand, at: At): Promise<void> => {
    under?.abort();
    const asking = new AbortController();
    under = asking;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (asking.signal.aborted) return;
    const given = Object.fromEntries([...draft.picked].map(([name, { value }]) => [name, value]));
    const body = { command: command.name, option: at.option.name, typed: at.typed, given, ...person };
    // Suggestions are a courtesy: where they fail, what was typed can still be sent.
    const offered = await suggest(body, asking.signal).catch(() => []);
    if (asking.signal.aborted) return;
    show(
      offered.map(({ label, value }) => ({
        label,
        // "Paul Greenberg · 3 episodes" is good to choose from; once picked, the name alone says it.
        pick: () => at.take({ label: label.startsWith(value) ? value : label, value }),
      })),
      strings.suggestions,
      false,
    );
  };

  return {
    stop,
    update: (draft) => {
      const matching = draft.command === undefined ? matchCommands(draft.text, commands) : [];
      if (matching.length > 0) {
        under?.abort();
        const items = matching.map((command) => ({
          label: `/${command.name}`,
          detail: command.description,
          pick: () => change({ ...draft, command, text: '' }),
        }));
        const isWhole = matching.some(({ name }) => `/${name}` === draft.text);
        return show(items, strings.commands, !isWhole);
      }
      const command = draft.command ?? (draft.text.startsWith('/') ? undefined : plain(commands));
      const at = command && whereAt(draft, command);
      if (command === undefined || at === undefined || !at.option.suggests) return stop();
      // What was offered for another option does not fit this one, not even until the bot has answered.
      if (at.option !== offeredFor) listbox.hide();
      offeredFor = at.option;
      void offer(draft, command, at);
    },
  };

  function whereAt(draft: Draft, command: WireCommand): At | undefined {
    const { active, text } = draft;
    if (active !== undefined) return { option: active, typed: text, take: (one) => change(pick(draft, active, one)) };
    const keyed = keyAtCaret(text, input.selectionStart ?? text.length, command.options);
    if (keyed !== undefined) {
      const without = `${text.slice(0, keyed.from)}${text.slice(keyed.to).trimStart()}`;
      const next = { ...draft, command, text: without };
      return { option: keyed.option, typed: keyed.typed, take: (one) => change(pick(next, keyed.option, one)) };
    }
    const words = command.options.find((option) => option.rest);
    if (words === undefined || text.trim() === '') return undefined;
    return { option: words, typed: text, take: (one) => sendNow(sendPicked(draft, command, words, one)) };
  }
}

interface At {
  readonly option: WireOption;
  readonly typed: string;
  take(one: { readonly label: string; readonly value: string }): void;
}

/** Plain words are meant for the first command that takes words. */
const plain = (commands: readonly WireCommand[]): WireCommand | undefined =>
  commands.find(({ options }) => options.some((option) => option.rest));
