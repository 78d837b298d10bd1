// The document that started the project, end to end: an interview in Indonesian with a glued date and one time mark.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/text/decode.ts';
import { parseTranscript } from '../../src/transcripts/parse.ts';

const seed = [new URL('../../../shared/seeds/000_15d698150b18a9e7.txt', import.meta.url)]
  .map((url) => fileURLToPath(url))
  .find((file) => existsSync(file));

describe.skipIf(seed === undefined)(
  `the seed${seed === undefined ? ' (skipped: ../shared/seeds is not here)' : ''}`,
  () => {
    const parse = () => parseTranscript(decodeText(readFileSync(seed ?? '')));

    test('title, date and language are understood', () => {
      const { format, facts } = parse();
      expect(format).toBe('prose');
      expect(facts).toEqual({
        title: 'CRM Playaz di TikTok: Menghormati Data Pelanggan Mengalahkan Angka Keterlibatan yang Besar',
        publishedAt: '2020-08-15',
        language: 'id',
      });
    });

    test('the sentence that is glued to the date is kept, and the introduction is nobody’s', () => {
      const { segments } = parse();
      expect(segments[0]).toEqual({ text: 'CRM Playaz tidak akan membeli TikTok. Mari saya jelaskan mengapa.' });
      const first = segments.findIndex(({ speaker }) => speaker !== undefined);
      expect(segments[first]?.text).toBe('Apakah menurut Anda Microsoft masih tertarik untuk membeli TikTok?');
      expect(segments.slice(first).every(({ speaker }) => speaker !== undefined)).toBe(true);
    });

    test('both speak, and nobody else', () => {
      const speakers = new Set(parse().segments.map(({ speaker }) => speaker));
      expect(speakers).toEqual(new Set([undefined, 'Brent Leary', 'Paul Greenberg']));
    });

    test('its one time mark is the time of the words around it, and of no others', () => {
      const timed = parse().segments.filter(({ startSeconds }) => startSeconds !== undefined);
      expect(timed).toHaveLength(1);
      expect(timed[0]).toMatchObject({ startSeconds: 131, timing: 'interpolated', speaker: 'Brent Leary' });
      expect(timed[0]?.text).toContain('menyentuh');
      expect(timed[0]?.text).toContain('[crosstalk 00:02:11]-');
    });

    test('what was broken off stays broken off', () => {
      expect(parse().segments.map(({ text }) => text)).toContain('Apa? Jadi-');
    });
  },
);
