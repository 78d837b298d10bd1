// `verbatim doctor`: looks over the configuration, the library, the port and the platforms; each finding with its mend.

import { Command } from 'commander';
import { readEnvironment } from '../config.ts';
import { VerbatimError } from '../errors.ts';
import { readSettings } from '../settings.ts';
import { colours } from './colours.ts';
import { checkDiscord } from './doctor/check-discord.ts';
import { checkFeeds, checkFetchAllow } from './doctor/check-feeds.ts';
import { checkLibrary } from './doctor/check-library.ts';
import { checkPort } from './doctor/check-port.ts';
import { checkSlack } from './doctor/check-slack.ts';
import { checkTranscription } from './doctor/check-transcription.ts';
import type { Finding } from './doctor/finding.ts';
import { chosenLibrary, type LibraryOption, libraryOption } from './library-option.ts';

interface DoctorOptions extends LibraryOption {
  readonly json?: boolean;
}

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('checks configuration, library, tokens and reachability; each finding with its mend')
    .option('--json', 'prints JSON and nothing else')
    .addOption(libraryOption())
    .action(async (options: DoctorOptions) => {
      const findings = await examine(options);
      process.stdout.write(options.json ? `${JSON.stringify({ findings })}\n` : findings.map(show).join(''));
      if (findings.some((finding) => finding.state === 'wrong')) process.exitCode = 1;
    });
}

async function examine(options: LibraryOption): Promise<readonly Finding[]> {
  const file = chosenLibrary(options);
  const library = Promise.all([checkLibrary(file), checkFeeds(file)]).then((findings) => findings.flat());
  try {
    const settings = readSettings(readEnvironment());
    const { host, port } = settings.http;
    const others = await Promise.all([
      checkFetchAllow(settings),
      checkTranscription(settings),
      [await checkPort(host, port)],
      checkDiscord(settings),
      checkSlack(settings),
    ]);
    return [...(await library), ...others.flat()];
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    const mend = 'Mend them in .env or where they are set; .env.example says what each one means.';
    return [...(await library), { state: 'wrong', about: 'configuration', text: error.message, mend }];
  }
}

const marks = { well: colours.green('✓'), note: colours.cyan('•'), wrong: colours.red('✗') };

function show({ state, about, text, mend }: Finding): string {
  return `${marks[state]} ${colours.bold(about)}  ${text}\n${mend === undefined ? '' : `    → ${mend}\n`}`;
}
