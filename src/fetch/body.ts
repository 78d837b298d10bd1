// A body as it comes in: decompressed, and never more of it than is wanted, on the way as well as unpacked.

import { PassThrough, type Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { VerbatimError } from '../errors.ts';
import { plainCause } from './cause.ts';
import { isBrokenOff } from './failure.ts';

const pieceBytes = 64 * 1024;

/** What is asked for; some servers take "deflate" for something else than the standard does. */
export const acceptEncoding = 'gzip, br';

const decoders: Readonly<Record<string, () => Transform>> = {
  '': () => new PassThrough(),
  identity: () => new PassThrough(),
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

export interface BodyLimits {
  /** Of the address, for people. */
  readonly name: string;
  readonly encoding: string | undefined;
  readonly contentLength: string | undefined;
  readonly mostBytes: number;
}

export type Sink = (chunks: AsyncIterable<Buffer>) => Promise<void>;

/** @throws VerbatimError `too-large` and `bad-response`, and what the connection and the sink throw. */
export async function readBody(body: Readable, limits: BodyLimits, sink: Sink): Promise<void> {
  // Nothing at all is no compressed data either.
  const encoding = limits.contentLength === '0' ? '' : (limits.encoding ?? '').trim().toLowerCase();
  const decoder = Object.hasOwn(decoders, encoding) ? decoders[encoding]?.() : undefined;
  if (decoder === undefined) {
    throw new VerbatimError(
      'bad-response',
      `${limits.name} answered in a compression that Verbatim does not read (${encoding.slice(0, 40)}).`,
    );
  }
  if (Number(limits.contentLength) > limits.mostBytes) throw tooLarge(limits);
  await pipeline(whole(body, limits), upTo(limits), decoder, upTo(limits), inPieces, sink);
}

/** Where the connection ends before the body does, as its length or its last piece has it, that is a lie or a mishap. */
async function* whole(body: AsyncIterable<Buffer>, { name }: BodyLimits): AsyncGenerator<Buffer> {
  try {
    yield* body;
  } catch (cause) {
    if (!isBrokenOff(cause)) throw cause;
    const message = `${name} broke off before its answer was whole. Try again later.`;
    throw new VerbatimError('bad-response', message, { cause: plainCause(cause) });
  }
}

function upTo(limits: BodyLimits) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limits.mostBytes) throw tooLarge(limits);
      yield chunk;
    }
  };
}

/** A body can come byte by byte, and a buffer for each byte would take a hundred times its room. */
async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < pieceBytes) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

function tooLarge({ name, mostBytes }: BodyLimits): VerbatimError {
  return new VerbatimError(
    'too-large',
    `${name} is larger than ${shownBytes(mostBytes)}, the most that Verbatim takes from there.`,
  );
}

function shownBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${Math.ceil(bytes / 1_000_000)} MB`;
}
