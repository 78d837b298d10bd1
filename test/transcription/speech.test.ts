// Real speech through everything: fetched, cut, asked for piece by piece, and on the shelf with its true times.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Segment } from '../../src/model.ts';
import { transcribeAwaited } from '../../src/transcription/transcribe-awaited.ts';
import type { TranscriptionRequest, TranscriptionSettings } from '../../src/transcription/transcription.ts';
import { shareFolder } from '../support/folder.ts';
import { encode, withoutMediaTools } from '../support/transcription/media-tools.ts';
import { awaited, openShow, podcast, type Show, serveFiles } from '../support/transcription/show.ts';
import { makeSpeech, type Speech } from '../support/transcription/speech.ts';
import { type StandInOptions, startTranscriptionStandIn } from '../support/transcription/stand-in.ts';

/** Thirty seconds of sound: the seventy of the episode take three pieces. */
const smallBytes = 960_100;
const inPieces = [200, 200, 200];
/** The episode has 70 seconds, a piece about 23: a day with two pieces. */
const mostHours = 50 / 3600;
const diarising = { model: 'gpt-4o-transcribe-diarize', formats: ['json', 'diarized_json'] };

describe.skipIf(withoutMediaTools !== '')(`an episode with real speech${withoutMediaTools}`, () => {
  let speech: Speech;
  const folder = shareFolder();
  const files = { 'mp3.mp3': join(folder, 'speech.mp3'), 'm4a.m4a': join(folder, 'speech.m4a') };
  beforeAll(() => {
    speech = makeSpeech();
    encode(speech.samples, files['mp3.mp3'], ['-b:a', '64k', '-ar', '44100', '-ac', '2']);
    encode(speech.samples, files['m4a.m4a'], ['-c:a', 'aac', '-ar', '48000']);
  });

  const prepare = async (standIn: StandInOptions = {}, settings: Partial<TranscriptionSettings> = {}) => {
    const service = await startTranscriptionStandIn({ sentences: speech.sentences, ...standIn });
    const show = await openShow(service.url, {
      mostBytes: smallBytes,
      model: standIn.model ?? 'whisper-1',
      ...settings,
    });
    const audio = await serveFiles(files);
    await show.await({ id: 'pier', audio: `${audio.url}/mp3.mp3` });
    const run = (rest: Partial<TranscriptionRequest> = {}) =>
      transcribeAwaited({
        library: show.library,
        fetcher: show.fetcher,
        settings: show.settings,
        backOffMs: 1,
        ...rest,
      });
    return { service, show, audio, run };
  };

  const saidIn = async ({ library }: Show, id = 'pier'): Promise<readonly Segment[]> =>
    library.exchange(`${id}.0`, 0, 1000);
  const textOf = (segments: readonly Segment[]) => segments.map(({ text }) => text).join(' ');
  const wholeText = () => speech.sentences.map(({ text }) => text).join(' ');

  /** How far each segment's start is from the moment at which its first sentence is really said. */
  const errorsOf = (segments: readonly Segment[]): number[] =>
    segments.map(({ text, startSeconds = Number.NaN }) => {
      const sentence = speech.sentences.find((one) => text.startsWith(one.text));
      return Math.abs(startSeconds - (sentence?.startSeconds ?? Number.NaN));
    });

  test.each(['mp3.mp3', 'm4a.m4a'])(
    'from %s every sentence is on the shelf once, each moment true to a tenth of a second',
    async (name) => {
      const { service, show, audio, run } = await prepare();
      await show.await({ id: 'pier', audio: `${audio.url}/${name}` });
      expect(await run()).toMatchObject({ failed: [], transcribed: [{ episodeId: 'pier' }] });
      expect(service.asked.map(({ status }) => status)).toEqual(inPieces);
      const segments = await saidIn(show);
      expect(textOf(segments)).toBe(wholeText());
      for (const error of errorsOf(segments)) expect(error).toBeLessThan(0.1);
    },
  );

  test('the episode keeps all that was known of it, says that a machine made its transcript, and its feed finds it unchanged', async () => {
    const { show, audio, run } = await prepare();
    const facts = {
      id: 'pier',
      audio: `${audio.url}/mp3.mp3`,
      title: 'The Pier',
      number: 7,
      publishedAt: '2024-05-01',
    };
    await show.await(facts);
    await run();
    const { transcript: _, durationSeconds: __, ...before } = { durationSeconds: 0, ...awaited(facts).episode };
    const after = await show.library.episode('pier');
    expect(after).toMatchObject({ podcast, episode: { ...before, transcript: 'machine-made', durationSeconds: 70 } });
    const [shelved] = await show.library.shelved();
    const { origin, contentHash } = awaited({ id: 'pier' });
    expect(shelved).toMatchObject({ episodeId: 'pier', origin, contentHash });
    expect(readdirSync(show.settings.folder)).toEqual([]);
  });

  test('what is under the limit is sent in one piece, with the model and the podcast’s language', async () => {
    const { service, run } = await prepare({}, { mostBytes: 25_000_000 });
    await run();
    expect(service.asked).toHaveLength(1);
    expect(service.asked[0]?.fields).toEqual({
      model: ['whisper-1'],
      language: ['en'],
      response_format: ['verbose_json'],
      'timestamp_granularities[]': ['segment'],
    });
  });

  test('told apart by the service, each voice says its own sentences and no other, each at its moment', async () => {
    const { service, show, run } = await prepare({ ...diarising, knowsVoices: true });
    await run();
    expect(service.asked.map(({ status }) => status)).toEqual(inPieces);
    expect(service.asked.map(({ fields }) => fields['known_speaker_names[]']?.length ?? 0)).toEqual([0, 2, 2]);
    const segments = await saidIn(show);
    expect(textOf(segments)).toBe(wholeText());
    expect(segments.map(({ speaker }) => speaker?.name)).toEqual(
      speech.sentences.map(({ voice }) => (voice === 'en+m3' ? 'Speaker 1' : 'Speaker 2')),
    );
    for (const error of errorsOf(segments)) expect(error).toBeLessThan(0.1);
  });

  test('where the service forgets voices from piece to piece, no two pieces’ labels are taken for one person', async () => {
    const { service, show, run } = await prepare({ ...diarising, knowsVoices: false });
    await run();
    // Known voices are offered once, and refused.
    expect(service.asked.map(({ status }) => status)).toEqual([200, 400, 200, 200]);
    const segments = await saidIn(show);
    expect(textOf(segments)).toBe(wholeText());
    const voicesOf = new Map<string, Set<string>>();
    for (const { speaker, text } of segments) {
      const voice = speech.sentences.find((one) => text.startsWith(one.text))?.voice ?? 'nobody';
      voicesOf.set(speaker?.name ?? '', (voicesOf.get(speaker?.name ?? '') ?? new Set()).add(voice));
    }
    expect([...voicesOf.values()].map(({ size }) => size)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('a part whose voice the service does not know is nobody’s, and not the voice’s before', async () => {
    const forget = (answer: object) => {
      if (!('segments' in answer) || !Array.isArray(answer.segments)) return answer;
      return {
        ...answer,
        segments: answer.segments.map((one, index) => (index === 1 ? { ...one, speaker: undefined } : one)),
      };
    };
    const { show, run } = await prepare({ ...diarising, twist: forget }, { mostBytes: 25_000_000 });
    await run();
    const [first, second, third] = await saidIn(show);
    expect([first?.speaker?.name, second?.speaker, third?.speaker?.name]).toEqual([
      'Speaker 1',
      undefined,
      'Speaker 1',
    ]);
    expect(second?.text).toBe(speech.sentences[1]?.text);
  });

  test('after a failure only the pieces that are missing are asked for, and the audio is not fetched again', async () => {
    const { service, show, audio, run } = await prepare();
    service.whims.push('listen', { status: 401 });
    expect(await run()).toMatchObject({ transcribed: [], ended: { by: 'trouble' } });
    // Whoever only looks leaves such a service alone for a while.
    expect(await run()).toEqual({ transcribed: [], failed: [], askedSeconds: 0 });
    expect(await run({ episodes: ['pier'] })).toMatchObject({ transcribed: [{ episodeId: 'pier' }] });
    expect(service.asked.map(({ status }) => status)).toEqual([200, 401, 200, 200]);
    expect(audio.asked).toEqual(['mp3.mp3']);
    expect(textOf(await saidIn(show))).toBe(wholeText());
  });

  test('a day’s hours are never exceeded; the next day goes on where they ended, and both are told once', async () => {
    const told: string[] = [];
    const log = {
      info: (message: string) => void told.push(message),
      warn: (message: string) => void told.push(message),
    };
    const { service, show, audio, run } = await prepare({}, { mostHoursADay: mostHours });
    await show.await({ id: 'older', audio: `${audio.url}/m4a.m4a`, publishedAt: '2001-01-01' });
    await show.await({ id: 'pier', audio: `${audio.url}/mp3.mp3`, publishedAt: '2002-02-02' });
    const first = await run({ log });
    expect(first).toMatchObject({ transcribed: [], failed: [], ended: { by: 'allowance' } });
    expect(service.asked.map(({ status }) => status)).toEqual([200, 200]);
    await run({ log });
    expect(service.asked).toHaveLength(2);
    expect(told).toEqual([expect.stringContaining('TRANSCRIBE_MAX_HOURS_PER_DAY')]);

    // Another day: nothing has been asked for on it.
    const today = `transcribe:seconds:${new Date().toISOString().slice(0, 10)}`;
    await show.library.putState([{ key: today, value: 0, expiresAt: new Date(Date.now() + 60_000) }]);
    const second = await run({ log });
    expect(second).toMatchObject({ transcribed: [{ episodeId: 'pier' }], ended: { by: 'allowance' } });
    expect(textOf(await saidIn(show))).toBe(wholeText());
    expect(service.asked.every(({ audio: sent }) => sent.length <= smallBytes)).toBe(true);
  });

  test('stopped in the middle, it ends at once and keeps what was paid for', async () => {
    const { service, show, run } = await prepare();
    const stopping = new AbortController();
    const running = run({
      signal: stopping.signal,
      onProgress: ({ transcribedSeconds = 0 }) => {
        // One piece is done.
        if (transcribedSeconds > 0) stopping.abort();
      },
    });
    expect(await running).toMatchObject({ ended: { by: 'signal' } });
    expect(readdirSync(show.settings.folder).filter((name) => !name.endsWith('.audio'))).toEqual([]);
    const before = service.asked.filter(({ status }) => status === 200).length;
    await run();
    expect(service.asked.filter(({ status }) => status === 200).length - before).toBe(3 - 1);
    expect(textOf(await saidIn(show))).toBe(wholeText());
  });

  test('a transcript that came from the feed meanwhile stays', async () => {
    const { show, run } = await prepare();
    await run({
      onProgress: ({ act }) => {
        if (act !== 'transcribing') return;
        const record = awaited({ id: 'pier' });
        const { transcript: _, ...episode } = record.episode;
        void show.library.shelve({ ...record, episode, segments: [{ text: 'The real one.' }] });
      },
    });
    expect(textOf(await saidIn(show))).toBe('The real one.');
    expect((await show.library.episode('pier'))?.episode.transcript).toBeUndefined();
  });
});
