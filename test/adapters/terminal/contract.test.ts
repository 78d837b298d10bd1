// The terminal keeps the contract of adapters: everybody at a prompt of their own, reading what comes out.
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { createTerminalAdapter } from '../../../src/adapters/terminal/adapter.ts';
import { createStyle } from '../../../src/adapters/terminal/style.ts';
import type { Bot } from '../../../src/bot/command.ts';
import { known } from '../../../src/text/known.ts';
import { describeAdapterContract } from '../../contract/adapter-contract.ts';
import { asTyped, type Harness, type Seen, type Someone } from '../../contract/harness.ts';

/** Wide enough that nothing wraps: wrapping has its own tests. */
const style = createStyle({ columns: 100_000, colours: true, hyperlinks: true });
const prompt = style.strong('› ');

interface Prompt {
  type(line: string): Promise<string>;
  close(): Promise<void>;
}

async function openPrompt(bot: Bot, { id, name, locale }: Someone): Promise<Prompt> {
  const input = new PassThrough();
  const output = new PassThrough();
  let written = '';
  output.on('data', (chunk: Buffer) => {
    written += chunk.toString();
    if (written.endsWith(prompt)) output.emit('prompt');
  });
  const adapter = createTerminalAdapter({
    bot,
    input,
    output,
    style,
    person: { id, name },
    onLeave: () => {},
    ...known({ locale }),
  });
  const ready = once(output, 'prompt');
  await adapter.start();
  await ready;
  let before: Promise<unknown> = Promise.resolve();
  return {
    type: (line) => {
      const answered = before.then(async () => {
        written = '';
        const next = once(output, 'prompt');
        input.write(`${line}\n`);
        await next;
        return written.slice(0, -prompt.length);
      });
      before = answered;
      return answered;
    },
    close: () => adapter.stop(),
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what terminals are steered by.
const hyperlink = /\u001B\]8;;([^\u0007]+)\u0007(.*?)\u001B\]8;;\u0007/gs;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what terminals are steered by.
const highlight = /\u001B\[1m\u001B\[33m(.*?)\u001B\[39m\u001B\[22m/gs;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what terminals are steered by.
const colours = /\u001B\[\d+m/g;

interface SeenOnScreen extends Seen {
  /** What to type to press each button. */
  readonly numbers: readonly string[];
}

function read(screen: string): SeenOnScreen {
  const plain = screen.replace(hyperlink, '$2').replace(colours, '');
  const buttons = [...plain.matchAll(/\[(\d+)\] (.+?)(?= {3}|$)/gm)];
  return {
    text: plain.replace(/^(?:[┃│▍] | {2})|\[\d+\] /gm, ''),
    highlighted: [...screen.matchAll(highlight)].map((match) => match[1] ?? ''),
    buttons: buttons.map((match) => ({ label: match[2] ?? '', disabled: false })),
    numbers: buttons.map((match) => match[1] ?? ''),
    links: [...screen.matchAll(hyperlink)].map((match) => ({
      url: match[1] ?? '',
      label: (match[2] ?? '').replace(colours, ''),
    })),
    mentions: [],
    visibility: 'public',
    replaced: false,
  };
}

async function start(bot: Bot): Promise<Harness<SeenOnScreen>> {
  const prompts = new Map<string, Promise<Prompt>>();
  const promptOf = (person: Someone): Promise<Prompt> => {
    const opened = prompts.get(person.id) ?? openPrompt(bot, person);
    prompts.set(person.id, opened);
    return opened;
  };
  return {
    send: async (person, command, options) =>
      read(await (await promptOf(person)).type(`/${command} ${asTyped(bot, command, options)}`)),
    press: async (person, seen, place) => read(await (await promptOf(person)).type(seen.numbers[place] ?? '')),
    suggest: async () => [],
    close: async () => {
      for (const opened of prompts.values()) await (await opened).close();
    },
  };
}

describeAdapterContract('the terminal', start, {
  company: false,
  replacing: false,
  suggestions: false,
  disabledButtons: false,
});
