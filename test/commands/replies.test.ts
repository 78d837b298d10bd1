// What each command answers, whole, in both languages: golden files under test/golden/replies.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Asker } from '../../src/bot/command.ts';
import { locales } from '../../src/i18n/messages.ts';
import { mapPresses } from '../../src/reply/map-presses.ts';
import { type Fixture, openFixture } from '../support/fixture-library.ts';

const asked = [
  ['quote', 'tiktok', 'many'],
  ['quote', 'lighthouse private:yes', 'one-private'],
  ['quote', 'tiktk', 'corrected'],
  ['quote', 'tiktok sourdough', 'partly-unheard'],
  ['quote', 'privacy after:sometime', 'malformed-filter'],
  ['quote', 'zeppelin', 'nothing'],
  ['quote', '?!', 'no-words'],
  ['quote', '#kopi-sore/catatan.0', 'picked-without-speaker-or-time'],
  ['quote', '#harbour-lights/tiktok.99', 'picked-and-gone'],
  ['quote', 'endlessly', 'long'],
  ['episode', 'data pelanggan', 'found'],
  ['episode', 'nothing like it', 'nothing'],
  ['episodes', '', 'all'],
  ['episodes', 'privacy', 'searched'],
  ['episodes', 'from:jonas', 'by-speaker'],
  ['episodes', 'zeppelin', 'nothing'],
  ['speaker', 'jonas', 'found'],
  ['speaker', 'nobody', 'nothing'],
  ['speakers', '', 'all'],
  ['help', '', 'all'],
] as const;

let full: Fixture;
let empty: Fixture;
/** Over the full library, with nothing left to chance. */
let certain: Pick<Fixture, 'bot'>;
beforeAll(async () => {
  full = await openFixture();
  certain = { bot: full.restart({ library: { ...full.library, randomSegment: async () => undefined } }) };
  empty = await openFixture({ episodes: [] });
});
afterAll(async () => {
  await full.close();
  await empty.close();
});

let people = 0;
async function ask({ bot }: Pick<Fixture, 'bot'>, command: string, text: string, locale: string): Promise<Answer> {
  const person: Asker = { id: `person-${people++}`, name: 'Ana' };
  return bot.run({ command, options: bot.read(command, text), person, locale });
}

/** Ids are new each time. */
const withoutIds = ({ reply }: Answer) =>
  JSON.stringify(
    mapPresses(reply, () => 'id'),
    null,
    2,
  );

describe.each(locales)('in %s', (locale) => {
  test.each(asked)('/%s %s', async (command, text, name) => {
    const answer = await ask(certain, command, text, locale);
    await expect(withoutIds(answer)).toMatchFileSnapshot(`../golden/replies/${command}-${name}.${locale}.json`);
  });

  test.each(['quote', 'random', 'episode', 'episodes', 'speaker', 'speakers'])(
    '/%s over an empty library says what to do',
    async (command) => {
      const { reply } = await ask(empty, command, 'anything', locale);
      expect(reply.visibility).toBe('private');
      expect(reply.summary).toContain('npm run -s verbatim -- import FOLDER');
    },
  );
});

describe('/random', () => {
  test('quotes somebody by chance, and another one on asking', async () => {
    const person = { id: `person-${people++}`, name: 'Ana' };
    const { reply } = await full.bot.run({ command: 'random', options: { speaker: 'bagus' }, person });
    expect(reply.blocks).toMatchObject([{ kind: 'quote', speaker: 'Bagus Prakoso' }]);
    const [another] = reply.actions;
    if (another?.kind !== 'press') throw new Error('no button');
    const pressed = await full.bot.press({ id: another.press, person });
    expect(pressed).toMatchObject({
      delivery: 'replace',
      reply: { blocks: [{ kind: 'quote', speaker: 'Bagus Prakoso' }] },
    });
  });

  test('says so where nobody is called that, with the nearest name', async () => {
    const { reply } = await ask(full, 'random', 'nobody', 'en');
    expect(reply.summary).toBe('I know no speaker called “nobody”. Did you mean Mira Castell?');
  });
});

test('every reply is private unless it quotes something or opens a card', async () => {
  const answers = await Promise.all(asked.map(([command, text]) => ask(full, command, text, 'en')));
  for (const { reply } of answers) {
    const shows = reply.blocks.some(({ kind }) => kind === 'quote' || kind === 'facts');
    if (!shows) expect(reply.visibility).toBe('private');
  }
});
