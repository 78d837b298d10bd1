import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createTerminalAdapter } from '../../../src/adapters/terminal/adapter.ts';
import { createStyle } from '../../../src/adapters/terminal/style.ts';
import { createFakeBot } from '../web/fake-bot.ts';

const style = createStyle({ columns: 60, colours: false, hyperlinks: false });

async function writtenFirst(output: PassThrough, locale: string): Promise<string> {
  const adapter = createTerminalAdapter({
    bot: createFakeBot(),
    input: new PassThrough(),
    output,
    style,
    person: { id: 'terminal', name: 'Odalys' },
    onLeave: () => {},
    locale,
  });
  await adapter.start();
  await adapter.stop();
  return String(output.read());
}

const aTerminal = () => Object.assign(new PassThrough(), { isTTY: true });

test.each([
  ['en', 'Type a few words you remember'],
  ['id', 'Ketik beberapa kata yang kamu ingat'],
])('whoever comes to the prompt is told what to type (%s)', async (locale, words) => {
  const written = await writtenFirst(aTerminal(), locale);
  expect(written).toContain(`▍ ${words}`);
  expect(written).toContain('/help');
  expect(written).toContain('/exit');
});

test('a script that pipes its lines in is not', async () => {
  expect(await writtenFirst(new PassThrough(), 'en')).not.toContain('/help');
});
