// Sentences are told apart as a reader would, and together they are exactly the text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../src/text/sentences.ts';

const split = (text: string, language = 'en'): string[] =>
  sentences(text, language).map(([from, to]) => text.slice(from, to).trim());

describe('sentences', () => {
  test.each([
    ['en', 'Hi. How are you? Fine!', ['Hi.', 'How are you?', 'Fine!']],
    ['en', 'I met Dr. Roe and Kent C. Example. Then I left.', ['I met Dr. Roe and Kent C. Example.', 'Then I left.']],
    ['en', 'So do I. And you?', ['So do I.', 'And you?']],
    ['en', 'It costs 3.50 dollars, e.g. Monday at v1.2.3.', ['It costs 3.50 dollars, e.g. Monday at v1.2.3.']],
    ['en', 'Well… maybe. Well… Then no. Well... okay.', ['Well… maybe.', 'Well…', 'Then no.', 'Well... okay.']],
    ['en', '"Really?" he said. "Yes."', ['"Really?" he said.', '"Yes."']],
    ['en', 'That is fun. [laughter] And sad.', ['That is fun. [laughter]', 'And sad.']],
    ['en', 'See No. 5. No. I mean it.', ['See No. 5.', 'No.', 'I mean it.']],
    ['id', 'Kata Prof. Siti di Jl. Mawar begitu. Lalu? Ya.', ['Kata Prof. Siti di Jl. Mawar begitu.', 'Lalu?', 'Ya.']],
    ['de', 'Das ist z.B. Haus Nr. 5. Gut.', ['Das ist z.B. Haus Nr. 5.', 'Gut.']],
    ['en', 'I am in .NET, you know. So !Tiara it was.', ['I am in .NET, you know.', 'So !Tiara it was.']],
    ['ja', 'これは文です。次の文。「はい。」', ['これは文です。', '次の文。', '「はい。」']],
    ['xx', 'One. Two.', ['One.', 'Two.']],
    ['not a language', 'One. Two.', ['One.', 'Two.']],
    ['en', '', []],
  ])('%s: %s', (language, text, expected) => {
    expect(split(text, language)).toEqual(expected);
  });

  test('together they are the text, whatever it is', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('. ', '… ', '? ', 'Dr. ', ' A', '\n', '"', '[x] ', 'word '),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.integer({ min: 1, max: 300 }), (parts, times) => {
        const text = parts.join('').repeat(times);
        let at = 0;
        for (const [from, to] of sentences(text)) {
          expect(from).toBe(at);
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 60 },
    );
  });

  test('a sentence that lies across a reading window stays whole', () => {
    const filler = 'This is a sentence of some length. '.repeat(116);
    const text = `${filler}The one that crosses the window is here and long enough to do so. ${filler}`;
    expect(split(text)).toContain('The one that crosses the window is here and long enough to do so.');
  });
});
