// A transcript file's bytes as text, whatever wrote it: UTF-8, UTF-16 or Windows-1252, with or without a byte order mark.

import { VerbatimError } from '../errors.ts';

/**
 * @param file the path to name in errors.
 * @throws VerbatimError `malformed` where there is nothing in it, `unknown-format` where it is no text.
 */
export function decode(bytes: Uint8Array, file: string): string {
  const text = textOf(bytes);
  if (text === undefined) {
    throw new VerbatimError('unknown-format', `${file} is ${kindOf(bytes)}, not text. ${mend}`, { file });
  }
  if (text.trim() === '') {
    throw new VerbatimError('malformed', `${file} is empty. Export the transcript again, or take the file away.`, {
      file,
    });
  }
  return text;
}

const mend = 'Export the transcript as text, WebVTT, SRT or JSON.';

function textOf(bytes: Uint8Array): string | undefined {
  const encoding = byteOrder(bytes);
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
  if (kinds.some(([magic]) => startsWith(bytes, magic)) || hasControls(bytes)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

/** By the byte order mark; without one, UTF-16 shows by every other byte being zero wherever a character is ASCII. */
function byteOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 64 - (64 % 2));
  if (start.length < 4) return undefined;
  const zeros = (from: number) => start.filter((byte, at) => at % 2 === from && byte === 0).length;
  const half = Math.floor(start.length / 2);
  if (zeros(1) >= half * 0.4 && zeros(0) === 0) return 'utf-16le';
  if (zeros(0) >= half * 0.4 && zeros(1) === 0) return 'utf-16be';
  return undefined;
}

/** Node 20's own decoder of that name reads these as Latin-1 (https://github.com/nodejs/node/issues/56542). */
function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (character) => from0x80[character.charCodeAt(0) - 0x80] ?? character);
}

const from0x80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Control characters that no text has: all below space but tab, line ends, form feed and escape. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27);
}

const kinds: readonly (readonly [magic: string, kind: string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a Word document or another archive'],
  ['\xd0\xcf\x11\xe0', 'an old Word document'],
  ['{\\rtf', 'a rich text document'],
  ['ID3', 'sound'],
  ['\x89PNG', 'an image'],
  ['\xff\xd8\xff', 'an image'],
  ['\x1f\x8b', 'compressed'],
];

function kindOf(bytes: Uint8Array): string {
  return kinds.find(([magic]) => startsWith(bytes, magic))?.[1] ?? 'binary';
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((character, at) => bytes[at] === character.charCodeAt(0));
}
