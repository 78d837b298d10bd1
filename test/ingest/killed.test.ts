// kill -9 at random moments of an import: the library is whole each time, and the next import completes it.
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { importPaths } from '../../src/ingest.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { faultsOf } from '../library/wholeness.ts';
import { makeFolder, writeFiles } from '../support/folder.ts';
import { madeUpShow } from '../support/made-up-show.ts';
import { startVerbatimProcess } from '../support/run-verbatim.ts';

/** Of such episodes few are shelved together: most kills must find some of them in the library, and not all. */
const episodes = 16;
const turns = 400;
const kills = 12;

test(`a library is whole after each of ${kills} kills, and the next import completes it`, {
  timeout: 120_000,
}, async () => {
  const cwd = makeFolder(madeUpShow(episodes, turns, 'edition0'));
  const file = join(cwd, 'library.db');
  const logged = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  let most = 0;
  const complete = async (edition: string) => {
    const library = await openLibrary(file, { access: 'write' });
    const onProgress = () => {
      most = Math.max(most, logged());
    };
    const report = await importPaths(library, { paths: [join(cwd, 'harbour')] }, { onProgress });
    expect(report).toMatchObject({ failed: [], stopped: false });
    expect(await library.stats()).toMatchObject({ episodes, segments: episodes * turns });
    expect(await library.lexicon({ forms: [edition], stems: [] })).toMatchObject([{ segments: episodes * turns }]);
    await library.close();
    expect(faultsOf(file)).toEqual([]);
    return report;
  };
  await complete('edition0');

  let midway = 0;
  for (let kill = 1; kill <= kills; kill++) {
    writeFiles(cwd, madeUpShow(episodes, turns, `edition${kill}`));
    const child = startVerbatimProcess(['import', 'harbour', '--library', file], { cwd });
    const ended = once(child, 'close');
    // At any point of the bytes that a whole import writes: a slow machine is killed as fairly as a fast one.
    const bytes = Math.random() * most * 0.9;
    while (logged() <= bytes && child.exitCode === null) await setTimeout(1);
    child.kill('SIGKILL');
    await ended;
    expect(faultsOf(file)).toEqual([]);
    const { unchanged } = await complete(`edition${kill}`);
    if (unchanged > 0 && unchanged < episodes) midway++;
  }
  // Otherwise nothing was proven.
  expect(midway).toBeGreaterThan(kills / 2);
});
