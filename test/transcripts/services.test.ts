// What services write down, where it is awkward: who speaks on several channels, without utterances, or under a number.
import { describe, expect, test } from 'vitest';
import { parseTranscript } from '../../src/transcripts/parse.ts';

type Said = readonly [speaker: string | undefined, words: string, start: number | undefined];

function said(file: unknown): Said[] {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  return parseTranscript(text).segments.map(({ speaker, text: words, startSeconds }) => [speaker, words, startSeconds]);
}

const word = (text: string, start: number, speaker?: unknown) => ({
  text,
  start,
  end: start + 100,
  confidence: 1,
  speaker,
});
const heard = (transcript: string, start: number, rest: object = {}) => ({
  transcript,
  start,
  end: start + 1,
  ...rest,
});
const spoken = (written: string, start: number, speaker?: number) => ({
  word: written,
  start,
  end: start + 0.5,
  speaker,
});
const paragraph = (text: string, start: number, speaker?: number) => ({
  speaker,
  sentences: [{ text, start, end: start + 0.5 }],
});
const channel = (...paragraphs: object[]) => ({ alternatives: [{ paragraphs: { paragraphs } }] });

describe('who says it', () => {
  test.each<[string, unknown, Said[]]>([
    [
      'AssemblyAI’s words, without utterances',
      {
        text: 'Hi there. Yo.',
        words: [word('Hi', 250, 'A'), word('there.', 400, 'A'), word('Yo.', 61_000, 'B')],
        utterances: null,
      },
      [
        ['A', 'Hi there.', 0.25],
        ['B', 'Yo.', 61],
      ],
    ],
    [
      'Deepgram’s channels, each counted from 0',
      {
        results: {
          channels: [channel(paragraph('One.', 0, 0), paragraph('Two.', 2, 1)), channel(paragraph('Three.', 4, 0))],
        },
      },
      [
        ['0', 'One.', 0],
        ['1', 'Two.', 2],
        ['2', 'Three.', 4],
      ],
    ],
    [
      'Deepgram’s channels, one of them without speakers',
      {
        results: {
          channels: [
            channel(paragraph('One.', 0, 0), paragraph('Two.', 2, 1)),
            { alternatives: [{ transcript: 'Three. Four.', words: [spoken('Three.', 4), spoken('Four.', 5)] }] },
          ],
        },
      },
      [
        ['0', 'One.', 0],
        ['1', 'Two.', 2],
        ['2', 'Three. Four.', 4],
      ],
    ],
    [
      'Deepgram’s utterances on channels',
      {
        results: {
          utterances: [heard('One.', 0, { channel: 0, speaker: 0 }), heard('Two.', 2, { channel: 1, speaker: 0 })],
          channels: [channel(), channel()],
        },
      },
      [
        ['0', 'One.', 0],
        ['1', 'Two.', 2],
      ],
    ],
    [
      'Deepgram’s utterances alone',
      { results: { utterances: [heard('One.', 0, { speaker: 0 }), heard('Two.', 2, { speaker: 1 })], channels: [] } },
      [
        ['0', 'One.', 0],
        ['1', 'Two.', 2],
      ],
    ],
    [
      'Podlove’s voices rather than its numbers',
      [
        { start_ms: 500, end_ms: 2000, speaker: '1', voice: 'Tim', text: 'Hallo.' },
        { start_ms: 2000, end_ms: 3000, speaker: '2', voice: '', text: 'Ja.' },
        { start_ms: 3000, end_ms: 4000, speaker: '1', voice: '', text: 'Gut.' },
        { start_ms: 4000, end_ms: 5000, speaker: 'Antje', voice: 'Spur 2', text: 'So.' },
        { start_ms: 5000, end_ms: 6000, text: 'Oh.' },
      ],
      [
        ['Tim', 'Hallo.', 0.5],
        ['2', 'Ja.', 2],
        ['Tim', 'Gut.', 3],
        ['Antje', 'So.', 4],
        [undefined, 'Oh.', 5],
      ],
    ],
    [
      'Podlove’s XML, nobody where nobody is named',
      '<pst:transcript><pst:speech><pst:speaker>Tim</pst:speaker><pst:item start="00:00:01">Hallo.</pst:item></pst:speech>' +
        '<pst:speech><pst:item start="00:00:05">Wer?</pst:item></pst:speech></pst:transcript>',
      [
        ['Tim', 'Hallo.', 1],
        [undefined, 'Wer?', 5],
      ],
    ],
    [
      'Rev AI’s sounds, which have no time and are no words',
      {
        monologues: [
          {
            speaker: 1,
            elements: [
              { type: 'punct', value: '…' },
              { type: 'unknown', value: '<laugh>' },
              { type: 'text', value: 'Good', ts: 3, end_ts: 3.2 },
              { type: 'punct', value: ' ' },
              { type: 'unknown', value: '<crosstalk>' },
              { type: 'punct', value: '.' },
            ],
          },
        ],
      },
      [['1', '… [laugh] Good [crosstalk].', 3]],
    ],
    [
      'segments of Podcasting 2.0, those without words passed over',
      { version: '1.0.0', segments: [{ startTime: 1, body: 'Hi.' }, { startTime: 2 }, { startTime: 3, body: 'So.' }] },
      [[undefined, 'Hi. So.', 1]],
    ],
  ])('%s', (_, file, expected) => {
    expect(said(file)).toEqual(expected);
  });
});

describe('nothing to read is said as it is', () => {
  test.each<[string, object, string]>([
    ['no segments', { version: '1.0.0', segments: [] }, 'The Podcasting 2.0 JSON holds no segments.'],
    [
      'segments without words',
      { version: '1.0.0', segments: [{ startTime: 1, body: 'Hi.' }, { startTime: 2 }, { startTime: 3 }] },
      'Segment 2 of the Podcasting 2.0 JSON has no text "body", as most others.',
    ],
    [
      'a recording that failed',
      { status: 'error', error: 'Download error', text: null, words: null, utterances: null },
      'This is AssemblyAI’s answer for a recording that could not be transcribed: Download error.',
    ],
    [
      'a recording that waits',
      { status: 'queued', text: null, words: null, utterances: null },
      'This is AssemblyAI’s answer for a recording that holds no words.',
    ],
  ])('%s', (_, file, message) => {
    expect(() => said(file)).toThrow(message);
  });
});
