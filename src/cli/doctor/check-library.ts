// Whether there is a library, whole and with something in it.

import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { VerbatimError } from '../../errors.ts';
import { openLibrary } from '../../library/sqlite/open.ts';
import { commandLine } from '../../text/command-line.ts';
import { counted } from '../counted.ts';
import type { Finding } from './finding.ts';

export async function checkLibrary(file: string): Promise<Finding> {
  const about = 'library';
  try {
    const library = await openLibrary(file, { access: 'read' });
    const { podcasts, episodes, segments } = await library.stats();
    await library.close();
    if (episodes === 0) {
      const mend = `Add a podcast: ${commandLine('import FOLDER')} (or https://…)`;
      return { state: 'note', about, text: `${file} is whole and empty.`, mend };
    }
    const holds = `${file} holds ${counted(podcasts, 'podcast')}, ${counted(episodes, 'episode')}, ${counted(segments, 'passage')}.`;
    if (isWritable(file)) return { state: 'well', about, text: holds };
    return {
      state: 'note',
      about,
      text: `${holds} It can be read and not written: quotes are found, but no bot starts on it and nothing is imported.`,
      mend: `Give the file and its folder to whoever runs the bot: chown USER ${dirname(file)} ${file}`,
    };
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    if (error.code !== 'missing') return { state: 'wrong', about, text: error.message };
    return {
      state: 'note',
      about,
      text: `There is no library at ${file} yet.`,
      mend: `The first start makes one from the sample podcasts, or add your own: ${commandLine('import FOLDER')} (or https://…)`,
    };
  }
}

/** SQLite needs the folder as well, for its log. */
function isWritable(file: string): boolean {
  try {
    for (const path of [file, dirname(file)]) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
