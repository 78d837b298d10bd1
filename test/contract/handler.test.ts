// The contract against the handler itself, its replies as plain text: what holds here, adapters must not lose.

import type { Answer, Bot } from '../../src/bot/command.ts';
import { renderPlain } from '../../src/reply/plain.ts';
import type { Action, Reply } from '../../src/reply/reply.ts';
import { describeAdapterContract } from './adapter-contract.ts';
import type { Harness, Seen, SeenLink, Someone } from './harness.ts';

interface SeenReply extends Seen {
  readonly ids: readonly string[];
}

async function start(bot: Bot): Promise<Harness<SeenReply>> {
  return {
    send: async (person, command, options) => see(await bot.run({ command, options, ...asking(person) })),
    press: async (person, seen, place) => see(await bot.press({ id: seen.ids[place] ?? '', ...asking(person) })),
    suggest: (person, command, option, typed) =>
      bot.suggest({ command, option, typed, given: {}, ...asking(person) }).then((all) => [...all]),
    close: async () => {},
  };
}

function asking({ id, name, locale }: Someone) {
  return { person: { id, name }, ...(locale === undefined ? {} : { locale }) };
}

function see({ reply, delivery }: Answer): SeenReply {
  const actions = allActions(reply);
  const presses = actions.flatMap((action) => (action.kind === 'press' ? [action] : []));
  return {
    text: renderPlain(reply).replace(/^> /gm, ''),
    highlighted: reply.blocks.flatMap((block) =>
      block.kind === 'quote' ? block.highlights.map(([from, to]) => block.text.slice(from, to)) : [],
    ),
    buttons: presses.map(({ label, disabled = false }) => ({ label, disabled })),
    ids: presses.map(({ press }) => press),
    links: [...actions.flatMap((action) => (action.kind === 'open' ? [action] : [])), ...linksInside(reply)],
    mentions: [],
    visibility: reply.visibility,
    replaced: delivery === 'replace',
  };
}

function allActions(reply: Reply<string>): readonly Action<string>[] {
  const inside = reply.blocks.flatMap((block) => {
    if (block.kind === 'quote') return block.actions;
    return block.kind === 'list' ? block.items.flatMap(({ action }) => (action === undefined ? [] : [action])) : [];
  });
  return [...inside, ...reply.actions];
}

function linksInside(reply: Reply<string>): SeenLink[] {
  return reply.blocks.flatMap((block): SeenLink[] => {
    if (block.kind === 'quote') {
      return [block.moment, ...block.links].flatMap((link) =>
        link?.url === undefined ? [] : [{ label: link.label, url: link.url }],
      );
    }
    const spans =
      block.kind === 'text' || block.kind === 'notice'
        ? block.text
        : block.kind === 'facts'
          ? block.facts.flatMap(({ value }) => value)
          : block.kind === 'list'
            ? block.items.flatMap(({ text }) => text)
            : [];
    return spans.flatMap(({ text, url }) => (url === undefined ? [] : [{ label: text, url }]));
  });
}

describeAdapterContract('the handler', start, {
  company: true,
  replacing: true,
  suggestions: true,
  disabledButtons: true,
});
