// How a service is asked, and what becomes of its refusals: against a server that speaks its protocol.
import { describe, expect, test } from 'vitest';
import { createService, type Question } from '../../src/transcription/service.ts';
import { asWav } from '../../src/transcription/sound.ts';
import { Trouble } from '../../src/transcription/stop.ts';
import {
  type StandIn,
  type StandInOptions,
  startTranscriptionStandIn,
  type Whim,
} from '../support/transcription/stand-in.ts';

const question: Question = { audio: asWav(Buffer.alloc(32_000)), seconds: 1, language: 'en', voices: [] };
const good = { status: 200, body: JSON.stringify({ segments: [{ start: 0, end: 1, text: ' Ahoy.' }] }) };
const spoken = { parts: [{ start: 0, end: 1, text: ' Ahoy.' }] };

async function serve(whims: Whim[], options: StandInOptions = {}, model = 'whisper-1') {
  const standIn = await startTranscriptionStandIn({ whims, model, ...options });
  const service = serviceAt(standIn.url, model);
  return { standIn, ask: (more: Partial<Question> = {}) => service.ask({ ...question, ...more }) };
}

function serviceAt(url: string, model = 'whisper-1', signal?: AbortSignal) {
  const address = `${url}/v1/audio/transcriptions`;
  const settings = {
    address,
    apiKey: 'sk-secret',
    model,
    mostHoursADay: 2,
    mostBytes: 1e6,
    folder: '',
    searchPath: '',
  };
  return createService(settings, { backOffMs: 1, signal });
}

const statuses = ({ asked }: StandIn) => asked.map(({ status }) => status);
const fields = ({ asked }: StandIn, name: string) => asked.map((one) => one.fields[name]?.[0]);

