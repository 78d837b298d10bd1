// Imports a feed as a process of its own, with what was built: node import-feed-process.mjs LIBRARY ADDRESS
import { createFetcher } from '../../dist/src/fetch/create-fetcher.js';
import { importFeed } from '../../dist/src/ingest/feed.js';
import { openLibrary } from '../../dist/src/library/sqlite/open.js';

const [file, address] = process.argv.slice(2);
const library = await openLibrary(file, { access: 'write' });
const fetcher = createFetcher({ allow: [{ network: '127.0.0.0', prefix: 8 }] });
const now = new Date();
const feed = { address, addedAt: now, dueAt: now, failures: 0, toldLog: false, toldPerson: false };
const { report } = await importFeed(library, fetcher, feed);
await fetcher.close();
await library.close();
process.exitCode = report.failed.length === 0 && !report.stopped ? 0 : 1;
