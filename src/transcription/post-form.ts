// Posts a form and waits for the answer as long as it takes: fetch gives up after five minutes without a first byte, and a
// machine without a graphics card needs longer than that.

import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

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
  form: FormData,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Answer> {
  const coded = new Response(form);
  const body = Buffer.from(await coded.arrayBuffer());
  const limit = AbortSignal.timeout(timeoutMs);
  const options = {
    method: 'POST',
    headers: { ...headers, 'content-type': coded.headers.get('content-type') ?? '', 'content-length': body.length },
    signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
  };
  return new Promise((resolve, reject) => {
    const send = address.startsWith('https:') ? requestHttps : requestHttp;
    const sent = send(address, options, (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      response.on('data', (part: Buffer) => {
        parts.push(part);
        length += part.length;
        if (length > mostBytes) sent.destroy(new Error('the answer does not end'));
      });
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: response.headers['retry-after'],
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    // A peer that is gone without a word is noticed all the same.
    sent.once('socket', (socket) => socket.setKeepAlive(true, 60_000));
    sent.once('error', reject);
    sent.end(body);
  });
}
