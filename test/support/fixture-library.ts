// A bot over a small made-up library in a file of its own: what adapters' tests render and press.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { type BotParts, createBot } from '../../src/bot/bot.ts';
import type { Bot } from '../../src/bot/command.ts';
import type { EpisodeRecord, Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import type { Search } from '../../src/search/search.ts';
import { fixtureEpisodes } from './fixture-episodes.ts';
import { createPlainSearch } from './plain-search.ts';

export interface Fixture {
  readonly bot: Bot;
  readonly library: Library;
  readonly search: Search;
  /** Another bot over the same file, as after a restart. */
  restart(parts?: Partial<BotParts>): Bot;
  close(): Promise<void>;
}

export const silentLog = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** `episodes: []` for an empty library; `parts` go before what the fixture would put together. */
export async function openFixture({
  episodes = fixtureEpisodes,
  ...parts
}: Partial<BotParts> & { readonly episodes?: readonly EpisodeRecord[] } = {}): Promise<Fixture> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-fixture-'));
  const library = await openLibrary(join(folder, 'library.db'), { access: 'write' });
  for (const record of episodes) await library.shelve(record);
  const search = createPlainSearch(library);
  const restart = (changed: Partial<BotParts> = {}) =>
    createBot({ commands, search, library, state: library, log: silentLog, ...parts, ...changed });
  return {
    bot: restart(),
    library,
    search,
    restart,
    async close() {
      await library.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
