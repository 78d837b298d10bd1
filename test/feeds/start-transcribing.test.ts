// `verbatim start` with a transcription service: from a feed that has only sound to a quote that says who wrote it down.

import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startFeedServer } from '../support/feed-server.ts';
import { makeFolder } from '../support/folder.ts';
import { runVerbatim, startVerbatimProcess } from '../support/run-verbatim.ts';
import { encode, withoutMediaTools } from '../support/transcription/media-tools.ts';
import { serveFiles } from '../support/transcription/show.ts';
import { makeSpeech } from '../support/transcription/speech.ts';
import { startTranscriptionStandIn } from '../support/transcription/stand-in.ts';

describe.skipIf(withoutMediaTools !== '')(`a running bot${withoutMediaTools}`, { timeout: 120_000 }, () => {
  test('transcribes what a feed has without transcript, and marks it wherever it is quoted', async () => {
    const speech = makeSpeech(2);
    const cwd = makeFolder();
    encode(speech.samples, join(cwd, 'speech.mp3'), []);
    const audio = await serveFiles({ 'speech.mp3': join(cwd, 'speech.mp3') });
    const service = await startTranscriptionStandIn({ sentences: speech.sentences });
    const server = await startFeedServer();
    const episode = { guid: 'pier', title: 'The Pier', audio: `${audio.url}/speech.mp3` };
    server.feeds.set('/harbour.xml', { title: 'Harbour Lights', episodes: [episode] });

    const env = { PORT: '0', FETCH_ALLOW: '127.0.0.1', TRANSCRIBE_URL: service.url };
    expect((await runVerbatim(['feeds', 'add', '--no-import', `${server.url}/harbour.xml`], { cwd, env })).code).toBe(
      0,
    );
    const bot = startVerbatimProcess(['start'], { cwd, env });
    onTestFinished(() => void bot.kill('SIGKILL'));
    let log = '';
    bot.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
    await vi.waitFor(() => expect(log).toContain('transcribed “The Pier”'), { timeout: 100_000, interval: 200 });
    const { stdout } = await runVerbatim(['quote', 'ferry', 'harbour', '--json'], { cwd, env });
    const [hit] = JSON.parse(stdout).hits;
    expect(hit.quote).toContain(speech.sentences[0]?.text);
    expect(hit.episode).toMatchObject({ title: 'The Pier', machineMade: true });
    expect(JSON.parse((await runVerbatim(['feeds', 'list', '--json'], { cwd })).stdout).feeds).toMatchObject([
      { episodes: 1, awaiting: 0 },
    ]);
  });
});
