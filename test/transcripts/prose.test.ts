// Prose of one person, and what stands under a talk.
import { describe, expect, test } from 'vitest';
import { parseTranscript } from '../../src/transcripts/parse.ts';

const said = (text: string) => parseTranscript(text).segments.map(({ speaker, text: words }) => [speaker, words]);

describe('one person’s talk', () => {
  test.each([
    ['Ann Bee: hello there.\nMore text.', ['Ann Bee', 'hello there.'], ['Ann Bee', 'More text.']],
    ['Ann Bee: hello there.', ['Ann Bee', 'hello there.']],
    ['Speaker 1: hello there.\n\nMore text.', ['Speaker 1', 'hello there.'], ['Speaker 1', 'More text.']],
  ])('%j', (text, ...expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each([
    'Ann: hello there.',
    'Ingredients: flour.\nMore text.',
    'Dear all: hello there.\nMore text.',
    'Here is some text.\nAnn Bee: hello there.',
    `New York: it rained.\n${'And it rained on.\n'.repeat(20)}`,
    'Ann Bee: hello\nand\nthen\nnothing',
  ])('but not %.40j', (text) => {
    expect(() => said(text)).toThrow();
  });
});

describe('below the last turn', () => {
  const talk = 'Ann: Hello.\nBen: Hi.\nAnn: Well.\n';

  test.each([
    'Subscribe to our newsletter: click here.',
    'Transcript by the staff.',
    'Follow us.\nAll rights reserved.',
  ])('an advertisement is nobody’s, and no quote: %j', (below) => {
    expect(said(talk + below)).toEqual([
      ['Ann', 'Hello.'],
      ['Ben', 'Hi.'],
      ['Ann', 'Well.'],
    ]);
  });

  test('what may have been said is kept, as nobody’s', () => {
    expect(said(`${talk}Listen to your heart.\nGood night.`).slice(3)).toEqual([
      [undefined, 'Listen to your heart.'],
      [undefined, 'Good night.'],
    ]);
    expect(said('Ann: Hello.\nSubscribe to nothing.\nBen: Hi.\nAnn: Well.')).toContainEqual([
      'Ann',
      'Subscribe to nothing.',
    ]);
  });
});
