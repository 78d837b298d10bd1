// Decoding what comes from elsewhere: sound of all kinds, and files that are something else or mean harm.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { decode } from '../../src/transcription/decode.ts';
import { makeFolder, writeFiles } from '../support/folder.ts';
import { encode, withoutMediaTools } from '../support/transcription/media-tools.ts';

const name = 'The audio of "The Pier"';
const searchPath = process.env.PATH;
const tone = Int16Array.from({ length: 3 * 16_000 }, (_, index) => Math.round(8000 * Math.sin(index / 6)));

describe.skipIf(withoutMediaTools !== '')(`decoding${withoutMediaTools}`, () => {
  test.each([
    ['mp3', ['-b:a', '64k']],
    ['m4a', ['-c:a', 'aac']],
    ['ogg', ['-c:a', 'libvorbis']],
    ['opus', ['-c:a', 'libopus', '-ar', '48000']],
    ['flac', ['-c:a', 'flac', '-ar', '48000', '-ac', '2']],
    ['wav', ['-ar', '8000']],
    ['aac', ['-c:a', 'aac', '-f', 'adts']],
    ['webm', ['-c:a', 'libopus', '-ar', '48000']],
  ])('reads %s, whatever its rate and channels', async (extension, coding) => {
    const folder = makeFolder();
    encode(tone, join(folder, `tone.${extension}`), coding);
    await decode(join(folder, `tone.${extension}`), join(folder, 'samples'), { name, searchPath });
    const seconds = readFileSync(join(folder, 'samples')).length / 32_000;
    expect(Math.abs(seconds - 3)).toBeLessThan(0.1);
  });

  test('gives the same samples each time', async () => {
    const folder = makeFolder();
    encode(tone, join(folder, 'tone.mp3'), ['-ar', '44100']);
    await decode(join(folder, 'tone.mp3'), join(folder, 'one'), { name, searchPath });
    await decode(join(folder, 'tone.mp3'), join(folder, 'other'), { name, searchPath });
    expect(readFileSync(join(folder, 'one')).equals(readFileSync(join(folder, 'other')))).toBe(true);
  });

  test('passes over a picture on the cover', async () => {
    const folder = makeFolder({ 'cover.ppm': 'P3 1 1 255 200 10 10' });
    const cover = [
      '-i',
      join(folder, 'cover.ppm'),
      '-map',
      '0',
      '-map',
      '1',
      '-c:v',
      'png',
      '-disposition:v',
      'attached_pic',
    ];
    encode(tone, join(folder, 'tone.mp3'), cover);
    await decode(join(folder, 'tone.mp3'), join(folder, 'samples'), { name, searchPath });
    expect(readFileSync(join(folder, 'samples')).length).toBeGreaterThan(2.9 * 32_000);
  });

  test.each([
    ['a page', '<!doctype html><html><body>Sign in</body></html>'],
    ['nothing', ''],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251))],
    ['half an MP4', Buffer.from('0000002066747970697336d0', 'hex')],
  ])('says kindly that %s is no audio', async (_, content) => {
    const folder = makeFolder({ audio: content });
    const decoding = decode(join(folder, 'audio'), join(folder, 'samples'), { name, searchPath });
    await expect(decoding).rejects.toMatchObject({
      code: 'malformed',
      message: expect.stringMatching(/^The audio of "The Pier" could not be decoded as audio.*Check that its address/),
    });
    await expect(decoding).rejects.not.toThrow(folder);
  });

  test.each([
    ['a playlist', (secret: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${secret}\n#EXT-X-ENDLIST\n`],
    ['a list of files', (secret: string) => `ffconcat version 1.0\nfile ${secret}\n`],
    [
      'a playlist on the web',
      (_: string, url: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${url}\n#EXT-X-ENDLIST\n`,
    ],
  ])('%s opens nothing of what it names', async (_, content) => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/secret.mp3`;
    const folder = makeFolder();
    encode(tone, join(folder, 'secret.mp3'), []);
    writeFileSync(join(folder, 'audio'), content(join(folder, 'secret.mp3'), url));
    const decoding = decode(join(folder, 'audio'), join(folder, 'samples'), { name, searchPath });
    await expect(decoding).rejects.toMatchObject({ code: 'malformed' });
    expect(existsSync(join(folder, 'samples')) ? readFileSync(join(folder, 'samples')).length : 0).toBe(0);
    expect(asked).toBe(0);
  });

  test('a name that looks like an option or another protocol is a file’s name', async () => {
    const folder = makeFolder();
    writeFiles(folder, { '-version': '' });
    encode(tone, join(folder, 'http:x.mp3'), []);
    await decode(join(folder, 'http:x.mp3'), join(folder, '-samples'), { name, searchPath });
    expect(readFileSync(join(folder, '-samples')).length).toBeGreaterThan(2.9 * 32_000);
  });

  test('refuses what is longer than any episode', async () => {
    const folder = makeFolder();
    encode(tone, join(folder, 'tone.mp3'), []);
    const decoding = decode(join(folder, 'tone.mp3'), join(folder, 'samples'), { name, searchPath, longestSeconds: 2 });
    await expect(decoding).rejects.toMatchObject({ code: 'too-large' });
  });

  test('ends when it is stopped', async () => {
    const folder = makeFolder();
    encode(tone, join(folder, 'tone.mp3'), []);
    const decoding = decode(join(folder, 'tone.mp3'), join(folder, 'samples'), {
      name,
      searchPath,
      signal: AbortSignal.abort(),
    });
    await expect(decoding).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test('without ffmpeg says what to install', async () => {
  const folder = makeFolder({ audio: 'x' });
  const decoding = decode(join(folder, 'audio'), join(folder, 'samples'), { name, searchPath: folder });
  await expect(decoding).rejects.toThrow(
    'ffmpeg is needed to cut audio for transcription and was not found. Install it',
  );
});
