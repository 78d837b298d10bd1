// The shared handler: it never throws, tells nobody's questions to the log, and speaks the asker's language.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Asker } from '../../src/bot/command.ts';
import type { Log } from '../../src/bot/log.ts';
import { paces } from '../../src/bot/pace.ts';
import { renderPlain } from '../../src/reply/plain.ts';
import { type Fixture, openFixture, silentLog } from '../support/fixture-library.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

let people = 0;
const someone = (): Asker => ({ id: `person-${people++}`, name: 'Ana' });

const fail = async (): Promise<never> => {
  throw new Error('SQLITE_IOERR: disk I/O error');
};

function recording(): { readonly log: Log; readonly lines: { level: string; facts: object; message: string }[] } {
  const lines: { level: string; facts: object; message: string }[] = [];
  const write = (level: string) => (facts: object, message: string) => void lines.push({ level, facts, message });
  return { log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }, lines };
}

describe('trouble', () => {
  test('a command that fails is answered with a reference that stands in the log beside the cause', async () => {
    const { log, lines } = recording();
    const bot = fixture.restart({ log, search: { ...fixture.search, quotes: fail } });
    const { reply, delivery } = await bot.run({ command: 'quote', options: { words: 'tiktok' }, person: someone() });
    expect({ delivery, visibility: reply.visibility }).toEqual({ delivery: 'new', visibility: 'private' });
    const reference = /reference ([0-9a-f]{8})/.exec(renderPlain(reply))?.[1];
    expect(lines).toContainEqual({
      level: 'error',
      facts: { err: expect.objectContaining({ message: 'SQLITE_IOERR: disk I/O error' }), reference, command: 'quote' },
      message: 'a command failed',
    });
  });

  test('a button whose meaning cannot be read is answered the same way', async () => {
    const bot = fixture.restart({ state: { ...fixture.library, getState: fail } });
    const { reply } = await bot.press({ id: 'AAAAAAAAAAAAAAAA.0', person: someone() });
    expect(renderPlain(reply)).toContain('Something went wrong on my side');
    expect(await bot.foresee({ id: 'AAAAAAAAAAAAAAAA.0', person: someone() })).toEqual({
      delivery: 'new',
      visibility: 'private',
    });
  });

  test('where buttons cannot be kept, the answer goes without them', async () => {
    const { log, lines } = recording();
    const bot = fixture.restart({ log, state: { ...fixture.library, putState: fail } });
    const { reply } = await bot.run({ command: 'quote', options: { words: 'tiktok' }, person: someone() });
    expect(renderPlain(reply)).toContain('1–3 of 8');
    expect(reply.actions).toEqual([]);
    expect(lines.map(({ level }) => level)).toContain('warn');
  });

  test('suggestions that fail are none', async () => {
    const bot = fixture.restart({ search: { ...fixture.search, speakers: fail } });
    const typing = { command: 'quote', option: 'speaker', typed: 'a', given: {}, person: someone() };
    expect(await bot.suggest(typing)).toEqual([]);
  });

  test.each([
    ['quote', 'nonsense'],
    ['quote', 'private'],
    ['nonsense', 'words'],
    ['toString', 'constructor'],
  ])('nothing is suggested for /%s %s', async (command, option) => {
    const typing = { command, option, typed: 'a', given: {}, person: someone() };
    expect(await fixture.bot.suggest(typing)).toEqual([]);
  });

  test.each([['nonsense'], ['context'], ['share'], ['__proto__'], ['']])(
    'a command nobody can type is not there: %s',
    async (command) => {
      const { reply } = await fixture.bot.run({ command, options: {}, person: someone() });
      expect(renderPlain(reply)).toBe(`I know no command /${command}. See /help.`);
    },
  );

  test('a command without what it needs says what that is', async () => {
    const { reply } = await fixture.bot.run({ command: 'quote', options: {}, person: someone() });
    expect(renderPlain(reply)).toBe('Please say a bit more, like /quote words. For example: /quote tiktok.');
  });
});

test('what turns out private does not take the place of what everybody sees', async () => {
  const person = someone();
  const { reply } = await fixture.bot.run({ command: 'quote', options: { words: 'tiktok' }, person });
  const next = reply.actions.find(({ label }) => label === 'Next');
  if (next?.kind !== 'press') throw new Error('There is no such button.');
  expect(await fixture.bot.press({ id: next.press, person })).toMatchObject({ delivery: 'replace' });

  // Meanwhile an import has left fewer quotes than there were.
  const none = async (...asked: Parameters<typeof fixture.search.quotes>) => ({
    ...(await fixture.search.quotes(...asked)),
    hits: [],
  });
  const later = fixture.restart({ search: { ...fixture.search, quotes: none } });
  expect(await later.press({ id: next.press, person })).toMatchObject({
    delivery: 'new',
    reply: { visibility: 'private' },
  });
});

