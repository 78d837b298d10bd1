// Any bytes at all are read or refused with a reason; what is read stands in the file, in that order; and none takes long.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VerbatimError } from '../../src/errors.ts';
import { decodeText } from '../../src/text/decode.ts';
import { parseTranscript } from '../../src/transcripts/parse.ts';
import type { TranscriptSegment } from '../../src/transcripts/transcript.ts';

/** What was understood; nothing where it was refused, which must be with a reason. */
function read(text: string): readonly TranscriptSegment[] {
  try {
    const { segments } = parseTranscript(text);
    expect(segments.length).toBeGreaterThan(0);
    for (const { text: said } of segments) expect(said.length).toBeLessThanOrEqual(600);
    return segments;
  } catch (error) {
    expect(error).toBeInstanceOf(VerbatimError);
    return [];
  }
}

const folders = ['../golden/transcripts/', '../../data/'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
const originals = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // Channels are put in the order in which they speak, which the file's is not.
    .filter((name) => /\.\w+$/.test(name) && !/golden$|podcast\.json$|README|channels/.test(name))
    .map((name) => readFileSync(join(folder, name))),
);

const bytes = fc.uint8Array({ maxLength: 6 });
type Harm = (file: Uint8Array) => Uint8Array;
const place = (at: number, file: Uint8Array) => at % (file.length + 1);
const harm: fc.Arbitrary<Harm> = fc.oneof(
  fc.record({ at: fc.nat(), length: fc.nat(20), put: bytes }).map(({ at, length, put }): Harm => {
    return (file) => Buffer.concat([file.subarray(0, place(at, file)), put, file.subarray(place(at, file) + length)]);
  }),
  fc.record({ at: fc.nat(), bit: fc.nat(7) }).map(({ at, bit }): Harm => {
    return (file) => file.map((byte, index) => (index === at % file.length ? byte ^ (1 << bit) : byte));
  }),
  fc.nat().map(
    (at): Harm =>
      (file) =>
        file.subarray(0, place(at, file)),
  ),
  fc.record({ from: fc.nat(), length: fc.nat(400) }).map(({ from, length }): Harm => {
    const part = (file: Uint8Array) => file.subarray(place(from, file), place(from, file) + length);
    return (file) =>
      Buffer.concat([
        file.subarray(0, place(from, file) + length),
        part(file),
        file.subarray(place(from, file) + length),
      ]);
  }),
  fc.constantFrom(...originals).map(
    (other): Harm =>
      (file) =>
        Buffer.concat([file, other]),
  ),
);

/** The letters of a text in their order, escapes of JSON and of HTML read so many times. */
function letters(text: string, escapes: number): string {
  const unescaped = text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrtbf]/g, ' ');
  let plain = escapes === 0 ? text : unescaped;
  for (let time = 1; time < escapes; time++) plain = decodeHTML(plain);
  return plain.replace(/[^\p{L}\p{N}]/gu, '');
}

