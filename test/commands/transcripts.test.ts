// What people are told of where an episode's words come from: a machine wrote them, or there are none yet.

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { locales } from '../../src/i18n/messages.ts';
import type { EpisodeRecord } from '../../src/library/library.ts';
import { mapPresses } from '../../src/reply/map-presses.ts';
import { renderPlain } from '../../src/reply/plain.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { type Fixture, openFixture } from '../support/fixture-library.ts';

const podcast = { id: 'kettle-talk', title: 'Kettle Talk', language: 'en' };
const episode = { podcastId: podcast.id, language: 'en', links: {}, people: [] };
const record = { podcast, origin: 'https://kettle.example.org/feed.xml' };

const machineMade: EpisodeRecord = {
  ...record,
  contentHash: '1',
  episode: {
    ...episode,
    id: 'kettle-talk/whistle',
    source: 'kettle-talk/1',
    title: 'Why kettles whistle',
    publishedAt: '2026-03-02',
    audio: 'https://kettle.example.org/1.mp3',
    transcript: 'machine-made',
    chapters: Array.from({ length: 14 }, (_, place) => ({ startSeconds: place * 60, title: `Chapter ${place + 1}` })),
    soundbites: [{ startSeconds: 65, durationSeconds: 20, title: 'The whistle' }],
  },
  segments: [
    { speaker: 'Speaker 1', startSeconds: 61, endSeconds: 64, timing: 'exact', text: 'A kettle whistles at noon.' },
    { speaker: 'Speaker 2', startSeconds: 64, endSeconds: 66, timing: 'exact', text: 'It always has.' },
  ],
};
const awaited: EpisodeRecord = {
  ...record,
  contentHash: '2',
  episode: {
    ...episode,
    id: 'kettle-talk/spout',
    source: 'kettle-talk/2',
    title: 'The spout',
    publishedAt: '2026-03-09',
    audio: 'https://kettle.example.org/2.mp3',
    transcript: 'awaited',
  },
  segments: [],
};
const translated: EpisodeRecord = {
  ...record,
  contentHash: '3',
  episode: { ...episode, id: 'kettle-talk/ceret', source: 'kettle-talk/3', title: 'The lid', language: 'id' },
  segments: [{ text: 'Tutup cerek itu panas.' }],
};

type Asked = Pick<Fixture, 'bot'>;
let fixture: Fixture;
let waiting: Fixture;
/** With the search that people have, over what the fixtures hold. */
let full: Asked;
let empty: Asked;
beforeAll(async () => {
  fixture = await openFixture({ episodes: [machineMade, awaited, translated] });
  waiting = await openFixture({ episodes: [awaited] });
  full = { bot: fixture.restart({ search: createSearch(fixture.library) }) };
  empty = { bot: waiting.restart({ search: createSearch(waiting.library) }) };
});
afterAll(async () => {
  await fixture.close();
  await waiting.close();
});

let people = 0;
const ask = (command: string, text: string, { bot }: Asked = full, locale = 'en') =>
  bot.run({ command, options: bot.read(command, text), person: { id: `p${people++}`, name: 'Ana' }, locale });
const read = async (...asked: Parameters<typeof ask>) => renderPlain((await ask(...asked)).reply);

describe('a machine-made transcript is told as one', () => {
  test('in a quote, and in the one line of its notification', async () => {
    const { reply } = await ask('quote', 'whistles');
    expect(reply.blocks).toContainEqual(expect.objectContaining({ kind: 'quote', caveat: 'machine-made transcript' }));
    expect(reply.summary).toContain('machine-made transcript');
  });

  test('in a shared quote and in an exchange, there once', async () => {
    const { reply } = await ask('quote', 'whistles private:yes');
    const quote = reply.blocks.find((block) => block.kind === 'quote');
    for (const label of ['Context', 'Share']) {
      const action = quote?.actions.find((one) => one.label === label);
      if (action?.kind !== 'press') throw new Error(`no button ${label}`);
      const answer = await full.bot.press({ id: action.press, person: { id: `p${people}`, name: 'Ana' } });
      expect(renderPlain(answer.reply).match(/machine-made transcript/g)).toHaveLength(1);
    }
  });

  test('in what is offered while somebody types', async () => {
    const [first] = await full.bot.suggest({
      command: 'quote',
      option: 'words',
      typed: 'whistles',
      given: {},
      person: { id: 'typing', name: 'Ana' },
    });
    expect(first?.label).toMatch(/machine-made$/);
  });

  test('on the episode’s card', async () => {
    expect(await read('episode', 'kettles whistle')).toContain('Transcript: 2 passages, machine-made');
  });
});

