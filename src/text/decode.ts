// Bytes to text: UTF-8 with or without a mark, UTF-16, and the Windows-1252 that old editors write.
import { VerbatimError } from '../errors.ts';

/**
 * @param file the file's name as the user gave it, for the error.
 * @throws VerbatimError `unreadable` where the bytes are no text at all (audio, images, archives).
 */
export function decodeText(bytes: Uint8Array, file?: string): string {
  const text = decode(bytes);
  // A text holds no control characters but these few; a handful is forgiven, as one torn byte must not cost a transcript.
  const head = text.slice(0, 65_536);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const controls = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  if (controls > 2 && controls > head.length / 1000) {
    const options = file === undefined ? {} : { file };
    throw new VerbatimError(
      'unreadable',
      `${file ?? 'This file'} is not text but binary data. Give the transcript itself (SRT, WebVTT, JSON, Markdown or text), not audio or a document.`,
      options,
    );
  }
  return text;
}

function decode(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const unmarked = guessUtf16(bytes);
  if (unmarked !== undefined) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeBroken(bytes);
  }
}

/** UTF-16 without its mark: in text of Latin letters every other byte is zero, always on the same side. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return undefined;
  let zeroEven = 0;
  let zeroOdd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) zeroEven++;
    if (bytes[index + 1] === 0) zeroOdd++;
  }
  const pairs = length / 2;
  if (zeroOdd > pairs * 0.4 && zeroEven < pairs * 0.05) return 'utf-16le';
  if (zeroEven > pairs * 0.4 && zeroOdd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

/** Not valid UTF-8: a UTF-8 file with a torn byte or two, or else Windows-1252, whichever reads as less of a ruin. */
function decodeBroken(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  let torn = 0;
  let letters = 0;
  for (let index = 0; index < utf8.length; index++) {
    const code = utf8.charCodeAt(index);
    if (code === 0xfffd) torn++;
    else if (code > 0x7f) letters++;
  }
  return torn > letters ? decodeWindows1252(bytes) : utf8;
}

/** 0x80 to 0x9f, the only place where Windows-1252 is not Latin-1. Node 20's own decoder reads those as control characters. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (character) => upper.charAt(character.charCodeAt(0) - 0x80));
}
