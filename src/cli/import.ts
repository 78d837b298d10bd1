// `verbatim import`: transcripts into the library, from files and from feeds, with a progress bar and a summary in the end.

import { Command } from 'commander';
import { VerbatimError } from '../errors.ts';
import type { ImportReport, ImportRequest } from '../ingest/report.ts';
import { type ImportOptions, importPaths } from '../ingest.ts';
import type { Library } from '../library/library.ts';
import { openLibrary } from '../library/sqlite/open.ts';
import { filled } from './filled.ts';
import { onFirstInterrupt } from './first-interrupt.ts';
import type { BroughtFeed } from './import-feeds.ts';
import { summaryOf, sumOf } from './import-summary.ts';
import { sortOut } from './import-targets.ts';
import { chosenLibrary, type LibraryOption, libraryOption } from './library-option.ts';
import { showProgress } from './progress-bar.ts';
import { tellTroubleOnce } from './tell-trouble.ts';

interface Options extends LibraryOption {
  readonly podcast?: string;
  readonly json?: boolean;
}

const nameless = 'Give the podcast a name, or leave the option out.';

export function importCommand(): Command {
  return new Command('import')
    .description('brings transcripts into the library; importing again brings what changed since')
    .argument(
      '<path-or-address...>',
      "a transcript, a podcast's folder, a folder of podcast folders, a feed's address, or a list of feeds (OPML)",
    )
    .option('--podcast <name>', 'one podcast of this name for all of it, instead of one a folder', filled(nameless))
    .option('--json', 'prints the summary as JSON and nothing else')
    .addOption(libraryOption())
    .addHelpText('after', '\nA feed is followed from then on: new episodes come by themselves while the bot runs.')
    .action(runImport);
}

async function runImport(named: readonly string[], options: Options): Promise<void> {
  if (named.some((one) => one.trim() === '')) {
    throw new VerbatimError('usage', 'One of the paths is empty. Name a file, a folder or an address.');
  }
  const { paths, addresses, problems } = sortOut(named);
  if (options.podcast !== undefined && addresses.length > 0) {
    throw new VerbatimError(
      'usage',
      'A feed has a name of its own: leave --podcast out, or import the feed by itself.',
    );
  }
  const file = chosenLibrary(options);
  const library = await openLibrary(file, { access: 'write' });
  const interrupt = onFirstInterrupt();
  const bar = process.stderr.isTTY ? showProgress(process.stderr) : undefined;
  const watching: ImportOptions = { signal: interrupt.signal, ...(bar && { onProgress: bar.show }) };
  try {
    await tellTroubleOnce(library);
    const reports: ImportReport[] = [];
    if (paths.length > 0) reports.push(await importPaths(library, requestOf(paths, options), watching));
    const feeds = addresses.length === 0 ? [] : await bring(library, addresses, watching);
    const report = sumOf([...reports, ...feeds.map((feed) => feed.report)], problems);
    bar?.clear();
    // What is in the library by now is searched, perhaps for long: no import ends that leaves it unsettled.
    if (interrupt.signal.aborted) await library.settle();
    const stats = await library.stats();
    const told = options.json
      ? JSON.stringify({ ...report, feeds: feeds.map(({ report: _, ...feed }) => feed), library: stats })
      : summaryOf(report, feeds, file, stats);
    process.stdout.write(`${told}\n`);
    if (report.failed.length > 0 || report.stopped) process.exitCode = 1;
  } finally {
    bar?.clear();
    interrupt.forget();
    await library.close();
  }
}

function requestOf(paths: readonly string[], { podcast }: Options): ImportRequest {
  return podcast === undefined ? { paths } : { paths, podcast };
}

/** What asks the web is loaded only where it is asked. */
async function bring(library: Library, addresses: readonly string[], watching: ImportOptions): Promise<BroughtFeed[]> {
  const { importFeeds } = await import('./import-feeds.ts');
  return importFeeds(library, addresses, watching);
}
