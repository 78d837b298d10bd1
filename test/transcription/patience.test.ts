// What happens to an episode that cannot be transcribed, and to those behind it.
import { describe, expect, test } from 'vitest';
import { transcribeAwaited } from '../../src/transcription/transcribe-awaited.ts';
import { makeFolder } from '../support/folder.ts';
import { encode, withoutMediaTools } from '../support/transcription/media-tools.ts';
import { openShow, serveFiles } from '../support/transcription/show.ts';
import { startTranscriptionStandIn } from '../support/transcription/stand-in.ts';

const heard = (text: string) => ({
  status: 200,
  body: JSON.stringify({ segments: [{ start: 0, end: 1, text: ` ${text}` }] }),
});
const silence = { status: 200, body: JSON.stringify({ text: '', segments: [] }) };
const tone = Int16Array.from({ length: 16_000 }, (_, index) => Math.round(8000 * Math.sin(index / 6)));

describe.skipIf(withoutMediaTools !== '')(`an episode that cannot be transcribed${withoutMediaTools}`, () => {
  async function prepare(whims: Parameters<typeof startTranscriptionStandIn>[0]) {
    const folder = makeFolder({ 'page.mp3': '<html>' });
    encode(tone, `${folder}/tone.mp3`, []);
    encode(
      tone.map((sample) => sample >> 1),
      `${folder}/low.mp3`,
      [],
    );
    const names = ['page.mp3', 'tone.mp3', 'low.mp3'];
    const audio = await serveFiles(Object.fromEntries(names.map((name) => [name, `${folder}/${name}`])));
    const service = await startTranscriptionStandIn(whims);
    const show = await openShow(service.url);
    const told: string[] = [];
    const log = { info: (text: string) => void told.push(text), warn: (text: string) => void told.push(text) };
    const run = (rest: object = {}) =>
      transcribeAwaited({
        library: show.library,
        fetcher: show.fetcher,
        settings: show.settings,
        log,
        backOffMs: 1,
        ...rest,
      });
    return { service, show, audio, told, run };
  }

  test('does not hold up the next, and is left alone until somebody asks for it', async () => {
    const { show, audio, told, run } = await prepare({ whims: [heard('Ahoy.')] });
    await show.await({ id: 'gone', publishedAt: '2024-03-03', audio: `${audio.url}/gone.mp3` });
    await show.await({ id: 'page', publishedAt: '2024-02-02', audio: `${audio.url}/page.mp3` });
    await show.await({ id: 'tone', publishedAt: '2024-01-01', audio: `${audio.url}/tone.mp3` });
    const report = await run();
    expect(report.ended).toBeUndefined();
    expect(report.transcribed).toMatchObject([{ episodeId: 'tone', segments: 1 }]);
    expect(report.failed).toMatchObject([
      { episodeId: 'gone', reason: expect.stringContaining('404') },
      { episodeId: 'page', reason: expect.stringContaining('could not be decoded as audio') },
    ]);
    expect(told).toHaveLength(2);
    expect(await run()).toMatchObject({ transcribed: [], failed: [] });
    expect(audio.asked).toEqual(['gone.mp3', 'page.mp3', 'tone.mp3']);
    expect(await run({ episodes: ['gone'] })).toMatchObject({ failed: [{ episodeId: 'gone' }] });
    expect(told).toHaveLength(2);
  });

  test('because nobody speaks in it, is said to be so, and costs nothing more', async () => {
    const { service, show, audio, run } = await prepare({ whims: [silence] });
    await show.await({ id: 'tone', audio: `${audio.url}/tone.mp3` });
    expect(await run()).toMatchObject({ failed: [{ reason: 'The transcription service heard nobody speak in it.' }] });
    await run();
    await run({ episodes: ['tone'] });
    expect(service.asked).toHaveLength(1);
  });

  test('because the service refuses this one, lets the next run begin with another', async () => {
    const refusals = [{ status: 400 }, { status: 400 }];
    const { service, show, audio, run } = await prepare({ whims: [...refusals, heard('Ahoy.')] });
    await show.await({ id: 'tone', publishedAt: '2024-02-02', audio: `${audio.url}/tone.mp3` });
    await show.await({ id: 'low', publishedAt: '2024-01-01', audio: `${audio.url}/low.mp3` });
    expect(await run()).toMatchObject({ transcribed: [], ended: { by: 'trouble' } });
    // A quarter of an hour later: the same with a setting changed.
    const settings = { ...show.settings, mostBytes: 24_000_000 };
    expect(await run({ settings })).toMatchObject({ transcribed: [{ episodeId: 'low' }] });
    expect(service.asked).toHaveLength(3);
  });

  test('five in a row end the run: what they have in common is not theirs', async () => {
    const { show, audio, run } = await prepare({});
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await show.await({ id, audio: `${audio.url}/${id}.mp3` });
    expect(await run()).toMatchObject({ failed: { length: 5 }, ended: { by: 'trouble' } });
    expect(audio.asked).toHaveLength(5);
  });

  test('with 0 hours a day nothing is fetched and nothing is asked', async () => {
    const { service, show, audio, told, run } = await prepare({});
    await show.await({ id: 'tone', audio: `${audio.url}/tone.mp3` });
    const settings = { ...show.settings, mostHoursADay: 0 };
    expect(await run({ settings })).toMatchObject({ transcribed: [], ended: { by: 'allowance' } });
    expect([service.asked, audio.asked]).toEqual([[], []]);
    expect(told).toEqual(['TRANSCRIBE_MAX_HOURS_PER_DAY is 0: nothing is transcribed.']);
  });

  test('what the service surely did not do is not counted', async () => {
    const { show, audio, run } = await prepare({ whims: [{ status: 401 }, heard('Ahoy.')] });
    await show.await({ id: 'tone', audio: `${audio.url}/tone.mp3` });
    expect((await run()).askedSeconds).toBe(0);
    expect((await run({ episodes: ['tone'] })).askedSeconds).toBeGreaterThan(0.9);
  });
});
