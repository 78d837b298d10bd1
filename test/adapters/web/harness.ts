// The console as the contract of adapters drives it: asked as its page asks, and read as its page draws.

import type { WireAction, WireAnswer, WireBlock, WireReply, WireSpan } from '../../../src/adapters/web/wire.ts';
import type { Bot } from '../../../src/bot/command.ts';
import type { Harness, Seen, SeenLink, SeenSuggestion, Someone } from '../../contract/harness.ts';
import { openConsole } from './console.ts';

interface SeenOnPage extends Seen {
  /** What the buttons carry, in order. */
  readonly presses: readonly string[];
}

export async function startWebHarness(bot: Bot): Promise<Harness<SeenOnPage>> {
  const web = await openConsole(bot);

  async function ask(path: string, person: Someone, body: object): Promise<unknown> {
    const response = await fetch(`${web.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `verbatim_person=${person.id.padStart(36, '0')}` },
      body: JSON.stringify({ ...body, name: person.name, locale: person.locale ?? '' }),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }

  return {
    send: async (person, command, options) =>
      look((await ask('/api/run', person, { command, text: '', options })) as WireAnswer),
    press: async (person, seen, place) =>
      look((await ask('/api/press', person, { id: seen.presses[place] })) as WireAnswer),
    suggest: async (person, command, option, typed) =>
      (await ask('/api/suggest', person, { command, option, typed, given: {} })) as readonly SeenSuggestion[],
    close: () => web.close(),
  };
}

function look({ delivery, reply }: WireAnswer): SeenOnPage {
  const actions = [...reply.blocks.flatMap(actionsOf), ...reply.actions];
  const buttons = actions.filter((action) => action.kind === 'press');
  return {
    text: textOf(reply).join('\n'),
    highlighted: reply.blocks.flatMap((block) =>
      block.kind === 'quote' ? block.runs.filter((run) => run.isHighlighted).map(({ text }) => text) : [],
    ),
    buttons: buttons.map(({ label, isDisabled }) => ({ label, disabled: isDisabled })),
    presses: buttons.map(({ press }) => press),
    links: [...reply.blocks.flatMap(linksOf), ...actions.flatMap((action) => (action.kind === 'open' ? [action] : []))],
    mentions: [],
    visibility: reply.isPrivate ? 'private' : 'public',
    replaced: delivery === 'replace',
  };
}

/** Everything to read, in the order in which draw.ts draws it. */
export function textOf({ blocks, actions }: WireReply): readonly string[] {
  return [...blocks.flatMap(readBlock), ...actions.map(({ label }) => label)];
}

const words = (spans: readonly WireSpan[]): string => spans.map(({ text }) => text).join('');
const labels = (actions: readonly WireAction[]): readonly string[] => actions.map(({ label }) => label);

function readBlock(block: WireBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'text':
    case 'notice':
      return [words(block.text)];
    case 'quote': {
      const { runs, speaker, episode, podcast, date, caveat, moment, links, actions } = block;
      const source = [speaker, episode, podcast, date, caveat, moment?.label].filter((part) => part !== undefined);
      const said = runs.map(({ text }) => text).join('');
      return [said, ...source, ...labels(actions), ...links.map(({ label }) => label)];
    }
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, words(value)]);
    case 'list':
      return block.items.flatMap(({ text, detail, action }) => [
        words(text),
        ...(detail === undefined ? [] : [detail]),
        ...(action === undefined ? [] : [action.label]),
      ]);
    case 'image':
      return [block.alt];
  }
}

function actionsOf(block: WireBlock): readonly WireAction[] {
  if (block.kind === 'quote') return block.actions;
  return block.kind === 'list' ? block.items.flatMap(({ action }) => action ?? []) : [];
}

const linked = (spans: readonly WireSpan[]): readonly SeenLink[] =>
  spans.flatMap(({ text, url }) => (url === undefined ? [] : [{ label: text, url }]));

function linksOf(block: WireBlock): readonly SeenLink[] {
  switch (block.kind) {
    case 'text':
    case 'notice':
      return linked(block.text);
    case 'quote': {
      const { moment, links } = block;
      return [...(moment?.url === undefined ? [] : [{ label: moment.label, url: moment.url }]), ...links];
    }
    case 'facts':
      return block.facts.flatMap(({ value }) => linked(value));
    case 'list':
      return block.items.flatMap(({ text }) => linked(text));
    default:
      return [];
  }
}
