// The bytes of a feed to text, whatever encoding they are in, and whatever they or their server claim.

import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { decodeText } from '../../text/decode.ts';

const declaration = /^\W{0,4}<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/i;

/**
 * @param charset as the Content-Type header has it.
 * @param file for the error. @throws VerbatimError `unreadable` where the bytes are no text at all.
 */
export function decodeFeed(bytes: Uint8Array, charset: string | undefined, file: string): string {
  const named = declaration.exec(Buffer.from(bytes.subarray(0, 400)).toString('latin1'))?.[1] ?? charset;
  // What reads as UTF-8 is UTF-8 whatever it claims to be, but for the one encoding that is written in ASCII.
  const believed = named !== undefined && (!isUtf8(bytes) || /^iso-2022/i.test(named)) ? decoderFor(named) : undefined;
  return believed === undefined ? decodeText(bytes, file) : believed.decode(bytes);
}

/** `decodeText` tells UTF-8, UTF-16 and Windows-1252 (for which Latin-1 is another name) from the bytes themselves. */
function decoderFor(label: string): TextDecoder | undefined {
  try {
    const decoder = new TextDecoder(label);
    return /^(utf-|windows-1252|latin1|iso-8859-1$)/.test(decoder.encoding) ? undefined : decoder;
  } catch {
    return undefined;
  }
}
