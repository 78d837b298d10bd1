// `verbatim quote`: what `/quote` answers, in the terminal; as JSON for scripts; a file of queries in one go.

import { Command, InvalidArgumentError } from 'commander';
import { barredBy } from '../../commands/parts/barred.ts';
import { quote as quoteInChat } from '../../commands/quote.ts';
import { readOptions } from '../bot/arguments.ts';
import { VerbatimError } from '../errors.ts';
import { readDate } from '../search/dates.ts';
import type { QueryFilters, Search } from '../search/search.ts';
import { commandLine } from '../text/command-line.ts';
import { readQueries } from './batch-queries.ts';
import { filled } from './filled.ts';
import { hitJson } from './hit-json.ts';
import { chosenLibrary, type LibraryOption, libraryOption } from './library-option.ts';

interface QuoteOptions extends LibraryOption, QueryFilters {
  readonly limit?: number;
  readonly batch?: string;
  readonly json?: boolean;
}

/** As many as a list is scanned for; the terminal shows a page as the chats do. */
const hitsInJson = 10;

const nameless = 'Give a name or a part of it, or leave the option out.';

export function quoteCommand(): Command {
  return (
    new Command('quote')
      .description('finds what was really said: the words, the speaker, the episode and a link to the moment')
      .argument('[words...]', 'what to look for, as after /quote: words, "an exact phrase", from:name, -without …')
      .option('--speaker <name>', 'only what this person said', filled(nameless))
      .option('--episode <title>', 'only in this episode', filled(nameless))
      .option('--podcast <name>', 'only in this podcast', filled(nameless))
      .option('--after <date>', 'only from this date on: 2020, 2020-08 or 2020-08-31', parseDate)
      .option('--before <date>', 'only before this date', parseDate)
      .option('--limit <n>', 'how many quotes at most (1 to 100)', parseLimit)
      .option(
        '--batch <file>',
        'answers every line of a file (- for standard input), one JSON object a line; needs --json',
      )
      .option('--json', 'prints JSON and nothing else')
      .addOption(libraryOption())
      // `-word` leaves a word out; commander would take it for an option of its own.
      .allowUnknownOption()
      .action(async (words: string[], options: QuoteOptions) => {
        refuseUnknown(words, process.argv);
        if (options.batch !== undefined) return answerBatch(options.batch, words, options);
        const text = words.join(' ');
        if (text.trim() === '')
          throw new VerbatimError('usage', `What should be looked for? Try: ${commandLine('quote tiktok')}`);
        return options.json ? answerJson(text, options) : answerTerminal(text, options);
      })
  );
}

function parseLimit(value: string): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit;
  throw new InvalidArgumentError('Give a whole number from 1 to 100.');
}

function parseDate(value: string): string {
  if (readDate(value) !== undefined) return value;
  throw new InvalidArgumentError('Give a date of the calendar, such as 2020, 2020-08 or 2020-08-31.');
}

/** @param written the command line as it was written: what stands behind a bare `--` is meant as words. */
function refuseUnknown(words: readonly string[], written: readonly string[]): void {
  const dashes = written.indexOf('--');
  const meant = dashes < 0 ? 0 : written.length - dashes - 1;
  const unknown = words.slice(0, words.length - meant).find((word) => /^--\w/.test(word));
  if (unknown === undefined) return;
  const mend = `If it is a word to look for, put -- before the words. Options: ${commandLine('quote --help')}`;
  throw new VerbatimError('usage', `There is no option ${unknown}. ${mend}`);
}

async function answerTerminal(text: string, options: QuoteOptions): Promise<void> {
  const { answerOnce } = await import('./answer-once.ts');
  const { library, batch, json, ...given } = options;
  await answerOnce(chosenLibrary(options), 'quote', { words: text, ...given });
}

async function answerJson(text: string, options: QuoteOptions): Promise<void> {
  await withSearch(options, async (search) => print(await ask(search, text, options)));
}

async function answerBatch(file: string, words: readonly string[], options: QuoteOptions): Promise<void> {
  if (!options.json) throw new VerbatimError('usage', '--batch prints JSON: add --json.');
  if (words.length > 0)
    throw new VerbatimError('usage', '--batch takes its queries from the file: leave the words out.');
  const queries = await readQueries(file);
  await withSearch(options, async (search) => {
    for (const query of queries) await print(await ask(search, query, options));
  });
}

async function ask(search: Search, query: string, options: QuoteOptions): Promise<object> {
  const { library, batch, json, limit = hitsInJson, ...filters } = options;
  const answer = await search.quotes({ words: wordsOf(query), ...filters, offset: 0, limit });
  const isBarred = barredBy(filters, answer.problems).length > 0;
  for (const { filter, value = '', kind } of answer.problems) {
    const then = isBarred ? 'names nobody here, so nothing is answered' : 'was left out';
    const told = filter === undefined ? `“${query}”: not all of it was searched` : `${filter}:${value} ${then}`;
    process.stderr.write(`verbatim: ${told} (${kind})\n`);
  }
  const problems = answer.problems.length === 0 ? {} : { problems: answer.problems };
  const hits = isBarred ? [] : answer.hits;
  return { query, ms: Math.round(answer.ms * 1000) / 1000, hits: hits.map(hitJson), ...problems };
}

/** As the bot reads what stands after `/quote`: without `private:yes`, which says who sees the answer. */
function wordsOf(query: string): string {
  const { words = '' } = readOptions(quoteInChat, query);
  return String(words);
}

async function withSearch(options: QuoteOptions, use: (search: Search) => Promise<void>): Promise<void> {
  const [{ openLibrary }, { createSearch }] = await Promise.all([
    import('../library/sqlite/open.ts'),
    import('../search/create-search.ts'),
  ]);
  const library = await openLibrary(chosenLibrary(options), { access: 'read' });
  try {
    await use(createSearch(library));
  } finally {
    await library.close();
  }
}

/** Waits where the reader is slower than the search. */
async function print(value: object): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
