// The bot in a terminal: a prompt that takes commands, presses buttons by their number and completes with Tab.

import { createInterface, type Interface } from 'node:readline';
import type { Answer, Asker, Bot } from '../../bot/command.ts';
import { localeFor, messagesFor } from '../../i18n/languages.ts';
import type { RichText } from '../../reply/reply.ts';
import { plain } from '../../reply/rich-text.ts';
import type { Adapter } from '../adapter.ts';
import { completeLine } from './complete.ts';
import { receiveLine } from './receive.ts';
import { renderNotice, renderTerminal } from './render.ts';
import type { Style } from './style.ts';

export interface TerminalOptions {
  readonly bot: Bot;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly style: Style;
  readonly person: Asker;
  /** As in `LANG`; absent: the bot's default. */
  readonly locale?: string;
  /** Called when the person leaves. */
  readonly onLeave: () => void;
}

export function createTerminalAdapter(options: TerminalOptions): Adapter {
  const { bot, input, output, style, person } = options;
  const locale = options.locale === undefined ? {} : { locale: options.locale };
  const messages = messagesFor(localeFor(options.locale, 'en'));
  let prompt: Interface | undefined;
  /** What the numbers mean. They go on from answer to answer, so that a button further up still works. */
  const buttons: string[] = [];
  let underWay: Promise<void> = Promise.resolve();

  const show = ({ reply }: Answer): void => {
    const rendered = renderTerminal(reply, style, buttons.length + 1);
    buttons.push(...rendered.buttons);
    output.write(`\n${rendered.text}\n\n`);
  };

  const tell = (text: RichText): void => {
    output.write(`\n${renderNotice(text, 'info', style)}\n\n`);
  };

  const answer = async (line: string): Promise<void> => {
    const typed = receiveLine(line);
    if (typed.kind === 'leave') return prompt?.close();
    if (typed.kind === 'press') {
      const id = buttons[typed.button - 1];
      if (id === undefined) return tell(plain(messages.platform.noButton(typed.button, buttons.length)));
      show(await bot.press({ id, person, ...locale }));
    }
    if (typed.kind === 'command') {
      const { command, text } = typed;
      show(await bot.run({ command, options: bot.read(command, text), person, prefix: '/', ...locale }));
    }
  };

  return {
    name: 'terminal',
    async start() {
      const isTerminal = 'isTTY' in output && output.isTTY === true;
      if (isTerminal) tell(messages.platform.greeting('/help', '/exit'));
      const opened = createInterface({
        input,
        output,
        terminal: isTerminal,
        prompt: style.strong('› '),
        completer: (line: string, done: (error: null, result: [string[], string]) => void) => {
          completeLine(bot, person, line).then((result) => done(null, result));
        },
      });
      prompt = opened;
      opened.on('line', (line) => {
        // One after another, so that answers stand in the order of the questions.
        // Who has left, or whose input has ended, is prompted no more: newer versions of Node take that for an error.
        underWay = underWay.then(() => answer(line)).then(() => prompt?.prompt());
      });
      opened.on('close', () => {
        prompt = undefined;
        underWay.then(options.onLeave);
      });
      opened.prompt();
    },
    async stop() {
      prompt?.close();
      await underWay;
    },
    health: () => ({ ready: prompt !== undefined, detail: 'a prompt in this terminal' }),
  };
}
