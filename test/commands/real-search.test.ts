// Commands over the search that ships: what people type, from the first letter to the shared exchange.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Bot } from '../../src/bot/command.ts';
import { renderPlain } from '../../src/reply/plain.ts';
import type { QuoteBlock } from '../../src/reply/reply.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { type Fixture, openFixture } from '../support/fixture-library.ts';

let fixture: Fixture;
let bot: Bot;
beforeAll(async () => {
  fixture = await openFixture();
  bot = fixture.restart({ search: createSearch(fixture.library) });
});
afterAll(() => fixture.close());

let people = 0;
const someone = () => ({ id: `person-${people++}`, name: 'Ana' });
const ask = (text: string, person = someone()) =>
  bot.run({ command: 'quote', options: bot.read('quote', text), person });
const quotes = ({ reply }: Answer): readonly QuoteBlock<string>[] =>
  reply.blocks.filter((block) => block.kind === 'quote');
const marked = ({ text, highlights }: QuoteBlock<string>) => highlights.map(([from, to]) => text.slice(from, to));

describe('/quote', () => {
  test('finds the words, marks them, and tells how many more there are', async () => {
    const answer = await ask('tiktok');
    expect(quotes(answer).map(marked)).toEqual([['TikTok'], ['TikTok'], ['TikTok']]);
    expect(renderPlain(answer.reply)).toContain('1–3 of 8');
  });

  test('finds what was misspelled, and says so in one line', async () => {
    const answer = await ask('lighthuose');
    expect(quotes(answer)[0]?.text).toContain('lighthouse');
    expect(renderPlain(answer.reply)).toContain('Showing quotes for “lighthouse” instead of “lighthuose”.');
  });

  test.each([
    ['data from:jonas', 'Jonas Pell'],
    ['data from:"Sari Wulandari"', 'Sari Wulandari'],
  ])('%s quotes nobody else', async (text, speaker) => {
    const found = quotes(await ask(text));
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((quote) => quote.speaker))).toEqual(new Set([speaker]));
  });

  test('offers the words of a phrase that nobody said, and searches them at a press', async () => {
    const person = someone();
    const { reply } = await ask('"data customer"', person);
    expect(renderPlain(reply)).toContain('Nobody said exactly that.');
    expect(renderPlain(reply)).not.toContain('Did you mean');
    const button = reply.actions.find(({ label }) => label === 'Search without quotation marks');
    if (button?.kind !== 'press') throw new Error('There is no such button.');
    expect(quotes(await bot.press({ id: button.press, person })).length).toBeGreaterThan(0);
  });

  test('answers in spite of a filter it cannot read, and tells how to write it', async () => {
    const answer = await ask('privacy after:sometime');
    expect(quotes(answer).length).toBeGreaterThan(0);
    expect(renderPlain(answer.reply)).toContain('Dates look like after:2020');
  });

  test('of names alone that nobody bears, offers to search for them as words', async () => {
    const person = someone();
    const { reply } = await ask('in:lighthouse keeper', person);
    expect(renderPlain(reply)).toContain('I know no episode called “lighthouse keeper”.');
    expect(renderPlain(reply)).not.toContain('Give me a word');
    const button = reply.actions.find(({ label }) => label === 'Search for “lighthouse keeper”');
    if (button?.kind !== 'press') throw new Error('There is no such button.');
    expect(quotes(await bot.press({ id: button.press, person }))[0]?.text).toContain('lighthouse');
  });

  test('says so where an option names nobody, and quotes nobody else', async () => {
    const person = someone();
    const options = { words: 'data', speaker: 'the captain himself', episode: 'no such one' };
    const refused = await bot.run({ command: 'quote', options, person });
    expect(renderPlain(refused.reply)).toContain('I know no speaker called “the captain himself”.');
    expect(renderPlain(refused.reply)).toContain('I know no episode called “no such one”.');
    expect(quotes(refused)).toEqual([]);
    expect(refused.reply.actions.at(-1)?.label).toBe('Search without filters');
  });

  test('says so where a name among the words was left out', async () => {
    const answer = await ask('data from:xyzzyplugh');
    expect(quotes(answer).length).toBeGreaterThan(0);
    expect(renderPlain(answer.reply)).toContain(
      'I know no speaker called “xyzzyplugh”. I left that out and searched the rest.',
    );
  });

  test('by chance quotes nobody else either', async () => {
    const options = { speaker: 'the captain himself' };
    const answer = await bot.run({ command: 'random', options, person: someone() });
    expect(quotes(answer)).toEqual([]);
    expect(answer.reply.summary).toContain('I know no speaker called “the captain himself”.');
  });

  test('tells over how much it looked where there is nothing', async () => {
    expect((await ask('xylophonist')).reply.summary).toContain('I looked through 5 episodes and 35 passages.');
    const options = { words: 'xylophonist', speaker: 'Mira Castell' };
    const narrowed = await bot.run({ command: 'quote', options, person: someone() });
    expect(narrowed.reply.summary).toContain('I looked only at what fits your filters.');
    expect(narrowed.reply.summary).not.toContain('35 passages');
    expect(narrowed.reply.actions.at(-1)?.label).toBe('Search without filters');
  });

  test('answers exactly the passage that was picked while typing', async () => {
    const person = someone();
    const typing = { command: 'quote', option: 'words', typed: 'name a ferr', given: {}, person };
    const [first] = await bot.suggest(typing);
    expect(first?.label).toContain('ferry');
    const answer = await bot.run({ command: 'quote', options: { words: first?.value ?? '' }, person });
    expect(quotes(answer).map(({ text }) => text)).toEqual([
      'You would be out by noon, and the town would name a ferry after you.',
    ]);
  });

  test.each([['?!'], ['🦀🦀'], ['"'], ['NEAR( * ^ col:'], ['from:'], ['-'], ['the and of'], ['x '.repeat(5_000)]])(
    'answers %s kindly',
    async (text) => {
      const { reply } = await ask(text);
      expect(reply.summary).not.toBe('');
      expect(renderPlain(reply)).not.toContain('went wrong');
    },
  );
});

