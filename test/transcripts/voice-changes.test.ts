// ">>" in captions that are no SRT or WebVTT: another voice, whose name is not known, and nothing that anybody said.
import { describe, expect, test } from 'vitest';
import { parseTranscript } from '../../src/transcripts/parse.ts';
import type { Cue } from '../../src/transcripts/transcript.ts';
import { voiceChanges } from '../../src/transcripts/voice-changes.ts';

const parts = (cue: Cue) =>
  [...voiceChanges(cue)].map(({ speaker, text, startSeconds, endSeconds }) => [
    speaker,
    text.trim(),
    startSeconds,
    endSeconds,
  ]);

describe('a cue', () => {
  test.each<[string, Partial<Cue>, ReturnType<typeof parts>]>([
    ['>> yes', {}, [[null, 'yes', 1, 2]]],
    ['>>> News.', {}, [[null, 'News.', 1, 2]]],
    ['>>', {}, [[null, '', undefined, undefined]]],
    [
      'No. >> Yes. >> Oh.',
      {},
      [
        [undefined, 'No.', 1, undefined],
        [null, 'Yes.', undefined, undefined],
        [null, 'Oh.', undefined, 2],
      ],
    ],
    [
      'No. >>',
      {},
      [
        [undefined, 'No.', 1, 2],
        [null, '', undefined, undefined],
      ],
    ],
    ['>> yes', { speaker: 'Ann' }, [['Ann', 'yes', 1, 2]]],
    [
      '>> Yes. >> No.',
      { speaker: 'Ann' },
      [
        ['Ann', 'Yes.', 1, undefined],
        [null, 'No.', undefined, 2],
      ],
    ],
    ['then cat a >> b', {}, [[undefined, 'then cat a >> b', 1, 2]]],
    ['a>>b >>= c', {}, [[undefined, 'a>>b >>= c', 1, 2]]],
  ])('%s', (text, who, expected) => {
    expect(parts({ text, startSeconds: 1, endSeconds: 2, ...who })).toEqual(expected);
  });
});

describe('a file', () => {
  const cues = ['hello there', '>> yes.', '>> no.'].map((text, at) => ({ start: at * 2, end: at * 2 + 1.5, text }));
  test.each([
    ['cues', JSON.stringify(cues)],
    ['Whisper', JSON.stringify({ segments: cues.map((cue, id) => ({ id, ...cue })) })],
    [
      'json3',
      JSON.stringify({ events: cues.map(({ start, text }) => ({ tStartMs: start * 1000, segs: [{ utf8: text }] })) }),
    ],
    ['Podcasting 2.0', JSON.stringify({ segments: cues.map(({ start, text }) => ({ startTime: start, body: text })) })],
    [
      'YouTube’s XML',
      `<transcript>${cues.map(({ start, text }) => `<text start="${start}">${text}</text>`).join('')}</transcript>`,
    ],
    ['timed lines', cues.map(({ start, text }) => `00:00:0${start} ${text}`).join('\n')],
    ['SRT', cues.map(({ start, text }) => `00:00:0${start},000 --> 00:00:0${start},500\n${text}\n`).join('\n')],
  ])('of %s', (_, text) => {
    expect(
      parseTranscript(text).segments.map((segment) => [segment.speaker, segment.text, segment.startSeconds]),
    ).toEqual([
      [undefined, 'hello there', 0],
      [undefined, 'yes.', 2],
      [undefined, 'no.', 4],
    ]);
  });
});