describe('an episode without a transcript', () => {
  test.each(locales)('is listed as one, in %s', async (locale) => {
    const { reply } = await ask('episodes', '', full, locale);
    const told = JSON.stringify(
      mapPresses(reply, () => 'id'),
      null,
      2,
    );
    await expect(told).toMatchFileSnapshot(`../golden/replies/episodes-awaited.${locale}.json`);
  });

  test('has a card that says so and quotes nothing', async () => {
    const { reply } = await ask('episode', 'the spout');
    expect(renderPlain(reply)).toContain('Transcript: none yet');
    expect(reply.blocks.some(({ kind }) => kind === 'quote')).toBe(false);
  });

  test.each(['quote', 'random', 'help'])('is what /%s waits for where there is nothing else', async (command) => {
    expect(await read(command, command === 'quote' ? 'kettle' : '', empty)).toContain(
      'I know 1 episode, but there is no transcript of it yet.',
    );
  });

  test('is listed where there is nothing else', async () => {
    expect(await read('episodes', '', empty)).toContain('no transcript yet');
  });
});

test('chapters and soundbites stand on the card, each leading to its moment, the first of many', async () => {
  const card = await read('episode', 'kettles whistle');
  expect(card).toContain('- 1:05 (https://kettle.example.org/1.mp3#t=65) The whistle');
  expect(card).toContain('- 11:00 (https://kettle.example.org/1.mp3#t=660) Chapter 12\n- … and 2 more');
});

test('a language that is not the podcast’s own is told', async () => {
  expect(await read('episode', 'the lid')).toContain('Language: Indonesian');
  expect(await read('episodes', 'lid')).toContain('Indonesian');
});

describe('where no episode has a date', () => {
  const undated = ['Episode 1', 'Episode 2', 'Episode 12'].map((title, place) => {
    const { publishedAt: _, ...episode } = machineMade.episode;
    const id = `kettle-talk/undated-${place}`;
    return { ...machineMade, contentHash: id, episode: { ...episode, id, source: id, title } };
  });

  test('a search by date says so', async () => {
    const plain = await openFixture({ episodes: undated });
    onTestFinished(() => plain.close());
    const bot = plain.restart({ search: createSearch(plain.library) });
    expect(await read('quote', 'whistle after:2020', { bot })).toContain(
      'No episode here has a date, so after: and before:',
    );
    expect(await read('quote', 'zeppelin', { bot })).not.toContain('date');
    const mixed = await openFixture({ episodes: [...undated.slice(1), machineMade] });
    onTestFinished(() => mixed.close());
    const other = mixed.restart({ search: createSearch(mixed.library) });
    const { reply } = await other.run({
      command: 'quote',
      options: { words: 'whistle', after: '2030' },
      person: { id: 'someone', name: 'Ana' },
    });
    expect(renderPlain(reply)).toContain('2 episodes without a date are left out by after: and before:.');
  });

  test('the list says in which order they stand', async () => {
    const plain = await openFixture({ episodes: undated });
    onTestFinished(() => plain.close());
    expect(await read('episodes', '', plain)).toContain('These have no date: they stand by podcast');
    expect(await read('episodes', '', full)).not.toContain('These have no date');
  });

  test('others by a number’s name are named with their podcast, and longer numbers are none', async () => {
    const elsewhere = {
      ...translated,
      contentHash: 'x',
      podcast: { ...translated.podcast, id: 'pot-talk', title: 'Pot Talk' },
      episode: {
        ...translated.episode,
        id: 'pot-talk/1',
        podcastId: 'pot-talk',
        source: 'pot-talk/1',
        title: 'Episode 1',
      },
    };
    const several = await openFixture({ episodes: [...undated, elsewhere] });
    onTestFinished(() => several.close());
    const bot = several.restart({ search: createSearch(several.library) });
    const { reply } = await ask('episode', 'episode 1', { bot });
    const others = reply.actions.filter(({ kind }) => kind === 'press').map(({ label }) => label);
    expect(others).toHaveLength(1);
    expect(others[0]).toMatch(/^Episode 1 · (Pot|Kettle) Talk$/);
  });
});

test('other episodes of the same name are the buttons right below the line that announces them', async () => {
  const second = {
    ...machineMade.episode,
    id: 'kettle-talk/again',
    source: 'kettle-talk/4',
    title: 'Why kettles whistle again',
  };
  const twins = await openFixture({ episodes: [machineMade, { ...machineMade, contentHash: '4', episode: second }] });
  onTestFinished(() => twins.close());
  const bot = twins.restart({ search: createSearch(twins.library) });
  const { reply } = await ask('episode', 'why kettles whistle', { bot });
  expect(reply.blocks.at(-1)).toMatchObject({ kind: 'text' });
  expect(reply.actions.map(({ label }) => label)).toEqual(['Why kettles whistle again', 'Audio']);
});
