// Shelves and indexes what one library holds in a new one: an import without the reading of transcripts, in one thread.
//
//   node shelve.js FROM TO; prints what it took as JSON

import type { EpisodeRecord } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { tallyOf } from '../../src/text/tally.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';

export interface Shelving {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** As an import does. */
const segmentsTogether = 2000;

const [from = '', to = ''] = process.argv.slice(2);
const records = await recordsOf(from);
const library = await openLibrary(to, { access: 'write' });
const startedAt = performance.now();
const before = process.cpuUsage();
const vocabulary = new Vocabulary();
for (let group: EpisodeRecord[] = []; records.length > 0; group = []) {
  for (let segments = 0; records.length > 0 && segments < segmentsTogether; ) {
    const record = records.shift();
    if (record === undefined) break;
    const texts = record.segments.map(({ text }) => text);
    segments += texts.length;
    group.push({ ...record, tally: tallyOf(texts, vocabulary) });
  }
  await library.shelve(...group);
}
await library.settle();
const { user, system } = process.cpuUsage(before);
const shelving: Shelving = { seconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6 };
await library.close();
console.log(JSON.stringify(shelving));

async function recordsOf(file: string): Promise<EpisodeRecord[]> {
  const library = await openLibrary(file, { access: 'read' });
  const { items } = await library.episodes({}, { offset: 0, limit: 1e6 });
  const records: EpisodeRecord[] = [];
  for (const { podcast, episode } of items) {
    const said = await library.exchange(`${episode.id}.0`, 0, 1e6);
    const segments = said.map(({ text, speaker }) => ({
      text,
      ...(speaker === undefined ? {} : { speaker: speaker.name }),
    }));
    records.push({ podcast, episode, origin: file, contentHash: episode.id, segments });
  }
  await library.close();
  return records;
}
