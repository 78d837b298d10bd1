// Makes any text inert in a terminal: no escape sequence, no control character, no change of writing direction survives.

import { stripVTControlCharacters } from 'node:util';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that steer a terminal.
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export function escapeTerminal(text: string): string {
  return stripVTControlCharacters(text).replace(/\t/g, ' ').replace(steering, '');
}
