// The folder in which audio lies: one process at a time, and nothing left that nobody waits for.
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enterWorkFolder } from '../../src/transcription/work-folder.ts';
import { makeFolder } from '../support/folder.ts';
import { awaited } from '../support/transcription/show.ts';

const { episode } = awaited({ id: 'pier', audio: 'https://audio.example.org/1.mp3' });
const old = new Date('2024-01-01');

describe('the work folder', () => {
  test.each([
    ['of a process that lives', `${hostname()} ${process.ppid}`, new Date(), true],
    ['of a process that is dead', `${hostname()} 4194999`, new Date(), false],
    ['of a process whose number another one has now', `${hostname()} ${process.ppid}`, old, false],
    ['of another machine', 'elsewhere 7', new Date(), true],
    ['of another machine that has been silent', 'elsewhere 7', old, false],
    ['of this very process, which crashed in a thread', `${hostname()} ${process.pid}`, new Date(), false],
    ['that is only being written', '', new Date(), true],
  ])('with the lock %s', async (_, holder, touched, isHeld) => {
    const folder = makeFolder({ lock: holder });
    utimesSync(join(folder, 'lock'), touched, touched);
    const entering = enterWorkFolder(folder, [episode]);
    if (isHeld) {
      await expect(entering).rejects.toThrow('Another process of Verbatim is transcribing already.');
      expect(existsSync(join(folder, 'lock'))).toBe(true);
    } else {
      await (await entering).leave();
      expect(existsSync(join(folder, 'lock'))).toBe(false);
    }
  });

  test('keeps the audio of whoever waits, and removes what is half fetched, decoded or waited for no more', async () => {
    const folder = join(makeFolder(), 'made');
    const first = await enterWorkFolder(folder, [episode]);
    expect(first.holds(episode)).toBe(false);
    const audio = first.audioFile(episode);
    for (const file of [audio, `${audio}.1.part`, first.samplesFile(episode), join(folder, 'gone.audio')])
      writeFileSync(file, '');
    await first.leave();
    const second = await enterWorkFolder(folder, [episode]);
    expect(second.holds(episode)).toBe(true);
    expect(
      readdirSync(folder)
        .map((name) => join(folder, name))
        .sort(),
    ).toEqual([audio, join(folder, 'lock')].sort());
    expect(second.holds({ ...episode, audio: 'https://audio.example.org/new.mp3' })).toBe(false);
    await second.clear(episode);
    await second.leave();
    expect(readdirSync(folder)).toEqual([]);
  });
});
