// Whether a name or a title is the one that was typed, or has it in it; case and accents never matter.

import { bare } from '../../src/text/fold.ts';

export function isName(name: string, typed: string): boolean {
  return bare(name).trim() === bare(typed).trim();
}

export function isNamed(name: string, typed: string): boolean {
  return bare(name).includes(bare(typed).trim());
}
