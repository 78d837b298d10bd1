// The example feed of the Podcasting 2.0 namespace and its transcripts, served as they are and imported.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openFeed } from '../../../src/sources/feed/open-feed.ts';
import { parseTranscript } from '../../../src/transcripts/parse.ts';
import { openFetcher, serve } from '../../fetch/local-server.ts';

const folder = fileURLToPath(new URL('../../../../shared/spec/podcast-namespace', import.meta.url));
const isThere = existsSync(folder);
const why = isThere ? '' : ' (skipped: ../shared/spec/podcast-namespace is not there)';
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The example names files on example.com; here they lie on a server of our own. */
async function serveExample() {
  let address = '';
  address = await serve((request, response) => {
    const path = request.url ?? '';
    if (path === '/feed.xml') {
      const transcripts = ['json', 'html', 'srt', 'vtt'].map(
        (kind) => `<podcast:transcript url="/example.${kind}" type="${types[kind]}"/>`,
      );
      const feed = read('example-feed.xml').replaceAll('https://example.com', address);
      return response.end(
        feed.replace(
          `<podcast:transcript url="${address}/ep2/transcript.txt" type="text/plain" />`,
          transcripts.join(''),
        ),
      );
    }
    if (path.endsWith('chapters.json')) return response.end(read('chapters.json'));
    if (path.endsWith('transcript.vtt')) return response.end(read('example.vtt'));
    if (/^\/example\.\w+$/.test(path)) return response.end(read(path.slice(1)));
    return response.writeHead(404).end();
  });
  return address;
}
const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  html: 'text/html',
  srt: 'application/srt',
  vtt: 'text/vtt',
};

test.skipIf(!isThere)(`the example feed of the podcast namespace says what it should${why}`, async () => {
  const address = await serveExample();
  const opened = await openFeed(openFetcher(), { address: `${address}/feed.xml` });
  if (opened.kind === 'unchanged') throw new Error('It has not changed.');
  const { source, guid, title } = opened;
  expect({ guid, title, problems: source.problems, podcast: source.podcast }).toEqual({
    guid: 'y0ur-gu1d-g035-h3r3',
    title: 'Podcasting 2.0 Namespace Example',
    problems: [],
    podcast: {
      title: 'Podcasting 2.0 Namespace Example',
      language: 'en',
      link: `${address}/podcast`,
      image: `${address}/images/pci_avatar-massive.jpg`,
      author: 'John Doe',
    },
  });
  expect(
    source.episodes.map(({ path, facts: { number, language, publishedAt } }) => ({
      path: path.slice(address.length),
      number,
      language,
      publishedAt,
    })),
  ).toEqual([
    { path: '/ep0003', number: 3, language: undefined, publishedAt: '2020-10-09' },
    { path: '/ep0003 (es)', number: 3, language: 'es', publishedAt: '2020-10-09' },
    { path: '/ep0002', number: 2, language: undefined, publishedAt: '2020-10-08' },
    { path: '/ep0001', number: 1, language: undefined, publishedAt: '2020-10-07' },
  ]);
  const [, spanish, second] = source.episodes;
  expect(second?.facts).toEqual({
    title: 'Episode 2 - The Present',
    description: 'Where are we at now in the podcasting era. What are the current challenges?',
    publishedAt: '2020-10-08',
    number: 2,
    season: 1,
    link: `${address}/podcast/ep0002`,
    audio: `${address}/file-02.mp3`,
    image: `${address}/ep0002/artMd.jpg`,
    people: [expect.anything(), expect.anything(), expect.anything()],
    ownPeople: true,
    soundbites: [{ startSeconds: 45.4, durationSeconds: 56 }],
  });
  expect(second?.facts.people?.map(({ role, group }) => [role, group])).toEqual([
    ['host', undefined],
    ['guest', undefined],
    ['cover art designer', 'visuals'],
  ]);
  const more = await second?.more?.();
  expect(more?.chapters?.slice(0, 3)).toEqual([
    { startSeconds: 0, title: 'Intro' },
    { startSeconds: 168, title: 'Hearing Aids' },
    { startSeconds: 260, title: 'Progress Report' },
  ]);

  const spoken = async (offer: { load(): Promise<string> }) => {
    const { format, segments } = parseTranscript(await offer.load());
    return [format, segments[0]?.speaker, segments[0]?.startSeconds];
  };
  const formats = [];
  for (const offer of second?.offers ?? []) formats.push(await spoken(offer));
  expect(formats).toEqual([
    ['podcast-json', 'Darth Vader', 0.5],
    ['webvtt', 'Sarah', 0],
    ['srt', 'Travis', 0.179],
    ['podcast-html', 'Travis', 0],
  ]);
  const [dubbed] = spanish?.offers ?? [];
  expect(dubbed && (await spoken(dubbed))).toEqual(['webvtt', 'Sarah', 0]);
});
