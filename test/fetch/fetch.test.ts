// What the fetcher brings back from servers that behave.
import { describe, expect, test } from 'vitest';
import { openFetcher, serve } from './local-server.ts';

describe('asking for something', () => {
  test('brings its bytes and what was said of them', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, {
        'content-type': 'Text/VTT; charset="UTF-8"',
        etag: '"v1"',
        'last-modified': 'Wed, 01 May 2024 12:00:00 GMT',
      });
      response.end('WEBVTT');
    });
    expect(await openFetcher().fetch({ url: `${url}/a.vtt` })).toEqual({
      kind: 'fresh',
      url: `${url}/a.vtt`,
      mediaType: 'text/vtt',
      charset: 'utf-8',
      etag: '"v1"',
      lastModified: 'Wed, 01 May 2024 12:00:00 GMT',
      body: Buffer.from('WEBVTT'),
    });
  });
});
