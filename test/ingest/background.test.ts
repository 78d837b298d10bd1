// While an import runs elsewhere, in a thread or a process, this one reads, answers and keeps its own small state.
import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { importInBackground } from '../../src/ingest/background.ts';
import type { ImportProgress } from '../../src/ingest/report.ts';
import type { Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { faultsOf } from '../library/wholeness.ts';
import { makeFolder } from '../support/folder.ts';
import { madeUpShow } from '../support/made-up-show.ts';
import { startVerbatimProcess } from '../support/run-verbatim.ts';

const episodes = 20;
/** Few enough of such episodes are shelved together that there is something to see on the way. */
const turns = 300;

async function makeLibrary() {
  const folder = makeFolder(madeUpShow(episodes, turns, 'first'));
  const file = join(folder, 'library.db');
  const library = await openLibrary(file, { access: 'write' });
  onTestFinished(() => library.close());
  return { folder, file, library };
}

/** Reads and writes as a bot does, until told to stop; answers how many episodes it saw on the way. */
async function liveOn(library: Library, done: () => boolean): Promise<Set<number>> {
  const seen = new Set<number>();
  for (let round = 0; !done(); round++) {
    const { episodes, segments } = await library.stats();
    // Never a part of an episode.
    expect(segments).toBe(episodes * turns);
    seen.add(episodes);
    const found = await library.randomSegment({});
    if (found !== undefined) expect(await library.exchange(found.segment.id, turns, turns)).toHaveLength(turns);
    expect(await library.claimState(`press ${round}`, new Date(Date.now() + 60_000))).toBe(true);
    await setImmediate();
  }
  return seen;
}

describe('an import in the background', () => {
  test('leaves the thread that asked for it free to read and to write', async () => {
    const { folder, file, library } = await makeLibrary();
    const told: ImportProgress[] = [];
    let done = false;
    const onProgress = (progress: ImportProgress) => void told.push(progress);
    const report = importInBackground(file, { paths: [join(folder, 'harbour')] }, { onProgress }).finally(() => {
      done = true;
    });
    const seen = await liveOn(library, () => done);
    expect(await report).toMatchObject({ added: episodes, failed: [], segments: episodes * turns, stopped: false });
    expect(seen.size).toBeGreaterThan(2);
    expect(told.at(-1)).toMatchObject({ done: episodes, total: episodes });
    expect(faultsOf(file)).toEqual([]);
  });

  test('can be stopped, and says so', async () => {
    const { folder, file, library } = await makeLibrary();
    const controller = new AbortController();
    const onProgress = ({ done }: ImportProgress) => done >= 2 && controller.abort();
    const request = { paths: [join(folder, 'harbour')] };
    const report = await importInBackground(file, request, { onProgress, signal: controller.signal });
    expect(report.stopped).toBe(true);
    expect((await library.stats()).episodes).toBe(report.added);
    expect(report.added).toBeLessThan(episodes);
    const nothing = await importInBackground(file, request, { signal: AbortSignal.abort() });
    expect(nothing.added).toBeLessThan(episodes);
  });

  test('tells why the library cannot be opened', async () => {
    const folder = makeFolder({ 'diary.txt': 'Dear diary' });
    await expect(importInBackground(join(folder, 'diary.txt'), { paths: [folder] })).rejects.toMatchObject({
      code: 'library-invalid',
      message: expect.stringContaining('diary.txt is not a Verbatim library'),
    });
  });
});

test('a second process may read and keep its state while one imports', async () => {
  const { folder, file, library } = await makeLibrary();
  const child = startVerbatimProcess(['import', 'harbour', '--library', file], { cwd: folder });
  let code: number | null | undefined;
  const ended = once(child, 'close').then(([status]) => {
    code = status;
  });
  const seen = await liveOn(library, () => code !== undefined);
  await ended;
  expect(code).toBe(0);
  expect(seen.size).toBeGreaterThan(2);
  expect(faultsOf(file)).toEqual([]);
});

test('two imports at once, into a library that neither found, wait for each other, and all is whole', async () => {
  const folder = makeFolder(madeUpShow(episodes, turns, 'first'));
  const file = join(folder, 'library.db');
  const request = { paths: [join(folder, 'harbour')] };
  const reports = await Promise.all([importInBackground(file, request), importInBackground(file, request)]);
  for (const report of reports) expect(report).toMatchObject({ failed: [], stopped: false });
  const library = await openLibrary(file, { access: 'read' });
  onTestFinished(() => library.close());
  expect(await library.stats()).toMatchObject({ episodes, segments: episodes * turns });
  expect(faultsOf(file)).toEqual([]);
});