function standsIn(said: string, file: string): boolean {
  let at = 0;
  for (const letter of said) {
    at = file.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}

describe('any bytes at all', () => {
  const pieces = [
    ...[
      'WEBVTT\n\n',
      '00:01.000 --> 00:02.000\n',
      '1\n',
      '<v Ann>',
      '&amp;',
      '**Ann:** ',
      '\\[04:15\\] ',
      'Hi. ',
      '\n\n',
    ],
    ...[
      'Ann Example: ',
      'Ann Example 0:01\n',
      '0:00:01.0,0:00:02.0\n',
      'start\tend\ttext\n',
      '0\t1\t',
      '>> ',
      '---\n',
      '- ',
    ],
    ...[
      '{"segments":[',
      '{"body":"a","startTime":1}',
      ']}',
      ',',
      '\r\n',
      '\uFEFF',
      '[laughs]',
      '99:99',
      '-->',
      '<p>',
      '<',
    ],
    ...[
      '\ud800',
      '\udc00',
      '𝕏',
      '[',
      '\u0000',
      '<tt xmlns="http://www.w3.org/ns/ttml">',
      '<p begin="1s">',
      '</p>',
      '"',
    ],
  ];
  const fragment = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...pieces));

  test('are read, or refused with a reason', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 60 }), (parts) => void read(parts.join(''))),
      { numRuns: 500 },
    );
  });

  test('also before they are text', () => {
    const readBytes = (file: Uint8Array): void => {
      try {
        parseTranscript(decodeText(file));
      } catch (error) {
        expect(error).toBeInstanceOf(VerbatimError);
      }
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), readBytes), { numRuns: 300 });
  });

  test('nor is a word invented or moved where real files are torn, cut, doubled and put together', () => {
    fc.assert(
      fc.property(fc.constantFrom(...originals), fc.array(harm, { minLength: 1, maxLength: 4 }), (original, harms) => {
        const harmed = harms.reduce<Uint8Array>((file, one) => one(file), original);
        let text = '';
        try {
          text = decodeText(harmed);
        } catch (error) {
          expect(error).toBeInstanceOf(VerbatimError);
        }
        const said = letters(
          read(text)
            .map((segment) => segment.text)
            .join(' '),
          0,
        );
        expect([0, 1, 2, 3].some((escapes) => standsIn(said, letters(text, escapes)))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

// Each once cost time that grew with the square of its length, or would with a careless expression.
describe('a great deal of one thing behind a good beginning ends', () => {
  const beginnings = [
    'WEBVTT\n\n00:01.000 --> 00:02.000\nHi. ',
    '**Ann:** Hi.\n\n**Ben:** ',
    'Ann Example: Hi.\nBen Example: ',
    'Ann Example 0:01\nHi.\nBen Example 0:02\n',
    'start,end,text\n0,2400,"',
    '<!doctype html><p>Ann Example: Hi.</p><p>Ben Example: ',
    '---\ntranscript:\n  - line: "',
    '{"segments":[{"startTime":1,"body":"',
  ];
  const marks = [
    '[',
    '(',
    '{',
    '**',
    '<v ',
    '<',
    '&',
    '_a ',
    '\\[',
    '"',
    ':',
    '>> ',
    '[a](',
    '-',
    '[{',
    '</',
    '<!--',
    '~~',
  ];
  const words = [
    'A. ',
    '…',
    '. ',
    'a\n',
    'A: b\n',
    '0:01\n',
    'word ',
    'a',
    '9',
    '"? a',
    '👨‍👩‍👧',
    '\u0000',
    '\ud800',
    ' ',
    '\r',
  ];
  const times = ['00:01 --> ', '00:00:01,000 --> 00:00:02,000\n', '<00:00:01.000>', '[00:01] ', '0:'];

  test.each([...marks, ...words, ...times])('%j', (unit) => {
    for (const beginning of beginnings) read(beginning + unit.repeat(30_000 / unit.length));
  });

  test('ten megabytes of shreds are not read line by line', () => {
    for (const beginning of beginnings) read(beginning + 'a\n'.repeat(5_000_000));
  });

  test('JSON nested deeper than the stack is', () => {
    for (const open of ['[', '{"a":', '{"segments":[']) {
      read(open.repeat(1_000_000));
      read(`${open.repeat(100_000)}1${open.startsWith('[') ? ']'.repeat(100_000) : ''}`);
    }
  });

  test('numbers that are no times', () => {
    const numbers = ['1e999', '-1', '9007199254740993', '1e-400', 'null', '"x"', '[]'];
    for (const number of numbers) {
      const [segment] = read(`{"segments":[{"startTime":${number},"endTime":${number},"body":"Hello there."}]}`);
      expect(segment?.text).toBe('Hello there.');
      expect(Number.isFinite(segment?.startSeconds ?? 0)).toBe(true);
    }
  });
});
