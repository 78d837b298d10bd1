// `verbatim parse`: what it prints of one transcript, for programs and for people.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseCommand } from '../../src/cli/parse.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-parse-'));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function run(...args: readonly string[]): Promise<string> {
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
  await parseCommand().parseAsync(args, { from: 'user' });
  return printed;
}

afterEach(() => vi.restoreAllMocks());

describe('verbatim parse', () => {
  test('--json prints one object a line, and leaves out what is unknown', async () => {
    const file = write(
      'talk.md',
      '**Ann:** Hello. \n\n\\[00:10\\] Still me.\n\n**Break:** \\[00:20\\]\n\n**SPEAKER_01:** Hi.\n',
    );
    const lines = (await run(file, '--json')).trim().split('\n');
    expect(lines).toEqual([
      '{"speaker":"Ann","text":"Hello."}',
      '{"speaker":"Ann","startSeconds":10,"endSeconds":20,"timing":"exact","text":"Still me."}',
      '{"speaker":"SPEAKER_01","text":"Hi."}',
    ]);
  });

  test('--json says which times lie between two that are written', async () => {
    const long = 'So the kettle sings, and nobody knows why. '.repeat(30);
    const file = write('between.vtt', `WEBVTT\n\n00:10.000 --> 02:10.000\n<v Ann>${long}\n`);
    const timings = (await run(file, '--json'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ startSeconds, timing }) => [startSeconds !== undefined, timing]);
    expect(timings).toContainEqual([true, 'exact']);
    expect(timings).toContainEqual([true, 'interpolated']);
  });

  test('without it, people read what was understood', async () => {
    const file = write(
      'talk.vtt',
      'WEBVTT\n\n01:02:03.000 --> 01:02:05.000\n<v Ann>Hello there, everybody. How are you?\n',
    );
    const printed = await run(file);
    expect(printed).toContain('webvtt · English · 1 segment · times: 1 exact, 0 between (~), 0 unknown');
    expect(printed).toContain('1:02:03  Hello there, everybody. How are you?');
  });

  test('what is wrong is told with file and line', async () => {
    const file = write('broken.vtt', 'WEBVTT\n\n00:0x.000 --> 00:02.000\nHi');
    await expect(run(file)).rejects.toMatchObject({
      code: 'malformed',
      line: 3,
      message: expect.stringMatching(/broken\.vtt:3: Two times are expected here/),
    });
    await expect(run(join(folder, 'gone.vtt'))).rejects.toMatchObject({ code: 'missing' });
  });
});
