// Bytes become text in whatever encoding an editor has left them, and what is no text is refused.
import { describe, expect, test } from 'vitest';
import { VerbatimError } from '../../src/errors.ts';
import { decodeText } from '../../src/text/decode.ts';

const words = 'Zoë: “Ça va…” — 5 €';
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('decoding', () => {
  test.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${words}`)],
    ['UTF-16, little end first', utf16(`\uFEFF${words}`, false)],
    ['UTF-16, big end first', utf16(`\uFEFF${words}`, true)],
    ['UTF-16 without its mark', utf16(words, false)],
    ['UTF-16 without its mark, big end first', utf16(words, true)],
    ['Windows-1252', Buffer.from('Zo\xeb: \x93\xc7a va\x85\x94 \x97 5 \x80', 'latin1')],
  ])('%s', (_name, bytes) => {
    expect(decodeText(bytes)).toBe(words);
  });

  test('one torn byte does not turn UTF-8 into something else', () => {
    const torn = Buffer.concat([Buffer.from('“Ça va”'), Buffer.from([0xe2, 0x80]), Buffer.from(' oui')]);
    expect(decodeText(torn)).toContain('“Ça va”');
  });

  test('nothing is nothing', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });

  test('binary data is refused by name', () => {
    const audio = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256);
    expect(() => decodeText(audio, 'talk.mp3')).toThrow(VerbatimError);
    expect(() => decodeText(audio, 'talk.mp3')).toThrow(/^talk\.mp3 is not text/);
  });
});
