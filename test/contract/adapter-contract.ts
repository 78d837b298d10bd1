// What every adapter must do alike, driven from outside over a made-up library: describeAdapterContract('slack', …).

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { endless, fixtureEpisodes, hostileTexts } from '../support/fixture-episodes.ts';
import { type Fixture, openFixture } from '../support/fixture-library.ts';
import { everything } from './everything.ts';
import type { Abilities, Harness, Seen, Someone, StartHarness } from './harness.ts';
import { asRead, expectInert, expectNotToRead, expectToRead, pressLabel } from './reading.ts';

let people = 0;

/** Somebody new: nobody has to wait for what others asked. */
function someone(facts: Partial<Someone> = {}): Someone {
  people++;
  return { id: String(100_000_000_000_000_000n + BigInt(people)), name: `Ana ${people}`, locale: 'en-GB', ...facts };
}

export function describeAdapterContract<S extends Seen>(
  name: string,
  start: StartHarness<S>,
  abilities: Abilities,
): void {
  describe(`${name} keeps the contract of adapters`, () => {
    let fixture: Fixture;
    let harness: Harness<S>;

    beforeAll(async () => {
      fixture = await openFixture({ commands: [...commands, everything] });
      harness = await start(fixture.bot);
    });

    afterAll(async () => {
      await harness.close();
      await fixture.close();
    });

    /** Another bot, for one test. */
    async function over(parts: Parameters<typeof openFixture>[0], tell: (harness: Harness<S>) => Promise<void>) {
      const other = await openFixture(parts);
      const started = await start(other.bot);
      try {
        await tell(started);
      } finally {
        await started.close();
        await other.close();
      }
    }

    const ask = (words: string, more = {}, person = someone()) => harness.send(person, 'quote', { words, ...more });

    describe('every command', () => {
      test('/quote tells the words, who said them, in which episode and when, and how many more there are', async () => {
        const seen = await ask('lighthouse');
        expectToRead(seen, 'I would rather buy a lighthouse. At least a lighthouse does not collect customer data.');
        expect(asRead(seen.text)).toMatch(
          /Jonas Pell.*TikTok and the price of a customer.*Harbour Lights.*Aug 15, 2020/,
        );
        expect(seen.highlighted.map((text) => text.toLowerCase())).toContain('lighthouse');
        expectToRead(await ask('tiktok'), '1–3 of 8');
        expectInert(seen);
      });

      test('/quote links to the moment, named by its time', async () => {
        const seen = await ask('lighthouse');
        const moment = seen.links.find(({ label }) => label.includes('2:11'));
        expect(moment?.url).toMatch(/^https:\/\/www\.youtube\.com\/watch\?v=abcdefghijk/);
      });

      test('/quote takes every option', async () => {
        const seen = await ask('data', {
          speaker: 'Jonas Pell',
          episode: 'TikTok and the price of a customer',
          podcast: 'Harbour Lights',
          after: '2020-08',
          before: '2021',
        });
        expectToRead(seen, 'lighthouse');
        expectNotToRead(seen, 'Mira Castell');
      });

      test('/random', async () => {
        const seen = await harness.send(someone(), 'random', { speaker: 'Bagus' });
        expectToRead(seen, 'Bagus Prakoso');
        expect(seen.buttons.map(({ label }) => label)).toContain('Another one');
      });

      test('/episode tells when, who and how long, links to it, and quotes it', async () => {
        const seen = await harness.send(someone(), 'episode', { title: 'tiktok' });
        expectToRead(seen, 'TikTok and the price of a customer', 'Aug 15, 2020', 'Mira Castell (host)', '42 min');
        expectToRead(seen, 'the town would name a ferry after you');
        expect(seen.links.map(({ url }) => url)).toContain('https://open.spotify.com/episode/abc');
      });

      test('/episodes lists them, and opens one', async () => {
        const asker = someone();
        const seen = await harness.send(asker, 'episodes', { search: 'data' });
        expectToRead(seen, 'Data pelanggan dan secangkir kopi', 'Mar 9, 2022');
        const opened = await pressLabel(harness, asker, seen, 'Open');
        expectToRead(opened, 'Data pelanggan dan secangkir kopi', '30 min', 'Sari Wulandari (pembawa acara)');
      });

      test('/speaker tells how much somebody said, and quotes them', async () => {
        const seen = await harness.send(someone(), 'speaker', { name: 'jonas' });
        expectToRead(seen, 'Jonas Pell', '91 words in 5 passages', 'ferry');
      });

      test('/speakers lists them, and opens one', async () => {
        const asker = someone();
        const seen = await harness.send(asker, 'speakers', {});
        expectToRead(seen, 'Mira Castell', 'Dr. Ottoline Frey', 'Bagus Prakoso');
        const opened = await pressLabel(harness, asker, seen, 'Open');
        expectToRead(opened, 'Mira Castell', '947 words');
      });

      test('/help tells every command and how to search', async () => {
        const seen = await harness.send(someone(), 'help', {});
        for (const command of commands.filter(({ reach }) => reach === 'typed')) {
          expectToRead(seen, `/${abilities.calls?.[command.name] ?? command.name}`, command.description.en);
        }
        expectToRead(seen, 'from:mira', 'from:"Mira Castell"', '"customer data"');
      });

      test('speaks the language of who asks', async () => {
        const seen = await ask('lighthouse', {}, someone({ locale: 'id' }));
        expectToRead(seen, '15 Agu 2020');
        expect(seen.buttons.map(({ label }) => label)).toContain('Konteks');
      });

      test('answers many at once, everybody what they asked', async () => {
        const asked = ['lighthouse', 'ferry', 'lantern', 'fence', 'warung', 'secangkir', 'nephew', 'loyal'];
        const all = await Promise.all(asked.map((words) => ask(words)));
        all.forEach((seen, place) => {
          expect(asRead(seen.text).toLowerCase()).toContain(asked[place]);
        });
      });
    });

    describe('every block and every action', () => {
      const show = (person = someone()) => harness.send(person, 'everything', {});

      test('can be read', async () => {
        const seen = await show();
        expectToRead(seen, 'A heading', 'Plain, strong, /a command and a link');
        expectToRead(seen, '…the words that were said, and some more of them…', 'A quote of nobody in particular.');
        expectToRead(seen, 'Mira Castell', 'An episode', 'A podcast', 'Aug 15, 2020', '▶ ~59:59');
        expectToRead(seen, 'machine-made transcript');
        expectToRead(seen, 'A fact', 'its value', 'Another fact', 'with a link');
        expectToRead(seen, 'First item', 'its detail', 'Second item', 'Third item');
        expectToRead(seen, 'A notice to know.', 'A notice of success.', 'A notice of warning.', 'A notice of error.');
        expect(seen.highlighted).toEqual(['words', 'said']);
      });

      test('stands in the order it was given', async () => {
        const read = asRead((await show()).text);
        const order = [
          'A heading',
          'Plain,',
          'the words that',
          'of nobody',
          'A fact',
          'First item',
          'A notice to know.',
        ];
        const places = order.map((text) => read.indexOf(text));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      });

      test('links lead where they say', async () => {
        const { links } = await show();
        const urls = links.map(({ url }) => url);
        expect(urls).toEqual(
          expect.arrayContaining([
            'https://linked.example.org/page?a=1&b=2',
            'https://player.example.org/e?t=131',
            'https://elsewhere.example.org/#t=131',
            'https://out.example.org/quote',
            'https://fact.example.org/',
            'https://second.example.org/',
            'https://out.example.org/',
          ]),
        );
        expect(links.find(({ url }) => url.includes('player.example.org'))?.label).toContain('▶ 2:11');
      });

      test('an image is shown or told', async () => {
        const seen = await show();
        expect(JSON.stringify(seen)).toContain('A lighthouse at dusk');
      });

      test.each([
        ['On the quote', 'the quote'],
        ['Open first', 'first'],
        ['Main action', 'the main action'],
      ])('the button "%s" does what it says', async (label, step) => {
        const asker = someone();
        const after = await pressLabel(harness, asker, await show(asker), label);
        expectToRead(after, `A heading after ${step}`);
        expect(after.replaced).toBe(abilities.replacing);
      });

      test('what cannot be pressed now looks so, or is not there', async () => {
        const button = (await show()).buttons.find(({ label }) => label === 'Cannot be pressed');
        expect(button?.disabled).toBe(abilities.disabledButtons ? true : undefined);
      });
    });

    describe('buttons', () => {
      test('the next page takes the place of the one before, and back', async () => {
        const asker = someone();
        const first = await ask('tiktok', {}, asker);
        const second = await pressLabel(harness, asker, first, 'Next');
        expect(second.replaced).toBe(abilities.replacing);
        expectToRead(second, '4–6 of 8', 'TikTok keeps people longer than any other app I have measured.');
        const back = await pressLabel(harness, asker, second, 'Previous');
        expectToRead(back, '1–3 of 8');
        expect(asRead(back.text)).toBe(asRead(first.text));
      });

      test('context shows the exchange to the asker alone, grows and shrinks at both ends, and is shared as it stands', async () => {
        const asker = someone({ name: 'Ana Putri' });
        const answer = await ask('nephew', {}, asker);
        const around = await pressLabel(harness, asker, answer, 'Context');
        if (abilities.company) expect(around.visibility).toBe('private');
        expect(around.replaced).toBe(false);
        expectToRead(around, 'Nobody reads the terms', 'My nephew reads them aloud at dinner.', 'Time is not loyalty.');
        expectNotToRead(around, 'Welcome back', 'named a ferry');

        const earlier = await pressLabel(harness, asker, around, 'Earlier');
        expectToRead(earlier, 'Welcome back to Harbour Lights.', 'Time is not loyalty.');
        const later = await pressLabel(harness, asker, earlier, 'Later');
        expectToRead(later, 'I would delete half of the data tonight');
        const withoutFirst = await pressLabel(harness, asker, later, 'Trim start');
        expectNotToRead(withoutFirst, 'Welcome back');
        const trimmed = await pressLabel(harness, asker, withoutFirst, 'Trim end');
        expectNotToRead(trimmed, 'I would delete half of the data tonight');

        const shared = await pressLabel(harness, asker, trimmed, 'Share this exchange');
        if (abilities.company) expect(shared.visibility).toBe('public');
        expect(shared.replaced).toBe(false);
        expectToRead(shared, 'My nephew reads them aloud at dinner.', 'Shared by Ana Putri');
        expectNotToRead(shared, 'Welcome back', 'I would delete half of the data tonight');
      });

      test('a private answer shares one quote, once', async () => {
        const asker = someone({ name: 'Budi' });
        const answer = await ask('lighthouse', { private: true }, asker);
        if (abilities.company) expect(answer.visibility).toBe('private');
        const shared = await pressLabel(harness, asker, answer, 'Share');
        if (abilities.company) expect(shared.visibility).toBe('public');
        expectToRead(shared, 'I would rather buy a lighthouse.', 'Shared by Budi');
        const again = await pressLabel(harness, asker, answer, 'Share');
        if (abilities.company) expect(again.visibility).toBe('private');
        expectToRead(again, 'already');
        expectNotToRead(again, 'lighthouse');
      });

      test.runIf(abilities.company)('somebody else who presses gets a copy of their own', async () => {
        const answer = await ask('tiktok');
        expect(answer.visibility).toBe('public');
        const copy = await pressLabel(harness, someone(), answer, 'Next');
        expect(copy).toMatchObject({ visibility: 'private', replaced: false });
        expectToRead(copy, '4–6 of 8');
        expect(copy.buttons.map(({ label }) => label)).toContain('Share');
      });

      test('nothing found: the nearest words stand there as buttons', async () => {
        const asker = someone();
        const nothing = await ask('zeppelin', {}, asker);
        if (abilities.company) expect(nothing.visibility).toBe('private');
        expectToRead(nothing, '“zeppelin”', '5 episodes', '35 passages', 'Did you mean “tiktok” or “privacy”?');
        expectToRead(await pressLabel(harness, asker, nothing, 'privacy'), 'Privacy is like a lantern in winter.');
      });
    });

    describe('suggestions', () => {
      test.runIf(abilities.suggestions)('are real quotes, and picking one answers exactly that one', async () => {
        const asker = someone();
        const offered = await harness.suggest(asker, 'quote', 'words', 'ferr');
        expect(offered[0]?.label).toMatch(/^Mira Castell: .*ferry.* · TikTok and.* ~9:53$/);
        const picked = await ask(offered[0]?.value ?? '', {}, asker);
        expectToRead(picked, 'You would be out by noon, and the town would name a ferry after you.');
        expectNotToRead(picked, 'I could live with a ferry');
      });

      test.runIf(abilities.suggestions).each([
        ['quote', 'speaker', 'jonas', 'Jonas Pell'],
        ['quote', 'episode', 'lantern', 'Lanterns, privacy and the long winter'],
        ['quote', 'podcast', 'kop', 'Kopi Sore'],
        ['quote', 'after', '20', '2022'],
        ['episode', 'title', 'lantern', 'Lanterns, privacy and the long winter'],
        ['speaker', 'name', 'sari', 'Sari Wulandari'],
      ])('/%s %s offers what there is', async (command, option, typed, label) => {
        const offered = await harness.suggest(someone(), command, option, typed);
        expect(offered.map((one) => one.label).join('\n')).toContain(label);
      });

      test.runIf(abilities.suggestions)('that fail are none', async () => {
        const failing = async () => {
          throw new Error('the index is on fire');
        };
        await over({ search: { ...fixture.search, suggestQuotes: failing } }, async (other) => {
          expect(await other.suggest(someone(), 'quote', 'words', 'ferry')).toEqual([]);
        });
      });
    });

    describe('text that means harm', () => {
      const storm = fixtureEpisodes.find(({ episode }) => episode.id.endsWith('storm'));

      test.each(Object.keys(hostileTexts).map((kind, place) => ({ kind, place })))(
        '$kind, said in an episode, is shown as it was said and does nothing',
        async ({ kind, place }) => {
          const seen = await ask(`#${storm?.episode.id}.${place}`);
          expectToRead(seen, hostileTexts[kind] ?? '', storm?.episode.title ?? '', '<@U123> **Wolfram** @here');
          expectInert(seen);
        },
      );

      test.each(Object.keys(hostileTexts).map((kind, place) => ({ kind, place })))(
        '$kind does nothing in context, or shared by somebody of such a name',
        async ({ kind, place }) => {
          const asker = someone({ name: '@everyone **<@U1>** <!here>' });
          const answer = await ask(`#${storm?.episode.id}.${place}`, { private: true }, asker);
          const around = await pressLabel(harness, asker, answer, 'Context');
          expectToRead(around, hostileTexts[kind] ?? '');
          expectInert(around);
          const shared = await pressLabel(harness, asker, answer, 'Share');
          expectToRead(shared, hostileTexts[kind] ?? '', 'Shared by @everyone **<@U1>** <!here>');
          expectInert(shared);
        },
      );

      test.each([
        'zzz @everyone <!channel> <@U123>',
        'zzz **bold** `code` [x](https://evil.example.org) <https://evil.example.org|x>',
        'zzz <script>alert(1)</script> & &amp; "quotes',
        'zzz ``` fence',
        'zzz 👨‍👩‍👧‍👦 🇮🇩 مرحبا \u202Edesrever',
      ])('typed by somebody is told back as it was typed: %s', async (words) => {
        const seen = await ask(words);
        expectToRead(seen, `“${words}”`);
        expectInert(seen);
      });

      test.each([
        ['only punctuation', '?!… ,.'],
        ['only emoji', '🦀🦀'],
        ['unbalanced quotes', '"zzz'],
        ['operators of full-text search', 'NEAR(zzz *) ^ col:zzz OR AND NOT'],
        ['10,000 characters', 'zzz '.repeat(2500)],
        ['the name of something every object has', '__proto__ constructor'],
      ])('%s is answered kindly', async (_kind, words) => {
        const seen = await ask(words);
        expectNotToRead(seen, 'went wrong');
        expect(asRead(seen.text)).not.toBe('');
      });
    });

    describe('much text', () => {
      const shownRuns = (seen: Seen) => asRead(seen.text).match(/Endlessly[^…]*(?=…)/g) ?? [];

      test('a sentence of 4,000 characters is cut visibly, and what is left is what was said', async () => {
        const seen = await ask('lantern');
        const [run] = shownRuns(await ask('endlessly'));
        expectToRead(seen, 'lantern');
        expect(run?.length).toBeGreaterThan(100);
        expect(endless.startsWith(run ?? 'nothing was shown')).toBe(true);
      });

      test('an exchange with such a sentence is cut, not refused', async () => {
        const asker = someone();
        const around = await pressLabel(harness, asker, await ask('endlessly', {}, asker), 'Context');
        expectToRead(around, 'Endlessly and then the tide came in again');
        const shown = asRead(around.text);
        const run = shownRuns(around)[0] ?? endless;
        expect(endless.startsWith(run)).toBe(true);
        expect(shown).toContain(run);
      });
    });

    describe('trouble', () => {
      test('an empty library says what to do', async () => {
        await over({ episodes: [] }, async (other) => {
          expectToRead(
            await other.send(someone(), 'quote', { words: 'tiktok' }),
            'npm run -s verbatim -- import FOLDER',
          );
        });
      });

      test('what fails is told kindly, with a reference and nothing of the inside', async () => {
        const failing = async () => {
          throw new Error('SQLITE_CORRUPT at /srv/secret/library.db');
        };
        await over({ search: { ...fixture.search, quotes: failing } }, async (other) => {
          const seen = await other.send(someone(), 'quote', { words: 'tiktok' });
          if (abilities.company) expect(seen.visibility).toBe('private');
          expect(asRead(seen.text)).toMatch(/Something went wrong.* the reference [0-9a-f]{8}/);
          expectNotToRead(seen, 'SQLITE', 'secret');
        });
      });

      test('somebody who asks too fast is asked to wait', async () => {
        const asker = someone();
        for (let asked = 0; asked < 5; asked++) expectToRead(await ask('ferry', {}, asker), 'ferry');
        const seen = await ask('ferry', {}, asker);
        if (abilities.company) expect(seen.visibility).toBe('private');
        expect(asRead(seen.text)).toMatch(/Please wait \d+ seconds?/);
      });

      test('a button that has expired says so', async () => {
        const eightDaysAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
        await over({ clock: () => eightDaysAgo }, async (other) => {
          const asker = someone();
          const seen = await other.send(asker, 'quote', { words: 'tiktok' });
          expectToRead(await pressLabel(other, asker, seen, 'Next'), 'no longer works', '7 days');
        });
      });
    });
  });
}
