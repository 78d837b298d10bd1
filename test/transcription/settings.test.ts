// What the variables mean, and what is said where they are wrong.
import { describe, expect, test } from 'vitest';
import { readTranscription } from '../../src/settings.ts';

const read = (environment: Readonly<Record<string, string>>) => readTranscription(environment).transcription;

describe('TRANSCRIBE_URL', () => {
  test.each([
    ['https://api.openai.com', 'https://api.openai.com/v1/audio/transcriptions'],
    ['https://api.openai.com/v1', 'https://api.openai.com/v1/audio/transcriptions'],
    ['https://api.openai.com/v1/', 'https://api.openai.com/v1/audio/transcriptions'],
    ['https://api.groq.com/openai', 'https://api.groq.com/openai/v1/audio/transcriptions'],
    ['http://localhost:8000', 'http://localhost:8000/v1/audio/transcriptions'],
    ['http://localhost:8000/v1/audio/transcriptions', 'http://localhost:8000/v1/audio/transcriptions'],
    ['http://localhost:8080/inference', 'http://localhost:8080/inference'],
    [
      'https://ai.example.org/v1/openai/audio/transcriptions?v=2',
      'https://ai.example.org/v1/openai/audio/transcriptions?v=2',
    ],
  ])('%s is asked at %s', (url, address) => {
    expect(read({ TRANSCRIBE_URL: url })).toMatchObject({ configured: true, settings: { address } });
  });

  test('is what is lacking where it is left out', () => {
    expect(read({ TRANSCRIBE_API_KEY: 'key' })).toEqual({ configured: false, lacks: 'TRANSCRIBE_URL' });
  });
});

test('what is left out is small and common: Whisper, two hours a day, 25 MB', () => {
  const environment = { TRANSCRIBE_URL: 'http://localhost:8000', LIBRARY: '/data/library.db', PATH: '/usr/bin' };
  expect(read(environment)).toMatchObject({
    settings: {
      ...{ apiKey: undefined, model: 'whisper-1', mostHoursADay: 2, mostBytes: 25_000_000 },
      ...{ folder: '/data/library.db.transcribing', searchPath: '/usr/bin' },
    },
  });
});

test.each([
  ['TRANSCRIBE_URL', 'localhost:8000', 'give a whole address'],
  ['TRANSCRIBE_URL', 'https://me:secret@example.org', 'a key goes to TRANSCRIBE_API_KEY'],
  ['TRANSCRIBE_MAX_HOURS_PER_DAY', 'two', 'give a number of hours'],
  ['TRANSCRIBE_MAX_HOURS_PER_DAY', '-1', 'give a number of hours'],
  ['TRANSCRIBE_MAX_MB', '0', 'give 0.5 megabytes or more'],
])('%s=%s is refused with its mend', (name, value, mend) => {
  const wrong = () => read({ TRANSCRIBE_URL: 'http://localhost:8000', [name]: value });
  expect(wrong).toThrow(mend);
  expect(wrong).toThrow(`  ${name}: `);
  expect(wrong).not.toThrow('secret');
});