describe('a service', () => {
  test('gets the audio, the model, the language and the key, and what is wanted', async () => {
    const { standIn, ask } = await serve([good]);
    expect(await ask()).toEqual(spoken);
    expect(standIn.asked[0]).toMatchObject({
      authorization: 'Bearer sk-secret',
      fields: { model: ['whisper-1'], language: ['en'], response_format: ['verbose_json'] },
    });
    expect(standIn.asked[0]?.audio.equals(question.audio)).toBe(true);
  });

  test.each([
    ['busy', { status: 429 }],
    ['busy for a moment that it names', { status: 429, headers: { 'retry-after': '0' } }],
    ['busy until a date that is past', { status: 503, headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' } }],
    ['out of order', { status: 500, body: 'Internal Server Error' }],
  ])('that is %s is asked again', async (_, whim) => {
    const { standIn, ask } = await serve([whim, whim, good]);
    expect(await ask()).toEqual(spoken);
    expect(statuses(standIn)).toEqual([whim.status, whim.status, 200]);
  });

  test.each([
    ['an option', [400, 200], ['segment', undefined]],
    ['an option, in another manner', [422, 200], ['segment', undefined]],
  ])('that does not know %s is asked without it, and from then on at once', async (_, first, granularities) => {
    const { standIn, ask } = await serve([{ status: first[0] ?? 0 }, good, good]);
    await ask();
    await ask();
    expect(statuses(standIn)).toEqual([...first, 200]);
    expect(fields(standIn, 'timestamp_granularities[]')).toEqual([...granularities, undefined]);
  });

  test('is asked to tell voices apart where its model does that, with the voices that are known', async () => {
    const { standIn, ask } = await serve([good], {}, 'gpt-4o-transcribe-diarize');
    await ask({ voices: [{ name: 'known-voice-1', clip: question.audio }] });
    expect(standIn.asked[0]?.fields).toMatchObject({
      response_format: ['diarized_json'],
      chunking_strategy: ['auto'],
      'known_speaker_names[]': ['known-voice-1'],
      'known_speaker_references[]': [`data:audio/wav;base64,${question.audio.toString('base64')}`],
    });
  });

  test('that says it tells voices apart and does not, is asked for words and times alone', async () => {
    const { standIn, ask } = await serve([{ status: 400 }, good], {}, 'my-diarizer');
    expect(await ask()).toEqual(spoken);
    expect(fields(standIn, 'response_format')).toEqual(['diarized_json', 'verbose_json']);
  });

  test('of Mistral’s is asked in Mistral’s way', async () => {
    const { standIn, ask } = await serve([good], {}, 'voxtral-mini-latest');
    await ask();
    expect(standIn.asked[0]?.fields).toEqual({
      model: ['voxtral-mini-latest'],
      diarize: ['true'],
      timestamp_granularities: ['segment'],
    });
  });
});

describe('trouble is told with its mend, and never with the key:', () => {
  const told = { status: 0, body: JSON.stringify({ error: { message: 'Key sk-secret: <b>no</b>\nsuch luck' } }) };
  const refused = Array.from({ length: 5 }, () => told);

  test.each([
    [401, 'does not take the key in TRANSCRIBE_API_KEY. It says: Key …: no such luck', true],
    [403, 'does not take the key in TRANSCRIBE_API_KEY', true],
    [404, 'has nothing there, or no model "whisper-1": check TRANSCRIBE_URL and TRANSCRIBE_MODEL', true],
    [413, 'takes only smaller files (413): set TRANSCRIBE_MAX_MB', true],
    [429, 'takes no more for now (429)', true],
    [400, 'does not understand what it is asked (400): check TRANSCRIBE_MODEL', true],
    [307, 'sends on to elsewhere (307): set TRANSCRIBE_URL to its real address', false],
    [500, 'is out of order (500)', true],
    [504, 'is out of order (504)', false],
  ])('%i', async (status, words, free) => {
    const { ask } = await serve(refused.map((one) => ({ ...one, status })));
    const error = await ask().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Trouble);
    expect(error).toMatchObject({ message: expect.stringContaining(words), free });
    expect(String(error)).not.toContain('sk-secret');
  });

  test('a quota that is used up is not asked for again and again', async () => {
    const { standIn, ask } = await serve([{ status: 429, body: '{"error":{"code":"insufficient_quota"}}' }]);
    await expect(ask()).rejects.toThrow('takes no more for now');
    expect(standIn.asked).toHaveLength(1);
  });

  test('a service that wants an hour of rest gets it', async () => {
    const { standIn, ask } = await serve([{ status: 429, headers: { 'retry-after': '3600' } }]);
    await expect(ask()).rejects.toThrow('takes no more for now');
    expect(standIn.asked).toHaveLength(1);
  });

  test.each([
    [
      'words without times',
      { status: 200, body: '{"text":"Ahoy."}' },
      'tells words without their times. Set TRANSCRIBE_MODEL',
    ],
    ['a web page', { status: 200, body: '<html><h1>Welcome' }, 'answered with something that is no transcript'],
    ['nothing', { status: 200, body: '' }, 'answered with something that is no transcript'],
    ['half an answer', 'hang up' as const, 'did not answer (ECONNRESET)'],
  ])('%s', async (_, whim, words) => {
    const { ask } = await serve([whim]);
    await expect(ask()).rejects.toThrow(words);
  });

  test('nobody is there', async () => {
    const { url } = await startTranscriptionStandIn();
    const closed = new URL(url);
    closed.port = '1';
    const error = await serviceAt(closed.origin)
      .ask(question)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      message: expect.stringContaining('did not answer (ECONNREFUSED). Check that it runs'),
      free: true,
    });
  });

  test('whoever stops does not wait for a service that says nothing', async () => {
    const { url, until } = await startTranscriptionStandIn({ whims: ['silence'] });
    const stopping = new AbortController();
    const asking = serviceAt(url, 'whisper-1', stopping.signal).ask(question);
    await until(1);
    stopping.abort();
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
  });
});
