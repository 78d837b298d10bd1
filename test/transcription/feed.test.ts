// From a feed that has audio and no transcript to quotes, and what the feed's next looks make of it.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFeed } from '../../src/feeds/follow.ts';
import { importFeed } from '../../src/ingest/feed.ts';
import type { FollowedFeed } from '../../src/library/feed-shelf.ts';
import { transcribeAwaited } from '../../src/transcription/transcribe-awaited.ts';
import { servePodcast } from '../ingest/podcast-server.ts';
import { makeFolder } from '../support/folder.ts';
import { encode, withoutMediaTools } from '../support/transcription/media-tools.ts';
import { openShow, serveFiles } from '../support/transcription/show.ts';
import { makeSpeech } from '../support/transcription/speech.ts';
import { startTranscriptionStandIn } from '../support/transcription/stand-in.ts';
import { vtt } from '../support/transcripts.ts';

const enclosure = (url: string) =>
  `<enclosure url="${url}" type="audio/mpeg" length="1"/><itunes:duration>0:12</itunes:duration>`;

describe.skipIf(withoutMediaTools !== '')(`a feed without transcripts${withoutMediaTools}`, () => {
  test('gets one made by a machine, keeps it while it changes its facts, and gives it up for its own', async () => {
    const speech = makeSpeech(4);
    const file = join(makeFolder(), 'speech.mp3');
    encode(speech.samples, file, []);
    const words = speech.sentences.map(({ text }) => text).join(' ');
    const audio = await serveFiles({ 'speech.mp3': file });
    const service = await startTranscriptionStandIn({ sentences: speech.sentences });
    const { library, fetcher, settings } = await openShow(service.url);
    const podcast = await servePodcast([
      { guid: 'pier', title: 'The Pier', more: enclosure(`${audio.url}/speech.mp3`) },
    ]);
    let feed: FollowedFeed = newFeed(podcast.address, new Date());
    const poll = async () => {
      const result = await importFeed(library, fetcher, feed);
      feed = result.feed;
      return result;
    };
    const transcribe = () => transcribeAwaited({ library, fetcher, settings, backOffMs: 1 });
    const shelf = async () => {
      const { items } = await library.episodes({}, { offset: 0, limit: 10 });
      return Promise.all(
        items.map(async ({ episode: { id, title, transcript, durationSeconds } }) => {
          const said = await library.exchange(`${id}.0`, 0, 99);
          return { title, transcript, durationSeconds, said: said.map(({ text }) => text).join(' ') };
        }),
      );
    };

    expect((await poll()).awaiting).toBe(1);
    expect(await shelf()).toEqual([{ title: 'The Pier', transcript: 'awaited', durationSeconds: 12, said: '' }]);
    await transcribe();
    const durationSeconds = Math.round(speech.samples.length / 16_000);
    const made = { title: 'The Pier', transcript: 'machine-made', durationSeconds, said: words };
    expect(await shelf()).toEqual([made]);
    expect((await poll()).unchanged).toBe(true);
    expect((await library.stats()).awaiting).toBe(0);

    podcast.items = [{ guid: 'pier', title: 'The Old Pier', more: enclosure(`${audio.url}/speech.mp3`) }];
    await poll();
    expect(await shelf()).toEqual([{ ...made, title: 'The Old Pier' }]);
    await transcribe();
    expect(service.asked).toHaveLength(1);

    podcast.files.set('/pier.vtt', vtt('Ann: The real words.'));
    podcast.items = [{ guid: 'pier', title: 'The Old Pier', transcripts: { '/pier.vtt': 'text/vtt' } }];
    await poll();
    expect(await shelf()).toMatchObject([{ title: 'The Old Pier', transcript: undefined, said: 'The real words.' }]);
  });

  test('is not transcribed for money as long as it is worth trying for the transcript that it offers', async () => {
    const file = join(makeFolder(), 'speech.mp3');
    const speech = makeSpeech(1);
    encode(speech.samples, file, []);
    const audio = await serveFiles({ 'speech.mp3': file });
    const service = await startTranscriptionStandIn({ sentences: speech.sentences });
    const { library, fetcher, settings } = await openShow(service.url);
    const transcripts = { '/pier.vtt': 'text/vtt' };
    const podcast = await servePodcast([{ guid: 'pier', transcripts, more: enclosure(`${audio.url}/speech.mp3`) }]);
    let feed: FollowedFeed = newFeed(podcast.address, new Date());
    for (const asked of [0, 0, 1]) {
      feed = (await importFeed(library, fetcher, feed, { byHand: true })).feed;
      await transcribeAwaited({ library, fetcher, settings, backOffMs: 1 });
      expect(service.asked).toHaveLength(asked);
    }
  });

  test('that is private is asked for its audio with its name and password, which nobody is told', async () => {
    const file = join(makeFolder(), 'speech.mp3');
    const speech = makeSpeech(1);
    encode(speech.samples, file, []);
    const audio = await serveFiles({ 'speech.mp3': file }, 'ann:s3cret');
    const service = await startTranscriptionStandIn({ sentences: speech.sentences });
    const show = await openShow(service.url);
    const { library, fetcher, settings } = show;
    await show.await({ id: 'pier', audio: `${audio.url}/speech.mp3` });
    const transcribe = () => transcribeAwaited({ library, fetcher, settings, episodes: ['pier'], backOffMs: 1 });
    expect(await transcribe()).toMatchObject({ failed: [{ reason: expect.stringContaining('401') }] });
    const address = `${audio.url.replace('//', '//ann:s3cret@')}/feed.xml`;
    await library.putFeed({ ...newFeed(address, new Date()), podcastId: 'harbour-lights' });
    const report = await transcribe();
    expect(report).toMatchObject({ transcribed: [{ episodeId: 'pier' }] });
    expect(JSON.stringify(report)).not.toContain('s3cret');
  });
});
