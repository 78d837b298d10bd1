// What every adapter must do alike, in Slack, over both of its ways in.

import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { expect, vi } from 'vitest';
import { createHttpPort } from '../../../src/adapters/http.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import type { Bot } from '../../../src/bot/command.ts';
import { describeAdapterContract } from '../../contract/adapter-contract.ts';
import { asTyped, type Harness, type Seen, type SeenLink, type Someone } from '../../contract/harness.ts';
import { type Json, object, pingsIn } from '../../support/slack/message-rules.ts';
import { buttonsOf, labelOf, type Shown, SlackStandIn } from '../../support/slack/stand-in.ts';
import { type Transport, transports } from './start.ts';

interface SeenInSlack extends Seen {
  readonly shown: Shown;
  readonly pressable: readonly Json[];
}

const calls = { help: 'verbatim' };
/** A second press within it is taken for the same one, as of a trembling finger. */
const samePressMs = 600;

async function start(bot: Bot, transport: Transport): Promise<Harness<SeenInSlack>> {
  const slack = await new SlackStandIn().start();
  const log = pino({ level: 'silent' });
  const http = createHttpPort({ host: '127.0.0.1', port: 0, log });
  await http.start();
  const { botToken, appToken, signingSecret, apiUrl } = slack;
  const way = transport === 'Socket Mode' ? { appToken } : { signingSecret, http };
  const adapter = createSlackAdapter({ bot, log, botToken, apiUrl, ...way });
  await adapter.start();
  if (transport === 'signed requests') slack.eventsUrl = `${http.url()}/slack/events`;
  const pressed = new Set<string>();

  /** Slack knows them from now on. */
  const known = ({ id, name, locale }: Someone): { user: string } => {
    if (locale !== undefined) slack.people.set(`U${id}`, { name, locale });
    return { user: `U${id}` };
  };

  return {
    async send(person, command, options) {
      const name = calls[command as keyof typeof calls] ?? command;
      const text = asTyped(bot, command, options).replace(
        /[&<>]/g,
        (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt' }[sign]};`,
      );
      return see(await slack.answerTo(await slack.type(`/${name}`, text, known(person))));
    },
    async press(person, { shown, pressable }, place) {
      const button = object(pressable[place]);
      const key = `${person.id} ${button.value}`;
      if (pressed.has(key)) await sleep(samePressMs);
      pressed.add(key);
      return see(await slack.answerTo(await slack.pressButton(button, shown, known(person))));
    },
    async suggest(person, command, option, typed) {
      slack.who = { ...slack.who, ...known(person) };
      const before = slack.views.length;
      await slack.type(`/${command}`);
      await vi.waitFor(() => expect(slack.views.length).toBeGreaterThan(before));
      const options = await slack.search(option, typed);
      return options
        .map(({ text, description, value }) => {
          const line = String(object(text).text);
          const rest = description === undefined ? '' : String(object(description).text);
          return { label: rest === '' ? line : line.replace(/…$/, ' ') + rest.replace(/^…/, ''), value: String(value) };
        })
        .filter(({ value }) => value !== typed);
    },
    async close() {
      await adapter.stop();
      await http.stop();
      await slack.close();
    },
  };
}

function see(shown: Shown): SeenInSlack {
  const { message } = shown;
  const buttons = buttonsOf(message);
  const pressable = buttons.filter((button) => button.value !== undefined);
  const texts: string[] = [];
  const highlighted: string[] = [];
  const links: SeenLink[] = buttons.flatMap((button) =>
    button.url === undefined ? [] : [{ label: labelOf(button), url: String(button.url) }],
  );
  const read = (value: unknown, inQuote: boolean): void => {
    if (Array.isArray(value)) for (const inner of value) read(inner, inQuote);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const part = object(value);
    if (part.type === 'button') return;
    if (typeof part.text === 'string') {
      const linked = part.type === 'mrkdwn' ? /^<([^|]*)\|(.*)>$/.exec(part.text) : null;
      if (linked !== null) links.push({ url: decode(linked[1] ?? ''), label: decode(linked[2] ?? '') });
      if (part.type === 'link') links.push({ url: String(part.url), label: part.text });
      texts.push(linked === null ? part.text : decode(linked[2] ?? ''));
      if (inQuote && object(part.style ?? {}).bold === true) highlighted.push(part.text);
      return;
    }
    if (typeof part.alt_text === 'string') texts.push(part.alt_text);
    for (const inner of Object.values(part)) read(inner, inQuote || part.type === 'rich_text_quote');
    if (part.type !== undefined) texts.push('\n');
  };
  read(message.blocks, false);
  return {
    shown,
    pressable,
    text: texts.join(''),
    highlighted,
    buttons: pressable.map((button) => ({ label: labelOf(button), disabled: false })),
    links,
    mentions: pingsIn(message),
    visibility: shown.to === 'everybody' ? 'public' : 'private',
    replaced: shown.replaced,
  };
}

const decode = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

for (const transport of transports) {
  describeAdapterContract(`Slack over ${transport}`, (bot) => start(bot, transport), {
    company: true,
    replacing: true,
    suggestions: true,
    disabledButtons: false,
    calls,
  });
}
