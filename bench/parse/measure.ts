// Reads one transcript in a process of its own: node measure.js FILE; prints what that took as JSON.

import { readFileSync } from 'node:fs';
import { decodeText } from '../../src/text/decode.ts';
import { parseTranscript } from '../../src/transcripts/parse.ts';

export interface Figures {
  readonly format: string;
  readonly megabytes: number;
  readonly segments: number;
  readonly cpuSeconds: number;
  /** At the most, over what the process took before: the bytes, the text, and all that was made of it. */
  readonly peakMegabytes: number;
}

const [file = ''] = process.argv.slice(2);
// What is loaded once, and the compiler's warming up, are no part of a file.
parseTranscript('Ann Example: Hello there, how are you today?\nBen Example: Well, thank you. And you?');

const idle = process.resourceUsage().maxRSS;
const from = process.cpuUsage();
const bytes = readFileSync(file);
const { format, segments } = parseTranscript(decodeText(bytes));
const { user, system } = process.cpuUsage(from);
const figures: Figures = {
  format,
  megabytes: bytes.length / 1e6,
  segments: segments.length,
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: (process.resourceUsage().maxRSS - idle) / 1000,
};
console.log(JSON.stringify(figures));
