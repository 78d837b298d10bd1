// What is understood of one file in each format and dialect, next to the file itself: test/golden/transcripts.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/text/decode.ts';
import { parseTranscript } from '../../src/transcripts/parse.ts';
import type { TranscriptSegment } from '../../src/transcripts/transcript.ts';

const folder = fileURLToPath(new URL('../golden/transcripts/', import.meta.url));
const files = readdirSync(folder).filter((name) => !name.endsWith('.golden'));

/** One segment a line: time ("~" lies between known ones), end, speaker, words. */
function line({ speaker, startSeconds, endSeconds, timing, text }: TranscriptSegment): string {
  const start = startSeconds === undefined ? '?' : `${timing === 'interpolated' ? '~' : ''}${startSeconds}`;
  return `[${start} – ${endSeconds ?? '?'}] ${speaker ?? '(nobody)'} | ${text}`;
}

describe('formats', () => {
  test.each(files)('%s', async (name) => {
    const { format, facts, segments } = parseTranscript(decodeText(readFileSync(`${folder}${name}`)));
    const understood = [`${format} ${JSON.stringify(facts)}`, ...segments.map(line), ''].join('\n');
    await expect(understood).toMatchFileSnapshot(`${folder}${name}.golden`);
  });
});
