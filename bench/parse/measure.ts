// Reads one transcript in a process of its own, in a thread such as the program's: node measure.js FILE; prints what that took
// as JSON.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';
import { memoryLimits } from '../../src/ingest/parser.ts';
import { expectShortLived } from '../../src/short-lived.ts';
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

if (isMainThread) {
  new Worker(fileURLToPath(import.meta.url), { argv: process.argv.slice(2), resourceLimits: memoryLimits() });
} else {
  const [file = ''] = process.argv.slice(2);
  console.log(JSON.stringify(figuresOf(file)));
}

function figuresOf(file: string): Figures {
  expectShortLived();
  // What is loaded once, and the compiler's warming up, are no part of a file.
  parseTranscript('Ann Example: Hello there, how are you today?\nBen Example: Well, thank you. And you?');

  const idle = process.resourceUsage().maxRSS;
  const from = process.cpuUsage();
  const bytes = readFileSync(file);
  const { format, segments } = parseTranscript(decodeText(bytes));
  const { user, system } = process.cpuUsage(from);
  return {
    format,
    megabytes: bytes.length / 1e6,
    segments: segments.length,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: (process.resourceUsage().maxRSS - idle) / 1000,
  };
}
