// What Discord gets for every answer there is, as files: `vitest run -u` writes them anew, and the difference is for reading.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { type Form, renderDiscord } from '../../../src/adapters/discord/render.ts';
import type { Answer } from '../../../src/bot/command.ts';
import { mapPresses } from '../../../src/reply/map-presses.ts';
import type { OptionValue, Reply } from '../../../src/reply/reply.ts';
import { everything } from '../../contract/everything.ts';
import { brokenMessageRules } from '../../support/discord/rules.ts';
import { type Fixture, openFixture } from '../../support/fixture-library.ts';

let fixture: Fixture;
let people = 0;

beforeAll(async () => {
  fixture = await openFixture({ commands: [...commands, everything] });
});
afterAll(() => fixture.close());

/** Somebody new each time, so that nobody asks too fast. */
function person() {
  people += 1;
  return { id: String(people), name: 'Ana' };
}

function run(command: string, options: Readonly<Record<string, OptionValue>>, locale = 'en-US'): Promise<Answer> {
  return fixture.bot.run({ command, options, person: person(), locale, prefix: '/' });
}

/** Ids are made by chance: numbers in their place. */
function rendered(reply: Reply<string>, form: Form): string {
  let count = 0;
  const numbered = mapPresses(reply, () => {
    count += 1;
    return `press-${count}`;
  });
  const body = renderDiscord(numbered, form);
  expect(brokenMessageRules(body)).toEqual([]);
  return `${JSON.stringify(body, undefined, 2)}\n`;
}

const file = (name: string) => `../../golden/discord/${name}.json`;

describe('answers as cards', () => {
  test.each([
    ['quote', 'quote', { words: 'tiktok' }],
    ['quote-nothing-found', 'quote', { words: 'tiktik' }],
    ['episode', 'episode', { title: 'tiktok' }],
    ['episodes', 'episodes', {}],
    ['speaker', 'speaker', { name: 'jonas' }],
    ['speakers', 'speakers', {}],
    ['help', 'help', {}],
    ['everything', 'everything', {}],
  ] as const)('%s', async (name, command, options) => {
    const { reply } = await run(command, options);
    await expect(rendered(reply, 'card')).toMatchFileSnapshot(file(name));
  });

  test('quote in Indonesian, in private', async () => {
    const { reply } = await run('quote', { words: 'data', private: true }, 'id');
    await expect(rendered(reply, 'card')).toMatchFileSnapshot(file('quote-indonesian-private'));
  });

  test('context', async () => {
    const asker = person();
    const { reply } = await fixture.bot.run({ command: 'quote', options: { words: 'nephew' }, person: asker });
    const quote = reply.blocks.find((block) => block.kind === 'quote');
    const action = quote?.kind === 'quote' ? quote.actions.find(({ label }) => label === 'Context') : undefined;
    const context = await fixture.bot.press({ id: action?.kind === 'press' ? action.press : '', person: asker });
    await expect(rendered(context.reply, 'card')).toMatchFileSnapshot(file('context'));
  });
});

test.each(['embed', 'plain', 'bare'] as const)('everything as %s', async (form) => {
  const { reply } = await run('everything', {});
  await expect(rendered(reply, form)).toMatchFileSnapshot(file(`everything-${form}`));
});
