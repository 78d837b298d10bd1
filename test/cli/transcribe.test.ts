// `verbatim transcribe` as people run it, and as it is when it is killed.
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder, shareFolder } from '../support/folder.ts';
import { runVerbatim, startVerbatimProcess } from '../support/run-verbatim.ts';
import { encode, withoutMediaTools } from '../support/transcription/media-tools.ts';
import { openShow, serveFiles } from '../support/transcription/show.ts';
import { makeSpeech, type Speech } from '../support/transcription/speech.ts';
import { type StandInOptions, startTranscriptionStandIn } from '../support/transcription/stand-in.ts';

describe('verbatim transcribe, before anything is asked for,', () => {
  test('says what to set where no service is', async () => {
    const { code, stdout, stderr } = await runVerbatim(['transcribe'], { cwd: makeFolder() });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^verbatim: TRANSCRIBE_URL is not set: .*http:\/\/localhost:8000/);
  });

  test('lists which episodes wait and how many hours that is, and does nothing', async () => {
    const { cwd, env, service } = await prepare();
    const { code, stdout } = await runVerbatim(['transcribe', '--dry-run'], { cwd, env });
    expect(stdout).toBe(
      '3 episodes, 2.5 h of audio, and 1 of unknown length. Today 2 h of 2 h may still be asked for.\n' +
        '  new  2024-05-01  The Kite (Harbour Lights, 1.5 h)\n' +
        '  mid  2023-02     The Lamp (Harbour Lights)\n' +
        '  old  2020        The Pier (Harbour Lights, 1 h)\n',
    );
    expect(code).toBe(0);
    expect(service.asked).toEqual([]);
    const json = await runVerbatim(['transcribe', '--dry-run', '--json', '--limit', '1'], { cwd, env });
    expect(JSON.parse(json.stdout)).toEqual({
      episodes: [
        { id: 'new', podcast: 'Harbour Lights', title: 'The Kite', publishedAt: '2024-05-01', durationSeconds: 5400 },
      ],
      ...{ seconds: 5400, unmeasured: 0, leftTodaySeconds: 7200 },
    });
  });

  test.each([
    ['nothing', 'No episode that waits for its transcript is called "nothing".'],
    ['the', '"the" may be any of 3 episodes. Name one by its id:\n  new  The Kite\n  mid  The Lamp\n  old  The Pier'],
  ])('takes “%s” for no episode', async (words, told) => {
    const { cwd, env } = await prepare();
    const { code, stdout, stderr } = await runVerbatim(['transcribe', words], { cwd, env });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
  });

  async function prepare() {
    const service = await startTranscriptionStandIn();
    const show = await openShow(service.url);
    const audio = 'https://audio.example.org/1.mp3';
    await show.await({ id: 'old', title: 'The Pier', publishedAt: '2020', durationSeconds: 3600, audio });
    await show.await({ id: 'new', title: 'The Kite', publishedAt: '2024-05-01', durationSeconds: 5400, audio });
    await show.await({ id: 'mid', title: 'The Lamp', publishedAt: '2023-02', audio });
    await show.await({ id: 'mute', title: 'The Silence' });
    return { service, cwd: show.folder, env: { LIBRARY: show.libraryFile, TRANSCRIBE_URL: service.url } };
  }
});

describe.skipIf(withoutMediaTools !== '')(`verbatim transcribe${withoutMediaTools}`, () => {
  let speech: Speech;
  const mp3 = join(shareFolder(), 'speech.mp3');
  beforeAll(() => {
    speech = makeSpeech();
    encode(speech.samples, mp3, ['-b:a', '64k', '-ar', '44100']);
  });

  const prepare = async (options: StandInOptions = {}) => {
    const service = await startTranscriptionStandIn({ sentences: speech.sentences, apiKey: 'key-1', ...options });
    const show = await openShow(service.url);
    const audio = await serveFiles({ 'speech.mp3': mp3 });
    await show.await({ id: 'pier', title: 'The Pier', audio: `${audio.url}/speech.mp3` });
    // Pieces of half a minute, so that the episode has three.
    const env = {
      ...{ LIBRARY: show.libraryFile, FETCH_ALLOW: '127.0.0.1' },
      ...{ TRANSCRIBE_URL: service.url, TRANSCRIBE_API_KEY: 'key-1', TRANSCRIBE_MAX_MB: '0.9601' },
    };
    return { service, show, cwd: show.folder, env };
  };

  test('says how much it will be, then what it did; the words can be quoted', async () => {
    const { cwd, env } = await prepare();
    const { code, stdout, stderr } = await runVerbatim(['transcribe'], { cwd, env });
    expect(stderr).toBe('1 episode, of unknown length. Today 2 h of 2 h may still be asked for.\n');
    expect(stdout).toMatch(
      /^Episodes: 1 transcribed, 0 failed\. The service was asked for 1 min of audio\.\n {2}The Pier: \d+ segments\n$/,
    );
    expect(code).toBe(0);
    const quoted = await runVerbatim(['quote', 'wet footprints', '--json'], { cwd, env });
    const sentence = speech.sentences.find(({ text }) => text.includes('wet footprints'));
    expect(JSON.parse(quoted.stdout).hits[0]?.quote).toContain(sentence?.text);
    expect((await runVerbatim(['transcribe'], { cwd, env })).stderr).toBe(
      'No episode with audio waits for a transcript.\n',
    );
  });

  test('killed in the middle, the next run asks only for what is missing', async () => {
    const { service, show, cwd, env } = await prepare({ whims: ['listen', 'silence'] });
    const child = startVerbatimProcess(['transcribe'], { cwd, env });
    // The first piece has its answer, the second waits for it.
    await service.until(2);
    child.kill('SIGKILL');
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);

    const { code, stdout } = await runVerbatim(['transcribe', 'pier', '--json'], { cwd, env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ transcribed: [{ episodeId: 'pier' }], failed: [] });
    expect(service.asked.map(({ status }) => status)).toEqual([200, 0, 200, 200]);
    const [first, ...rest] = service.asked.map(({ audio }) => audio.toString('base64'));
    expect(rest).not.toContain(first);
    const segments = await show.library.exchange('pier.0', 0, 100);
    expect(segments.map(({ text }) => text).join(' ')).toBe(speech.sentences.map(({ text }) => text).join(' '));
  });

  test('tells what the service refuses, without the key, and ends with 1', async () => {
    const { cwd, env } = await prepare();
    const wrong = { ...env, TRANSCRIBE_API_KEY: 'key-2' };
    const { code, stdout, stderr } = await runVerbatim(['transcribe'], { cwd, env: wrong });
    expect(code).toBe(1);
    expect(stdout).toContain('Ended early: The transcription service at http://127.0.0.1:');
    expect(stdout).toContain('does not take the key in TRANSCRIBE_API_KEY.');
    expect(stdout + stderr).not.toContain('key-2');
  });
});
