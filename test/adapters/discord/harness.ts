// Drives the Discord adapter for the contract of adapters: by the real client, over the stand-in, read as people see it.

import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import type { Bot } from '../../../src/bot/command.ts';
import type { OptionValue } from '../../../src/reply/reply.ts';
import type { Harness, Seen, SeenButton, SeenLink, SeenSuggestion, Someone } from '../../contract/harness.ts';
import type { Message } from '../../support/discord/desk.ts';
import { readMarkdown } from '../../support/discord/markdown.ts';
import { buttonPayload, commandPayload, menuPayload, type Scene } from '../../support/discord/payloads.ts';
import { componentsOf } from '../../support/discord/rules.ts';
import { FakeDiscord, token } from '../../support/discord/stand-in.ts';
import { keepingLog } from './running.ts';

export interface SeenOnDiscord extends Seen {
  readonly message: Message;
  readonly presses: readonly Pressable[];
}

interface Pressable extends SeenButton {
  readonly customId: string;
  /** Present: an option of a menu. */
  readonly value?: string;
}

export async function startDiscord(bot: Bot): Promise<Harness<SeenOnDiscord>> {
  const discord = await new FakeDiscord().open();
  const { log, lines } = keepingLog();
  // The contract presses faster than people can mean it.
  const timing = { doublePressMs: 0 };
  const adapter = createDiscordAdapter({ bot, token, apiUrl: discord.apiUrl, log, timing });
  await adapter.start();
  return {
    async send(person, command, options) {
      return see(await discord.answer(discord.send(commandPayload(command, texts(options), scene(person)))), undefined);
    },
    async press(person, seen, place) {
      const { customId, value } = seen.presses[place] ?? { customId: '' };
      const told = discord.desk.told(seen.message);
      const sent =
        value === undefined
          ? buttonPayload(told, customId, scene(person))
          : menuPayload(told, customId, value, scene(person));
      return see(await discord.answer(discord.send(sent)), seen.message);
    },
    async suggest(person, command, option, typed) {
      const choices = await discord.suggestions(command, option, { [option]: typed }, scene(person));
      return Array.isArray(choices) ? choices.map(({ name, value }): SeenSuggestion => ({ label: name, value })) : [];
    },
    async close() {
      await adapter.stop();
      await discord.end();
      const loud = lines.filter(({ level }) => level >= 40);
      if (loud.length + discord.violations.length > 0) {
        throw new Error(`Discord was not content: ${JSON.stringify([discord.violations, loud])}`);
      }
    },
  };
}

function scene({ id, name, locale }: Someone): Scene {
  return { person: { id, username: name, nick: name }, ...(locale === undefined ? {} : { locale }) };
}

function texts(options: Readonly<Record<string, OptionValue>>) {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );
}

function see(message: Message, pressed: Message | undefined): SeenOnDiscord {
  const all = componentsOf(message.body);
  const read = all.flatMap(({ type, content }) => (type === 10 ? [readMarkdown(String(content))] : []));
  const alts = all.flatMap(({ type, items }) =>
    type === 12 && Array.isArray(items) ? items.map((item) => String(item.description ?? '')) : [],
  );
  const quoted = all.flatMap(({ type, content }) =>
    type === 10
      ? String(content)
          .split('\n')
          .filter((line) => line.startsWith('> '))
      : [],
  );
  const presses = all.flatMap((component): Pressable[] => {
    const customId = String(component.custom_id ?? '');
    if (component.type === 2 && customId !== '') {
      return [{ label: String(component.label), disabled: component.disabled === true, customId }];
    }
    if (component.type !== 3 || !Array.isArray(component.options)) return [];
    return component.options.map(({ label, value }) => ({ label, value, customId, disabled: false }));
  });
  const links = all.flatMap(({ type, label, url }): SeenLink[] =>
    type === 2 && typeof url === 'string' ? [{ label: String(label), url }] : [],
  );
  return {
    message: { ...message },
    text: [...read.map(({ text }) => text), ...alts].join('\n'),
    highlighted: quoted.flatMap((line) => readMarkdown(line).bold),
    buttons: presses,
    presses,
    links: [...links, ...read.flatMap((one) => one.links)],
    mentions: read.flatMap((one) => one.mentions),
    visibility: message.ephemeral ? 'private' : 'public',
    replaced: message.id === pressed?.id,
  };
}
