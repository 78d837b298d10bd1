// The only reader of the environment, and of a `.env` file in the working directory.

import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { VerbatimError } from './errors.ts';

export type Environment = Readonly<Record<string, string>>;

/** All variables that have a value; the process's own go before those of `.env`. */
export function readEnvironment(): Environment {
  const all = { ...readDotenv(), ...process.env };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}

/** The library alone: commands that need nothing else start at once, and a bad token is none of their business. */
export function libraryFile(environment: Environment): string {
  return environment.LIBRARY ?? 'var/library.db';
}

function readDotenv(): Record<string, string> {
  try {
    return parse(readFileSync('.env'));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw new VerbatimError('configuration', 'The file .env cannot be read. Make it readable, or remove it.', {
      cause,
    });
  }
}

/** The language of the terminal's user, as POSIX has it (`id_ID.UTF-8`): absent where it is plain C. */
export function terminalLocale(environment: Environment): string | undefined {
  const locale = (environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG)?.split('.')[0]?.replace('_', '-');
  return locale === 'C' || locale === 'POSIX' ? undefined : locale;
}
