// Reading one transcript file as text, whatever wrote it, and telling what is no transcript.
import { closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTranscriptFile } from '../../src/sources/file.ts';
import { makeFolder } from '../support/folder.ts';

const read = (content: string | Uint8Array) =>
  readTranscriptFile(join(makeFolder({ 'ep.txt': content }), 'ep.txt'), 'ep.txt');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('text in any of its encodings', () => {
  test.each([
    ['UTF-8', Buffer.from('Ann: “Café”, 你好')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffAnn: “Café”, 你好')],
    ['UTF-16, little end first', utf16('\ufeffAnn: “Café”, 你好')],
    ['UTF-16, big end first', utf16('\ufeffAnn: “Café”, 你好').swap16()],
    ['UTF-16 without a byte order mark', utf16('Ann: “Café”, 你好')],
    ['UTF-16, big end first, without a byte order mark', utf16('Ann: “Café”, 你好').swap16()],
  ])('is read: %s', async (_encoding, bytes) => {
    expect(await read(bytes)).toBe('Ann: “Café”, 你好');
  });

  test('is read from Windows-1252', async () => {
    expect(await read(Buffer.from('\x93Caf\xe9 au lait\x94 \x85', 'latin1'))).toBe('“Café au lait” …');
  });
});

describe('what is no transcript', () => {
  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['an empty file', '', 'malformed', /ep\.txt is empty\. Export/],
    ['a file of blanks', ' \n\t\r\n', 'malformed', /is empty/],
    ['a byte order mark alone', '\ufeff', 'malformed', /is empty/],
    ['binary', Buffer.from([1, 2, 3, 0, 255, 254, 0, 7]), 'unreadable', /not text but binary/],
    ['a Word document', 'PK\x03\x04…', 'unknown-format', /a Word document/],
    ['a PDF', '%PDF-1.7', 'unknown-format', /a PDF document/],
    ['rich text', '{\\rtf1', 'unknown-format', /a rich text document/],
  ])('is told: %s', async (_what, content, code, message) => {
    await expect(read(content)).rejects.toMatchObject({
      code,
      file: 'ep.txt',
      message: expect.stringMatching(message),
    });
  });

  test('is told: a file of 50 MB', async () => {
    const file = join(makeFolder(), 'long.srt');
    const handle = openSync(file, 'w');
    ftruncateSync(handle, 50 * 1024 * 1024);
    closeSync(handle);
    await expect(readTranscriptFile(file)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/has 50 MB; Verbatim reads transcripts up to 32 MB/),
    });
  });

  test('is told: a folder, and nothing at all', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'ep.srt'));
    await expect(readTranscriptFile(join(folder, 'ep.srt'))).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(/it is a folder/),
    });
    await expect(readTranscriptFile(join(folder, 'ep2.srt'))).rejects.toMatchObject({ code: 'missing' });
  });

  test('is told: sound, and what never ends', async () => {
    const folder = makeFolder({ 'ep.mp3': 'ID3' });
    await expect(readTranscriptFile(join(folder, 'ep.mp3'))).rejects.toMatchObject({
      code: 'unknown-format',
      message: expect.stringMatching(/is sound, not text\. Transcribe it first/),
    });
    if (process.platform === 'win32') return;
    await expect(readTranscriptFile('/dev/zero')).rejects.toMatchObject({
      code: 'unreadable',
      message: '/dev/zero cannot be read: it is no file.',
    });
  });
});
