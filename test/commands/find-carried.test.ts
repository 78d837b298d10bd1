// What is pressed under an old quote is about that quote, wherever a new import has put it: shared words have been seen.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderPlain } from '../../src/reply/plain.ts';
import type { Action } from '../../src/reply/reply.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { record, said } from '../library/record.ts';
import { type Fixture, openFixture } from '../support/fixture-library.ts';

const person = { id: 'person', name: 'Ana' };
const toaster = 'I never trusted a toaster in my life.';
const before = [...said('Mira Sand', 'Kettles are the finest of all machines.'), ...said('Jonas Pell', toaster)];
const opening = said('Mira Sand', 'Welcome to the show.', 'The silence is broken.');

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture({ episodes: [record('a', before)] });
});
afterAll(() => fixture.close());

/** Asks for the quote, imports the episode as it is then each time, and presses what stood under the quote. */
async function pressAfter(label: string, ...then: readonly (typeof before)[]): Promise<readonly string[]> {
  await fixture.library.shelve(record('a', before));
  const bot = fixture.restart({ search: createSearch(fixture.library) });
  const { reply } = await bot.run({ command: 'quote', options: { words: 'toaster', private: true }, person });
  const actions = reply.blocks.flatMap((block): readonly Action<string>[] => ('actions' in block ? block.actions : []));
  const button = actions.find((action) => action.label === label);
  if (button?.kind !== 'press') throw new Error('There is no such button.');
  const told: string[] = [];
  for (const now of then) {
    await fixture.library.shelve(record('a', now));
    told.push(renderPlain((await bot.press({ id: button.press, person })).reply));
  }
  return told;
}

test.each(['Share', 'Context'])('%s finds the passage where it is now', async (label) => {
  const [told] = await pressAfter(label, [...opening, ...before]);
  expect(told).toContain(toaster);
  expect(told).not.toContain('Welcome to the show.');
});

test.each(['Share', 'Context'])('%s shows nothing else where nobody says it any more', async (label) => {
  expect(await pressAfter(label, opening)).toEqual(['That quote is no longer in the library.']);
});

test('what could not be shared is shared once it is there again, and not twice', async () => {
  const [gone, shared, again] = await pressAfter('Share', opening, before, before);
  expect(gone).toBe('That quote is no longer in the library.');
  expect(shared).toContain('Shared by Ana');
  expect(again).not.toContain(toaster);
});
