// An option's value that must say something: a script's empty variable is no name and no file.

import { InvalidArgumentError } from 'commander';

/** Reads the value; an empty one is wrong usage, told with `mend`. */
export function filled(mend: string): (value: string) => string {
  return (value) => {
    if (value.trim() !== '') return value;
    throw new InvalidArgumentError(mend);
  };
}
