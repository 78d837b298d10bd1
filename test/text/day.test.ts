// Calendar days as people, files and feeds write them.
import { expect, test } from 'vitest';
import { readDay } from '../../src/text/day.ts';

test.each('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').map((name, index) => [name, index + 1]))(
  '%s is a month of mail and feeds',
  (name, month) => {
    const date = `2020-${String(month).padStart(2, '0')}-09`;
    expect(readDay(`Fri, 09 ${name} 2020 04:30:38 GMT`)?.date).toBe(date);
  },
);

test.each([
  ['2020-08-15T23:59:59.000-08:00 and more', '2020-08-15', 29],
  ['15. August 2020', '2020-08-15', 15],
  ['15 Agustus 2020, kata dia', '2020-08-15', 15],
  ['9 marraskuuta 2020', '2020-11-09', 18],
  ['9 Okt 2020', '2020-10-09', 10],
  ['03/04/2020', '2020', 10],
  ['13/04/2020', '2020-04-13', 10],
])('%s', (text, date, length) => expect(readDay(text)).toEqual({ date, length }));

test.each(['30 Feb 2020', '2020-13-01', 'yesterday', '9 Foo 2020', ''])('%s is no day', (text) =>
  expect(readDay(text)).toBeUndefined(),
);