test('every example that /help gives finds something', async () => {
  const { reply } = await bot.run({ command: 'help', options: {}, person: someone() });
  const examples = [...renderPlain(reply).matchAll(/For example: \/(\w+) ([^)]*)\)/g)];
  expect(examples.length).toBeGreaterThan(3);
  for (const [, command = '', text = ''] of examples) {
    // Whether something was said of the example's topic is not for the names in it to say.
    if (command === 'quote') continue;
    const answer = await bot.run({ command, options: bot.read(command, text), person: someone() });
    expect(renderPlain(answer.reply)).not.toMatch(/^I (know|found) no/);
  }
});

test('a card of an episode and one of a speaker quote them and nobody else', async () => {
  const person = someone();
  const episode = await bot.run({ command: 'episode', options: { title: 'tiktok' }, person });
  expect(quotes(episode)).toHaveLength(3);
  const speaker = await bot.run({ command: 'speaker', options: { name: 'frey' }, person });
  expect(quotes(speaker).length).toBeGreaterThan(0);
  expect(new Set(quotes(speaker).map((quote) => quote.speaker))).toEqual(new Set(['Dr. Ottoline Frey']));
});

test('a list searched by a misspelled title, and by a speaker, opens the card of each', async () => {
  const person = someone();
  const found = await bot.run({ command: 'episodes', options: { search: 'lantrens', speaker: 'mira' }, person });
  const [list] = found.reply.blocks.filter((block) => block.kind === 'list');
  expect(list?.items).toHaveLength(1);
  const action = list?.items[0]?.action;
  if (action?.kind !== 'press') throw new Error('nothing to open');
  const opened = await bot.press({ id: action.press, person });
  expect(opened.reply.blocks[0]).toEqual({ kind: 'heading', text: 'Lanterns, privacy and the long winter' });
});
