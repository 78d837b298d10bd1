// What is taken from a service's answer: its words as they are, its times, and nothing that it holds for no speech itself.
import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/transcription/spoken.ts';

const read = (answer: unknown) => readAnswer(JSON.stringify(answer), 60);
const part = (text: string, more: object = {}) => ({ start: 1, end: 2, text, ...more });

describe('an answer', () => {
  test('keeps words, times, voices and language', () => {
    const answer = {
      language: 'english',
      segments: [part(' Hello.', { speaker: 'A' }), part(' Hi.', { speaker_id: 'speaker_1' })],
    };
    expect(read(answer)).toEqual({
      language: 'english',
      parts: [
        { start: 1, end: 2, text: ' Hello.', speaker: 'A' },
        { start: 1, end: 2, text: ' Hi.', speaker: 'speaker_1' },
      ],
    });
  });

  test.each([
    ['both figures say so', 0.9, -1.5, false],
    ['it is only unlikely to be speech', 0.9, -0.3, true],
    ['its words are only unlikely', 0.1, -1.5, true],
    ['the service does not say', undefined, undefined, true],
  ])('leaves a part out as no speech only where %s', (_, no_speech_prob, avg_logprob, stays) => {
    const segments = [part(' Thanks for watching!', { no_speech_prob, avg_logprob })];
    expect(read({ segments })).toMatchObject({ parts: stays ? [{ text: ' Thanks for watching!' }] : [] });
  });

  test('keeps what is said again and again: whether it was, only the service can tell', () => {
    const segments = [part(' No.'), part(' No.'), part(' No.')];
    expect(read({ segments })).toMatchObject({ parts: [{ text: ' No.' }, { text: ' No.' }, { text: ' No.' }] });
  });

  test('names no moment that the piece does not have', () => {
    const segments = [part(' Within.', { start: 58, end: 88 }), part(' Beyond.', { start: 61, end: 63 })];
    expect(read({ segments })).toEqual({ parts: [{ start: 58, end: 60, text: ' Within.' }, { text: ' Beyond.' }] });
  });

  test.each([
    ['a word cut in two', [' The light', 'house stands.'], [' The lighthouse stands.']],
    ['a word cut at its apostrophe', [' They did', "n't come."], [" They didn't come."]],
    ['words of a new sentence', [' The light.', 'House rules.'], [' The light.', 'House rules.']],
    ['parts of a service that trims them all', ['the light', 'house rules'], ['the light', 'house rules']],
  ])('joins %s only where it was cut', (_, texts, joined) => {
    const answer = read({ segments: texts.map((text) => part(text)) });
    expect(answer).toMatchObject({ parts: joined.map((text) => ({ text })) });
  });

  test('never joins two voices', () => {
    const segments = [part(' I saw the light', { speaker: 'A' }), part('house', { speaker: 'B' })];
    expect(read({ segments })).toMatchObject({ parts: [{ speaker: 'A' }, { speaker: 'B' }] });
  });

  test.each([
    ['words without times', { text: 'Hello there.' }, 'untimed'],
    ['words and no parts', { text: 'Hello there.', segments: [] }, 'untimed'],
    ['silence', { text: '' }, { parts: [] }],
    ['silence in parts', { text: ' ', segments: [] }, { parts: [] }],
    ['a page', '<html>', undefined],
    ['an error', { error: { message: 'no' } }, undefined],
    ['times that are none', { segments: [{ start: 'soon', end: 2, text: 'Hello.' }] }, undefined],
    ['a list', [1, 2], undefined],
    ['null', null, undefined],
  ])('reads %s as what it is', (_, answer, expected) => {
    expect(read(answer)).toEqual(expected);
  });

  test('may be no JSON at all', () => {
    expect(readAnswer('Bad Gateway', 60)).toBeUndefined();
  });
});
