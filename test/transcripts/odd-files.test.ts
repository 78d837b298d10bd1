// Large files that are hardly transcripts: each once took hundreds of megabytes, or minutes, and nothing that is said in them is lost.
import { describe, expect, test } from 'vitest';
import { VerbatimError } from '../../src/errors.ts';
import { readFrontMatter } from '../../src/transcripts/front-matter.ts';
import { parseTranscript } from '../../src/transcripts/parse.ts';

const million = 1_000_000;

/** As many as have about so many characters together. */
const filling = (characters: number, unit: string): string => unit.repeat(Math.ceil(characters / unit.length));

function refusal(text: string): string {
  try {
    parseTranscript(text);
    return 'none';
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    return error.message;
  }
}

function wordsOf(text: string): string {
  const { segments } = parseTranscript(text);
  return segments.map((segment) => segment.text).join(' ');
}

describe('JSON in shreds is refused before it is read', () => {
  test.each([
    ['lists', `[${filling(million, '[],')}[]]`],
    ['lists in lists', '['.repeat(million)],
    ['records', `{"segments":[{"start":1,"text":"a"},${filling(million, '{},')}{}]}`],
    ['numbers', `{"segments":[{"start":1,"text":"a"}],"x":[${filling(million, '1,')}1]}`],
    [
      'names',
      `{"segments":[{"start":1,"text":"a"}],${Array.from({ length: 120_000 }, (_, at) => `"k${at}":1`).join()}}`,
    ],
  ])('%s', (_, text) => {
    expect(refusal(text)).toContain('far too small parts');
  });

  test('a word in each record is no shred', () => {
    const { segments } = parseTranscript(`{"segments":[${filling(million, '{"body":"a"},')}{"body":"b."}]}`);
    expect(segments.length).toBeGreaterThan(100);
  });
});

describe('more than any talk has is refused', () => {
  test.each([
    ['columns', `start,end,text\n${','.repeat(2000)}`, 'columns'],
    [
      'attributes',
      `<pst:transcript><pst:item ${Array.from({ length: 2000 }, (_, at) => `a${at}="1"`).join(' ')}>`,
      'attributes',
    ],
    [
      'channels',
      `{"results":{"channels":[${Array.from({ length: 2000 }, () => '{"alternatives":[{"words":[{"word":"Hi"}]}]}').join()}]}}`,
      'channels',
    ],
    ['paragraphs', filling(3 * million, 'Ann Roe: ab\nBen Roe: ab\n'), 'paragraphs'],
    ['paragraphs of a page', `<html>${filling(4 * million, '<p>Ann: a</p><p>Ben: a</p>')}`, ''],
  ])('%s', (_, text, told) => {
    expect(refusal(text)).toContain(told);
    expect(refusal(text)).not.toBe('none');
  });

  test('but a table’s last column may hold any number of tabs', () => {
    expect(wordsOf(`start\tend\ttext\n0\t2400\tHello${'\t'.repeat(million)}there.\n`)).toBe('Hello there.');
  });
});

describe('long lines are read in parts, and nothing is lost', () => {
  test('of time marks', () => {
    const line = Array.from(
      { length: 300_000 },
      (_, at) => `word [${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}] `,
    );
    const said = wordsOf(`Ann Roe: Hi.\nBen Roe: Ho.\nAnn Roe: ${line.join('')}`);
    expect(said.match(/word/g)).toHaveLength(300_000);
    expect(said).not.toMatch(/\[\d{1,3}:\d\d\]/);
  });

  test.each([
    ['escapes', '\\* '],
    ['code', '`a` '],
    ['emphasis', '**a** '],
    ['links', '[a](b) '],
  ])('of Markdown’s %s', (_, unit) => {
    const count = 100_000;
    const said = wordsOf(`**Ann:** Hi.\n\n**Ben:** b ${unit.repeat(count)}`).replace('Hi. b', '');
    const mark = unit.startsWith('\\') ? '*' : 'a';
    expect(said.replaceAll(' ', '')).toBe(mark.repeat(count));
  });

  test('of entities', () => {
    const said = wordsOf(`Ann Roe: Hi.\nBen Roe: Ho.\nAnn Roe: ${'&amp;&#97;'.repeat(50_000)} there.`);
    expect(said.replaceAll(' ', '')).toBe(`Hi.Ho.${'&a'.repeat(50_000)}there.`);
  });

  test('of quotation marks in a table', () => {
    expect(wordsOf(`start,end,text\n0,2400,"Hi ${'""'.repeat(300_000)}"`).replaceAll(' ', '')).toBe(
      `Hi${'"'.repeat(300_000)}`,
    );
  });

  test('of line breaks within one paragraph of a page', () => {
    const page = `<cite>Ann:</cite><time>0:01</time><p>${'a<br>'.repeat(100_000)}</p>`;
    expect(wordsOf(page).replaceAll(' ', '')).toBe('a'.repeat(100_000));
  });

  test('one caption that is all of a talk keeps its words, whoever says them', () => {
    const voices = '<v Ann>ab '.repeat(50_000);
    const { segments } = parseTranscript(`WEBVTT\n\n00:01.000 --> 00:02.000\n${voices}\n`);
    expect(
      segments
        .map(({ text }) => text)
        .join(' ')
        .match(/ab/g),
    ).toHaveLength(50_000);
    expect(segments.every(({ text }) => !text.includes('<'))).toBe(true);
  });
});

describe('front matter that is a data base is refused before it is read', () => {
  test.each([
    ['a key in each of many lines', Array.from({ length: 40_000 }, (_, at) => `k${at}: v\n`).join('')],
    ['brackets', `a: ${'['.repeat(300_000)}\n`],
  ])('%s', (_, yaml) => {
    expect(() => readFrontMatter(`---\n${yaml}---\n`)).toThrow('more entries');
  });
});

test('of ninety thousand people who talk nothing is taken for a talk', () => {
  const letters = (at: number): string =>
    [0, 1, 2, 3].map((place) => String.fromCharCode(97 + (Math.floor(at / 18 ** place) % 18))).join('');
  const lines = Array.from({ length: 90_000 }, (_, at) => `A${letters(at)} Roe: hello to you.\n`);
  expect(() => parseTranscript(`Ann Roe: Hi.\nBen Roe: Ho.\n${lines.join('')}`)).toThrow('different names');
});
