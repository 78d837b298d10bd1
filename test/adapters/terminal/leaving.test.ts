// Who has left the prompt, or whose input has ended, is not prompted again: Node 24 and newer end the process for that.
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createTerminalAdapter } from '../../../src/adapters/terminal/adapter.ts';
import { createStyle } from '../../../src/adapters/terminal/style.ts';
import type { Answer, Invocation } from '../../../src/bot/command.ts';
import { createFakeBot } from '../web/fake-bot.ts';

const style = createStyle({ columns: 60, colours: false, hyperlinks: false });

/** What is written until the person has left, of a bot that answers when the input has ended. */
async function writtenTo(lines: string): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  const bot = createFakeBot();
  const ended = once(input, 'end');
  const run = async (asked: Invocation): Promise<Answer> => {
    await ended;
    return bot.run(asked);
  };
  const left = new Promise<void>((onLeave) => {
    const person = { id: 'terminal', name: 'Odalys' };
    createTerminalAdapter({ bot: { ...bot, run }, input, output, style, person, onLeave }).start();
  });
  input.end(lines);
  await left;
  return text(output.end());
}

test.each([
  ['says so', '99\n/exit\n', 2],
  ['ends the input with answers still to come', '/quote kettle\n99\n', 1],
])('nobody is prompted who %s', async (_, lines, prompts) => {
  const written = await writtenTo(lines);
  expect(written).toContain('There is no button 99.');
  expect(written.split('› ')).toHaveLength(prompts + 1);
});
