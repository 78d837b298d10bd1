// Every sentence exists in every language, and numbers, dates and lists read as people there write them.

import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { messagesFor } from '../../src/i18n/languages.ts';
import { locales } from '../../src/i18n/messages.ts';

/** `quote.looked` → what stands there. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

/** The same in both, and rightly so: names, numbers and signs. */
const alike = new Set([
  'places.audio',
  'episode.podcast',
  'help.syntax.0.typed',
  'help.syntax.2.typed',
  'help.syntax.5.typed',
  'help.syntax.7.typed',
]);

describe('languages', () => {
  const [english, ...others] = locales.map((locale) => ({ locale, all: new Map(leaves(messagesFor(locale))) }));

  test.each(others)('$locale has every sentence, and no other', ({ all }) => {
    expect([...all.keys()].sort()).toEqual([...(english?.all.keys() ?? [])].sort());
  });

  test.each(others)('$locale is translated', ({ all }) => {
    const same = [...all].filter(([path, value]) => typeof value === 'string' && value === english?.all.get(path));
    expect(same.map(([path]) => path).filter((path) => !alike.has(path))).toEqual([]);
  });

  test.each(locales)('%s leaves no sentence empty', (locale) => {
    const empty = leaves(messagesFor(locale)).filter(([, value]) => value === '' || value === undefined);
    expect(empty).toEqual([]);
  });

  test('commands and options are described in each, within what Discord takes', () => {
    const described = commands.flatMap((command) => [command, ...Object.values(command.options)]);
    for (const { description, localNames = {} } of described) {
      for (const locale of locales) {
        expect(description[locale].length).toBeGreaterThan(0);
        expect(description[locale].length).toBeLessThanOrEqual(100);
      }
      for (const name of Object.values(localNames)) expect(name).toMatch(/^[-_\p{Ll}\p{N}]{1,32}$/u);
    }
    for (const locale of locales) {
      const typed = commands.filter(({ reach }) => reach === 'typed');
      expect(new Set(typed.map(({ name, localNames }) => localNames?.[locale] ?? name)).size).toBe(typed.length);
    }
  });
});

describe('format', () => {
  test.each([
    ['en', '2020', '2020'],
    ['en', '2020-08', 'August 2020'],
    ['en', '2020-08-15', 'Aug 15, 2020'],
    ['id', '2020', '2020'],
    ['id', '2020-08', 'Agustus 2020'],
    ['id', '2020-08-15', '15 Agu 2020'],
    ['en', '2020-02-30', '2020-02-30'],
    ['en', 'someday', 'someday'],
  ] as const)('%s writes the date %s as %s', (locale, date, expected) => {
    expect(messagesFor(locale).format.date(date)).toBe(expected);
  });

  test.each([
    ['en', 0, '0 sec'],
    ['en', 59, '59 sec'],
    ['en', 60, '1 min'],
    ['en', 2520, '42 min'],
    ['en', 3600, '1 hr'],
    ['en', 4325, '1 hr 12 min'],
    ['en', 3599, '1 hr'],
    ['id', 4325, '1 jam 12 menit'],
    ['id', 59, '59 detik'],
  ] as const)('%s writes %i seconds as %s', (locale, seconds, expected) => {
    expect(messagesFor(locale).format.length(seconds)).toBe(expected);
  });

  test.each([
    ['en', 0, '0 episodes'],
    ['en', 1, '1 episode'],
    ['en', 1234, '1,234 episodes'],
    ['id', 1, '1 episode'],
    ['id', 1234, '1.234 episode'],
  ] as const)('%s counts %i as %s', (locale, value, expected) => {
    expect(messagesFor(locale).episodes.count(value)).toBe(expected);
  });

  test('lists are joined as people join them', () => {
    const names = ['Ana', 'Budi', 'Citra'];
    expect(messagesFor('en').format.all(names)).toBe('Ana, Budi, and Citra');
    expect(messagesFor('id').format.either(names)).toBe('Ana, Budi, atau Citra');
  });

  test.each([
    [0.2, '1 second'],
    [3.01, '4 seconds'],
  ])('a wait of %d s is told as %s', (seconds, expected) => {
    expect(messagesFor('en').format.seconds(seconds)).toBe(expected);
  });
});
