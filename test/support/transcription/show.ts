// A library with episodes that wait for a transcript, and a server that has their audio.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFetcher } from '../../../src/fetch/create-fetcher.ts';
import type { Fetcher } from '../../../src/fetch/fetcher.ts';
import type { Library } from '../../../src/library/library.ts';
import { openLibrary } from '../../../src/library/sqlite/open.ts';
import type { Episode, Podcast } from '../../../src/model.ts';
import type { TranscriptionSettings } from '../../../src/transcription/transcription.ts';
import { makeFolder } from '../folder.ts';

export const podcast: Podcast = { id: 'harbour-lights', title: 'Harbour Lights', language: 'en' };

export interface Files {
  readonly url: string;
  /** The names of the files that were asked for. */
  readonly asked: string[];
}

/** Serves files by their names, where there is a password to those who have it. */
export async function serveFiles(files: Readonly<Record<string, string>>, password?: string): Promise<Files> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    asked.push(name);
    const file = files[name];
    const wanted = password === undefined ? undefined : `Basic ${Buffer.from(password).toString('base64')}`;
    if (wanted !== undefined && request.headers.authorization !== wanted) return void response.writeHead(401).end();
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(readFileSync(file));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

export interface Show {
  readonly folder: string;
  readonly libraryFile: string;
  readonly library: Library;
  readonly fetcher: Fetcher;
  readonly settings: TranscriptionSettings;
  /** Puts an episode there that waits. */
  await(episode: Partial<Episode> & { readonly id: string }): Promise<void>;
}

export async function openShow(serviceUrl: string, settings: Partial<TranscriptionSettings> = {}): Promise<Show> {
  const folder = makeFolder();
  const libraryFile = join(folder, 'library.db');
  const library = await openLibrary(libraryFile, { access: 'write' });
  const fetcher = createFetcher({ allow: [{ network: '127.0.0.1', prefix: 32 }] });
  onTestFinished(async () => {
    await fetcher.close();
    await library.close();
  });
  return {
    folder,
    libraryFile,
    library,
    fetcher,
    settings: {
      address: `${serviceUrl}/v1/audio/transcriptions`,
      apiKey: undefined,
      model: 'whisper-1',
      mostHoursADay: 2,
      mostBytes: 25_000_000,
      folder: join(folder, 'transcribing'),
      searchPath: process.env.PATH,
      ...settings,
    },
    await: (episode) => library.shelve(awaited(episode)),
  };
}

export function awaited(episode: Partial<Episode> & { readonly id: string }) {
  return {
    podcast,
    origin: 'https://feeds.example.org/harbour.xml',
    contentHash: `hash of ${episode.id}`,
    segments: [],
    episode: {
      podcastId: podcast.id,
      title: `Episode ${episode.id}`,
      source: `harbour-lights/${episode.id}`,
      language: 'en',
      links: {},
      people: [],
      transcript: 'awaited',
      ...episode,
    },
  } as const;
}
