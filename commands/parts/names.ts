// Whether a name or a title is the one that was typed, or has it in it; case and accents never matter.

import { bare } from '../../src/text/fold.ts';

export function isName(name: string, typed: string): boolean {
  return bare(name).trim() === bare(typed).trim();
}

/** "Episode 1" is not in "Episode 12". */
export function isNamed(name: string, typed: string): boolean {
  const part = bare(typed).trim();
  const isNumbered = /\d$/.test(part);
  const behind = bare(name).split(part).slice(1);
  return behind.some((rest) => !isNumbered || !/^\d/.test(rest));
}
