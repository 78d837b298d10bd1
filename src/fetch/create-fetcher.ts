// The fetcher: asks the web, into memory or into a file, for no more than is wanted.

import type { Dispatcher } from 'undici';
import { known } from '../text/known.ts';
import { checkStatus, header, headOf } from './answer.ts';
import { readBody, type Sink } from './body.ts';
import { createExchange, type ExchangeOptions } from './exchange.ts';
import type { Fetched, FetchedHead, Fetcher, FetchRequest } from './fetcher.ts';
import { checkMediaType, checkNoPage, checkNoPageType } from './media.ts';
import { nameOf, type Route } from './route.ts';
import { save } from './save.ts';

const mebibyte = 1024 * 1024;

/** What a request is allowed where it does not say so itself. */
const toMemory = { mostBytes: 50 * mebibyte, timeoutMs: 60_000 };
const toFile = { mostBytes: 1024 * mebibyte, timeoutMs: 60 * 60_000 };

export function createFetcher(options: ExchangeOptions): Fetcher {
  const exchange = createExchange(options);
  return {
    fetch: (request) => {
      const { mostBytes, timeoutMs } = { ...toMemory, ...limitsOf(request) };
      return exchange.ask<Fetched>(request, timeoutMs, async (response, route) => {
        const head = headOf(route, response.headers);
        const conditions = known({ etag: request.etag, lastModified: request.lastModified });
        if (response.statusCode === 304 && Object.keys(conditions).length > 0) {
          // An answer that nothing has changed need not repeat them.
          return { kind: 'unchanged', ...conditions, ...head };
        }
        checkAnswer(request, response, route, head);
        const chunks: Buffer[] = [];
        await receive(response, route, mostBytes, async (incoming) => {
          for await (const chunk of incoming) chunks.push(chunk);
        });
        const body = Buffer.concat(chunks);
        checkNoPage(nameOf(route), request.accept, body);
        return { kind: 'fresh', ...head, body };
      });
    },

    download: (request, file) => {
      const { mostBytes, timeoutMs } = { ...toFile, ...limitsOf(request) };
      return exchange.ask(request, timeoutMs, async (response, route) => {
        const head = headOf(route, response.headers);
        checkAnswer(request, response, route, head);
        checkNoPageType(nameOf(route), request.accept, head.mediaType);
        const bytes = await save(file, (put) =>
          receive(response, route, mostBytes, async (incoming) => {
            for await (const chunk of incoming) await put(chunk);
          }),
        );
        return { ...head, bytes };
      });
    },

    close: () => exchange.close(),
  };
}

function limitsOf({ mostBytes, timeoutMs }: FetchRequest) {
  return known({ mostBytes, timeoutMs });
}

function checkAnswer(request: FetchRequest, response: Dispatcher.ResponseData, route: Route, head: FetchedHead): void {
  checkStatus(route, response.statusCode, response.headers);
  checkMediaType(nameOf(route), request.accept, head.mediaType);
}

function receive({ headers, body }: Dispatcher.ResponseData, route: Route, mostBytes: number, sink: Sink) {
  const [encoding, contentLength] = [header(headers, 'content-encoding'), header(headers, 'content-length')];
  return readBody(body, { name: nameOf(route), encoding, contentLength, mostBytes }, sink);
}
