// The command line: picks the subcommand, loads only its code (answers start sooner), and turns errors into exit codes.

import { Command, CommanderError } from 'commander';
import { VerbatimError } from '../errors.ts';

/** In help order. */
const subcommands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand(),
  quote: async () => (await import('./quote.ts')).quoteCommand(),
  chat: async () => (await import('./chat.ts')).chatCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  feeds: async () => (await import('./feeds.ts')).feedsCommand(),
  transcribe: async () => (await import('./transcribe.ts')).transcribeCommand(),
  parse: async () => (await import('./parse.ts')).parseCommand(),
  stats: async () => (await import('./stats.ts')).statsCommand(),
  register: async () => (await import('./register.ts')).registerCommand(),
  manifest: async () => (await import('./manifest.ts')).manifestCommand(),
  doctor: async () => (await import('./doctor.ts')).doctorCommand(),
};

/** Kept in step with package.json by a test: reading that file at every start would cost more than it tells. */
const version = '0.1.0';

async function run(argv: readonly string[]): Promise<void> {
  const program = new Command('verbatim')
    .description('Quotes from podcasts: what was really said, who said it, and a link to that very moment.')
    .version(version, '--version', 'prints the version')
    .showSuggestionAfterError();
  const load = subcommands[argv[0] ?? ''];
  const wanted = load === undefined ? Object.values(subcommands) : [load];
  for (const command of await Promise.all(wanted.map((one) => one()))) program.addCommand(command);
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) command.exitOverride();
  await program.parseAsync(argv, { from: 'user' });
}

function report(error: unknown): void {
  if (error instanceof CommanderError) {
    // Commander has printed what was wrong already; its own exit codes know only 0 and 1.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  const known = error instanceof VerbatimError;
  const text = known ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`verbatim: ${text}\n`);
  process.exitCode = known && error.code === 'usage' ? 2 : 1;
}

// A reader that has seen enough (`verbatim quote … | head -1`) closes the pipe: that is no failure.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(0);
  process.stderr.write(`verbatim: what was found cannot be written: ${message}\n`);
  process.exit(1);
});

await run(process.argv.slice(2)).catch(report);