describe('manners', () => {
  test('the sixth ask within ten seconds waits, and the wait is told', async () => {
    let now = Date.now();
    const bot = fixture.restart({ clock: () => new Date(now) });
    const person = someone();
    const ask = async () => (await bot.run({ command: 'random', options: {}, person })).reply;
    for (let asks = 0; asks < 5; asks++) expect((await ask()).visibility).toBe('public');
    now += 6_500;
    expect(await ask()).toMatchObject({
      visibility: 'private',
      summary: 'That was quick! Please wait 4 seconds and ask again.',
    });
    now += 3_500;
    expect((await ask()).visibility).toBe('public');
  });

  test('whoever has a console nearly to themselves may ask far more often', async () => {
    const bot = fixture.restart({ pace: paces.console });
    const person = someone();
    for (let asks = 0; asks < 30; asks++) {
      expect((await bot.run({ command: 'random', options: {}, person })).reply.visibility).toBe('public');
    }
    expect((await bot.run({ command: 'random', options: {}, person })).reply.summary).toContain('That was quick!');
  });

  test('typing asks nothing: suggestions are not counted', async () => {
    const person = someone();
    for (let letters = 0; letters < 50; letters++) {
      await fixture.bot.suggest({ command: 'quote', option: 'words', typed: 'tiktok', given: {}, person });
    }
    const { reply } = await fixture.bot.run({ command: 'random', options: {}, person });
    expect(reply.visibility).toBe('public');
  });

  test('what somebody asked stands in the log at debug level alone', async () => {
    const { log, lines } = recording();
    const bot = fixture.restart({ log });
    await bot.run({ command: 'quote', options: { words: 'lighthouse' }, person: someone() });
    const told = JSON.stringify(lines.filter(({ level }) => level !== 'debug'));
    expect(told).toContain('quote');
    expect(told).not.toContain('lighthouse');
  });
});

test('a flag typed among the words counts where options have fields of their own as well', async () => {
  const options = { words: 'ferry private:yes' };
  const { reply } = await fixture.bot.run({ command: 'quote', options, person: someone() });
  expect(reply.visibility).toBe('private');
  expect(renderPlain(reply)).toContain('ferry');
});

describe('languages', () => {
  test.each([
    ['en-US', 'en'],
    ['id', 'id'],
    ['id-ID', 'id'],
    ['in_ID', 'id'],
    ['ID', 'id'],
    ['fr', 'id'],
    ['', 'id'],
    [undefined, 'id'],
  ])('the platform says %s, the default is Indonesian: %s', async (tag, locale) => {
    const bot = fixture.restart({ defaultLocale: 'id' });
    const asked = { command: 'help', options: {}, person: someone() };
    const { reply } = await bot.run(tag === undefined ? asked : { ...asked, locale: tag });
    expect(reply.locale).toBe(locale);
  });

  test('a command is found by its name in any language', async () => {
    const { reply } = await fixture.bot.run({ command: 'kutipan', options: { words: 'ferry' }, person: someone() });
    expect(renderPlain(reply)).toContain('ferry');
  });
});

describe('suggestions', () => {
  test('are few, distinct and short, whatever a command offers', async () => {
    const long = 'very '.repeat(60);
    const hits = Array.from({ length: 60 }, () => fixture.search.quote('harbour-lights/tiktok.1'));
    const all = (await Promise.all(hits)).flatMap((hit, place) =>
      hit === undefined
        ? []
        : [{ ...hit, segment: { ...hit.segment, id: `x.${place % 50}`, speaker: { id: 'x', name: long } } }],
    );
    const bot = fixture.restart({ search: { ...fixture.search, suggestQuotes: async () => all }, log: silentLog });
    const offered = await bot.suggest({ command: 'quote', option: 'words', typed: 'li', given: {}, person: someone() });
    expect(offered.length).toBe(25);
    expect(new Set(offered.map(({ value }) => value)).size).toBe(25);
    for (const { label, value } of offered) {
      expect(label.length).toBeLessThanOrEqual(100);
      expect(value.length).toBeLessThanOrEqual(100);
    }
  });

  test('begin with the second letter', async () => {
    const offer = async (typed: string) =>
      (await fixture.bot.suggest({ command: 'quote', option: 'words', typed, given: {}, person: someone() })).length;
    expect([await offer(''), await offer('t'), await offer(' t '), (await offer('ti')) > 0]).toEqual([0, 0, 0, true]);
  });

  test('heed what is given in the other options', async () => {
    const offered = await fixture.bot.suggest({
      command: 'quote',
      option: 'words',
      typed: 'data',
      given: { speaker: 'Sari Wulandari' },
      person: someone(),
    });
    expect(offered.length).toBeGreaterThan(0);
    for (const { label } of offered) expect(label).toMatch(/^Sari Wulandari: /);
  });

  test('of dates are the years there are, then the months of one', async () => {
    const offer = async (typed: string) =>
      (await fixture.bot.suggest({ command: 'quote', option: 'after', typed, given: {}, person: someone() })).map(
        ({ value }) => value,
      );
    expect(await offer('')).toEqual(['2022', '2021', '2020', '2019']);
    expect((await offer('2020')).slice(0, 3)).toEqual(['2020', '2020-01', '2020-02']);
    expect(await offer('2020-1')).toEqual(['2020-10', '2020-11', '2020-12']);
    expect(await offer('1999')).toEqual([]);
  });
});
