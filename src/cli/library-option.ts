// The option that names the library file, the same for every subcommand that opens one.

import { Option } from 'commander';
import { libraryFile, readEnvironment } from '../config.ts';
import { filled } from './filled.ts';

export interface LibraryOption {
  readonly library?: string;
}

export function libraryOption(): Option {
  return new Option('--library <file>', 'the library file (or LIBRARY; var/library.db if left out)').argParser(
    filled('Name a file, or leave the option out.'),
  );
}

export function chosenLibrary(options: LibraryOption): string {
  return options.library ?? libraryFile(readEnvironment());
}
