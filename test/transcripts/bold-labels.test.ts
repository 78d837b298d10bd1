// Who speaks in Markdown: labels that slipped in typing cost nobody their words, and what is played between is nobody's.
import { describe, expect, test } from 'vitest';
import { parseTranscript } from '../../src/transcripts/parse.ts';

/** Each string is a paragraph; two of Ann's and Ben's stand above, and one of Ann's below. */
function said(...paragraphs: readonly string[]): (readonly [speaker: string | undefined, words: string])[] {
  const file = ['**Ann Roe:** Hello.', '**Ben Poe:** Hi.', ...paragraphs, '**Ann Roe:** Good.'].join('\n\n');
  const segments = parseTranscript(file).segments.map(({ speaker, text }) => [speaker, text] as const);
  expect(segments.slice(0, 2)).toEqual([
    ['Ann Roe', 'Hello.'],
    ['Ben Poe', 'Hi.'],
  ]);
  expect(segments.at(-1)).toEqual(['Ann Roe', 'Good.']);
  return segments.slice(2, -1);
}

describe('one paragraph', () => {
  test.each([
    ['**Ann Roe:**"Oh... Because."', 'Ann Roe', '"Oh... Because."'],
    ['**Ann Roe:**&quot;Oh.&quot;', 'Ann Roe', '"Oh."'],
    ['**Ann Roe:**...and so on.', 'Ann Roe', '...and so on.'],
    ['**Ann Roe:**\\[21:47\\] I have.', 'Ann Roe', 'I have.'],
    ['**Ann Roe**:Well.', 'Ann Roe', 'Well.'],
    ['**Ann Roe** : Well.', 'Ann Roe', 'Well.'],
    ['**Ann Roe :** Well.', 'Ann Roe', 'Well.'],
    ['__Ann Roe:__ Well.', 'Ann Roe', 'Well.'],
    ['**Ann Roe: Well.', 'Ann Roe', 'Well.'],
    ['*Ann Roe:** Well.', 'Ann Roe', 'Well.'],
    ['Ann Roe: Well.', 'Ann Roe', 'Well.'],
    ['Carla Doe: Who is not bold anywhere.', 'Carla Doe', 'Who is not bold anywhere.'],
    ['**Carla B. Doe, Psy.D:**"Oh."', 'Carla B. Doe, Psy.D', '"Oh."'],
    ['\\[unintelligible 00:50:27.28\\]**Ann Roe:** Yeah.', 'Ann Roe', '[unintelligible 00:50:27.28] Yeah.'],
    ['**Dan:** I am Dan.', 'Dan', 'I am Dan.'],
    ['**Note:** what the author adds.', undefined, 'Note: what the author adds.'],
    ['**Editor’s note:** what the author adds.', undefined, 'Editor’s note: what the author adds.'],
    ['**This is the point:** it works.', undefined, 'This is the point: it works.'],
    ['**Really?** I do not know.', 'Ben Poe', 'Really? I do not know.'],
    ['**Really**bold.', 'Ben Poe', 'Reallybold.'],
    ['Remember: it works.', 'Ben Poe', 'Remember: it works.'],
    ['The Kettle: it works.', 'Ben Poe', 'The Kettle: it works.'],
    ['Here is what I said to Ann Roe: no.', 'Ben Poe', 'Here is what I said to Ann Roe: no.'],
    ['*All of it is stressed.*', 'Ben Poe', 'All of it is stressed.'],
  ])('%s', (paragraph, speaker, words) => {
    expect(said(paragraph)).toEqual([[speaker, words]]);
  });
});

test('somebody who breaks into a paragraph says it from there on', () => {
  expect(said('**Ben Poe:** He held a torch **Ann Roe:** Like a **small** light.', 'And so on.')).toEqual([
    ['Ben Poe', 'He held a torch'],
    ['Ann Roe', 'Like a small light.'],
    ['Ann Roe', 'And so on.'],
  ]);
  expect(said('**Ben Poe:** I said **the point is:** nothing.')).toEqual([
    ['Ben Poe', 'I said the point is: nothing.'],
  ]);
});

test('a clip behind a time mark is nobody’s; what comes behind it is theirs who spoke before', () => {
  for (const mark of ['\\[40:32\\]', '**Jingle:** \\[40:32\\]']) {
    expect(said('Listen.', mark, '*Are you as good as they say?*', '*Every once in a while…*', 'That was it.')).toEqual(
      [
        ['Ben Poe', 'Listen.'],
        [undefined, 'Are you as good as they say?'],
        [undefined, 'Every once in a while…'],
        ['Ben Poe', 'That was it.'],
      ],
    );
  }
});

test('a date above the talk is a fact and no quote', () => {
  const { facts, segments } = parseTranscript(
    '# Kettles\n\nPublished: 2021-01-02\n\n**Ann Roe:** Hello.\n\n**Ben Poe:** Hi.',
  );
  expect(facts).toMatchObject({ title: 'Kettles', publishedAt: '2021-01-02' });
  expect(segments.map(({ text }) => text)).toEqual(['Hello.', 'Hi.']);
});
