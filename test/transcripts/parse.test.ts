// What no transcript is, or breaks off, is told kindly and with the line.
import { describe, expect, test } from 'vitest';
import { VerbatimError } from '../../src/errors.ts';
import { parseTranscript } from '../../src/transcripts/parse.ts';

function failure(text: string): VerbatimError {
  try {
    parseTranscript(text);
  } catch (error) {
    if (error instanceof VerbatimError) return error;
    throw error;
  }
  throw new Error('It was read without a complaint.');
}

describe('what breaks its format', () => {
  test.each([
    ['an empty file', '', 1],
    ['nothing but white space', ' \n\n\t', 1],
    ['JSON that breaks off', '{"version":"1.0.0",\n"segments":[\n{"startTime":0,"body":"Hel', 3],
    ['JSON broken midway', '{"segments":[\n{"startTime":0,"body":"a"},\n{"startTime":,"body":"b"}]}', 3],
    ['WebVTT broken midway', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n\n00:0x.000 --> 00:04.000\nBye', 6],
    ['WebVTT that breaks off', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n\n00:02.000 --> ', 6],
    ['SRT broken midway', '1\n00:00:01,000 --> 00:00:02,000\nHi\n\n2\n00:00:02,000 --> soon\nBye', 6],
    ['a caption file with nothing in it', 'WEBVTT\n\n', 1],
    ['nothing but sounds', 'WEBVTT\n\n00:01.000 --> 00:02.000\n[Music] ♪\n', 1],
  ])('%s', (_name, text, line) => {
    const error = failure(text);
    expect(error.code).toBe('malformed');
    expect(error.line).toBe(line);
    expect(error.message).toMatch(/^[A-Z].*\.$/s);
  });
});

describe('what no format fits', () => {
  test.each([
    ['a letter', 'Dear all,\n\nThe kettle is broken. I am sorry: it was me.\n\nAnn'],
    ['a table', 'name,kettle\nAnn,blue\nBen,red\n'],
    ['a program', 'export const kettle = { boil: true };\n'],
    ['other JSON', '{"kettles": [{"colour": "blue"}]}'],
  ])('%s', (_name, text) => {
    const error = failure(text);
    expect(error.code).toBe('unknown-format');
    expect(error.message).toMatch(/^No transcript format fits; [\w-]+ comes nearest and fails at line \d+\./);
  });

  test('of a text one is named that reads texts, and why it fails; of JSON one that reads JSON', () => {
    expect(failure('Dear all, the kettle is broken.').message).toBe(
      'No transcript format fits; prose comes nearest and fails at line 1. ' +
        'No line opens with a speaker’s name and a colon ("Ann Example: Hello.").',
    );
    expect(failure('{"kettles": []}').message).toMatch(/; [\w-]+-json comes nearest and fails at line 1\. .+ needs /);
    expect(failure('{"segments": [{"kettle": 1}]}').message).toContain('an object with a list "segments"');
  });

  test('of one name alone it is said why it is not enough', () => {
    expect(failure('Ann: hello there.').message).toContain(
      '“Ann” alone may be a heading: two are needed, or a full name',
    );
  });

  test('the nearest is the one that it resembles most', () => {
    expect(
      failure(
        'Ann Example: Hello there.\n\nand then\n\nmany\n\nlines\n\nof\n\nsomething\n\nelse\n\nwith\n\nno\n\nnames\n\nat\n\nall',
      ).message,
    ).toMatch(/; prose comes nearest/);
  });
});

describe('the language that is spoken', () => {
  const turns = (says: string, times: number) =>
    Array.from({ length: times }, (_, at) => `${at % 2 ? 'Ann' : 'Ben'}: ${says}\n\n`).join('');
  const talk = turns('Ja, das klingt nicht gut, aber irgendwo müssen wir anfangen.', 60);
  const sponsor = turns('This episode is brought to you by the makers of the finest lanterns.', 20);

  test.each([
    ['before it', sponsor + talk],
    ['behind it', talk + sponsor],
  ])('is told from what most is spoken in, whatever is read out %s', (_, text) => {
    expect(parseTranscript(text).facts.language).toBe('de');
  });
});
