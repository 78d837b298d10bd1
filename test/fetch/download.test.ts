// Into a file: whole, or not at all.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { shareFolder } from '../support/folder.ts';
import { failure, openFetcher, saying, serve, serveRaw } from './local-server.ts';

const folder = shareFolder();
const audio = Buffer.from(Array.from({ length: 300_000 }, (_, place) => place % 251));

describe('downloading', () => {
  test('brings a file, and says what it is', async () => {
    const url = await serve((_, response) => response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(audio));
    const file = join(folder, 'whole.mp3');
    expect(await openFetcher().download({ url, accept: 'audio/*' }, file)).toEqual({
      url: `${url}/`,
      mediaType: 'audio/mpeg',
      bytes: audio.length,
    });
    expect(readFileSync(file).equals(audio)).toBe(true);
  });

  test('unpacks on the way', async () => {
    const url = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(audio)),
    );
    const file = join(folder, 'unpacked.mp3');
    expect(await openFetcher().download({ url }, file)).toMatchObject({ bytes: audio.length });
    expect(readFileSync(file).equals(audio)).toBe(true);
  });

  test('replaces what was there', async () => {
    const url = await serve((_, response) => response.end('new'));
    const file = join(folder, 'old.mp3');
    writeFileSync(file, 'something older and longer');
    await openFetcher().download({ url }, file);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  test.each([
    ['cut short', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', 'bad-response'],
    ['too large, as announced', 'HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n', 'too-large'],
    ['too large', `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(2000)}`, 'too-large'],
    ['missing', 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n', 'bad-response'],
    ['a page', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nhtml', 'bad-response'],
  ])('what is %s leaves what was there, and nothing beside it', async (name, answer, code) => {
    const url = await serveRaw(saying(answer));
    const file = join(folder, `${name}.mp3`);
    writeFileSync(file, 'old');
    const error = await failure(openFetcher().download({ url, accept: 'audio/*', mostBytes: 1000 }, file));
    expect(error.code).toBe(code);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((entry) => entry.endsWith('.part'))).toEqual([]);
  });

  test('given up in the middle leaves nothing', async () => {
    const stop = new AbortController();
    const url = await serve((_, response) => {
      response.write(audio, () => stop.abort());
    });
    const file = join(folder, 'given-up.mp3');
    const error = await failure(openFetcher().download({ url, signal: stop.signal }, file));
    expect(error.message).toMatch(/was given up/);
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(folder).filter((entry) => entry.endsWith('.part'))).toEqual([]);
  });

  test('a folder that is not there is told by name', async () => {
    const url = await serve((_, response) => response.end('new'));
    const file = join(folder, 'nowhere', 'a.mp3');
    const error = await failure(openFetcher().download({ url }, file));
    expect(error).toMatchObject({ code: 'unavailable', file });
    expect(error.message).toContain(`${file} cannot be written (ENOENT)`);
  });
});
