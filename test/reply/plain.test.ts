// A reply as plain text: nothing of what it says is lost.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { mapPresses } from '../../src/reply/map-presses.ts';
import { renderPlain } from '../../src/reply/plain.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { everything } from '../contract/everything.ts';
import { type Fixture, openFixture } from '../support/fixture-library.ts';

let fixture: Fixture;
let reply: Reply<string>;
beforeAll(async () => {
  fixture = await openFixture({ commands: [everything] });
  reply = (await fixture.bot.run({ command: 'everything', options: {}, person: { id: 'ana', name: 'Ana' } })).reply;
});
afterAll(() => fixture.close());

test('every block and every link', async () => {
  await expect(renderPlain(reply)).toMatchFileSnapshot('../golden/plain/everything.txt');
});

test('a quote of several lines is marked on each', () => {
  const quote = { kind: 'quote', text: 'one\ntwo', highlights: [], links: [], actions: [] } as const;
  expect(renderPlain({ ...reply, blocks: [quote], actions: [] })).toBe('> one\n> two');
});

test('buttons can be taken away, and links stay', () => {
  const bare = mapPresses<string, string>(reply, () => undefined);
  expect(JSON.stringify(bare)).not.toContain('"press"');
  expect(bare.actions.map(({ label }) => label)).toEqual(['Out of here']);
  expect(renderPlain(bare)).toBe(renderPlain(reply));
});
