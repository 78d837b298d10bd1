// Transcripts are read in a thread with bounds: one that breaks them costs itself alone, and never the process.
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ParserLimits, startParser } from '../../src/ingest/parser.ts';
import { openParser } from '../../src/ingest/shared-parser.ts';
import { vtt } from '../support/transcripts.ts';

const stubborn = fileURLToPath(new URL('stubborn-worker.mjs', import.meta.url));

function start(limits: ParserLimits, worker?: string) {
  const parser = startParser(limits, worker);
  onTestFinished(() => parser.close());
  return parser;
}

describe('a transcript that', () => {
  test.each([
    ['never ends', 'loop', { code: 'too-large', message: expect.stringContaining('more than 3 seconds') }],
    ['fills the memory', 'fill', { code: 'too-large', message: expect.stringContaining('more than 64 MB of memory') }],
    ['meets a fault of our own', 'throw', { message: 'a fault of our own' }],
    ['takes the thread with it', 'leave', { message: 'The thread that reads transcripts ended.' }],
  ])('%s fails by itself; those before and after it are read', async (_what, text, error) => {
    const mostMs = text === 'loop' ? 3_000 : 30_000;
    const parser = start({ mostMs, mostMegabytes: 64 }, stubborn);
    const told = await Promise.allSettled(['before', text, 'after'].map((one) => parser.parse(one)));
    expect(told).toMatchObject([{ value: { format: 'before' } }, { reason: error }, { value: { format: 'after' } }]);
    expect(await parser.parse('much later')).toMatchObject({ format: 'much later' });
  });
});

describe('the thread that all imports share', () => {
  test('tells what is wrong with a transcript, with its line', async () => {
    const parser = openParser();
    onTestFinished(() => parser.close());
    await expect(parser.parse(`${vtt('Ann: Fine.')}\n00:09 --> x\nBroken.\n`)).rejects.toMatchObject({
      ...{ name: 'VerbatimError', code: 'malformed', line: 6 },
    });
    expect(await parser.detectLanguage('Der Hafen liegt im Nebel, und die Lampe brennt.')).toBe('de');
  });

  test('goes on for one import when another closes it', async () => {
    const [one, other] = [openParser(), openParser()];
    const reading = one.parse(vtt('Ann: The first.'));
    await other.close();
    expect(await reading).toMatchObject({ format: 'webvtt' });
    await one.close();
    const again = openParser();
    expect(await again.parse(vtt('Ann: The second.'))).toMatchObject({ format: 'webvtt' });
    await again.close();
  });
});
