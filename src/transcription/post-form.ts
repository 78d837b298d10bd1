// Posts audio with a form and waits for the answer as long as it takes: fetch gives up after five minutes without a first
// byte, and a machine without a graphics card needs longer than that.

import { randomUUID } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface AudioForm {
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** A whole WAV file, sent as the field "file". */
  readonly audio: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

const timeoutMs = 60 * 60_000;
/** A transcript of minutes has some kilobytes. */
const mostBytes = 32 * 1024 * 1024;

/** Redirects are not followed: the address is the operator's own, and the key is for that address alone. */
export async function postForm(
  address: string,
  form: AudioForm,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Answer> {
  const boundary = randomUUID();
  const parts = partsOf(form, boundary);
  const limit = AbortSignal.timeout(timeoutMs);
  const options = {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': parts.reduce((sum, part) => sum + part.length, 0),
    },
    signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
  };
  return new Promise((resolve, reject) => {
    const send = address.startsWith('https:') ? requestHttps : requestHttp;
    const sent = send(address, options, (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > mostBytes) sent.destroy(new Error('its answer does not end'));
      });
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: response.headers['retry-after'],
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    // A peer that is gone without a word is noticed all the same.
    sent.once('socket', (socket) => socket.setKeepAlive(true, 60_000));
    sent.once('error', reject);
    for (const part of parts) sent.write(part);
    sent.end();
  });
}

/** https://www.rfc-editor.org/rfc/rfc7578; by hand, because FormData would hold the audio in memory three times over. */
function partsOf({ fields, audio }: AudioForm, boundary: string): Buffer[] {
  const begin = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`;
  const texts = fields.map(([name, value]) => `${begin(`name="${name}"`)}\r\n${value}\r\n`);
  const file = `${begin('name="file"; filename="audio.wav"')}Content-Type: audio/wav\r\n\r\n`;
  return [Buffer.from(texts.join('') + file), audio, Buffer.from(`\r\n--${boundary}--\r\n`)];
}
