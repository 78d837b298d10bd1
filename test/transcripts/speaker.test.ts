// Names are shown clean, labels are known for labels, and aliases lead to the person.
import { describe, expect, test } from 'vitest';
import { cleanName, genericLabel, nameMapping, speakerId } from '../../src/transcripts/speaker.ts';

describe('a clean name', () => {
  test.each([
    ['**Ann Example:**', 'Ann Example'],
    [' Ann   Example : ', 'Ann Example'],
    ['[SPEAKER_00]:', 'SPEAKER_00'],
    ['\\[Robot voice\\]', 'Robot voice'],
    ['"Ann"', 'Ann'],
    ['_Ann_', 'Ann'],
    ['snake_case', 'snake_case'],
    ['Ann Example, PhD', 'Ann Example, PhD'],
    ['>> Ann', 'Ann'],
    ['**Ann Bee (host):**', 'Ann Bee'],
    ['Ann (laughing)', 'Ann'],
    ['Speaker 1 (Ann)', 'Speaker 1 (Ann)'],
    ['(Ann)', '(Ann)'],
    ['山田花子：', '山田花子'],
    [':', ''],
  ])('%s → %s', (written, shown) => {
    expect(cleanName(written)).toBe(shown);
  });
});

describe('labels that a machine gave', () => {
  test.each([
    'SPEAKER_00',
    'spk_1',
    'Speaker 2',
    'Speaker A',
    'A',
    '0',
    '12',
    'Unknown Speaker',
    'unknown',
    'Pembicara 1',
    '[SPEAKER_01]:',
  ])('%s is one', (label) => {
    expect(genericLabel(label)).toBe(true);
  });

  test.each(['Ann', 'Horse JS', 'Al', 'Speaker Ann', 'Host', '1984 Ann', ''])('%s is none', (name) => {
    expect(genericLabel(name)).toBe(false);
  });
});

describe('aliases', () => {
  const name = nameMapping([
    { name: 'Ann Example', aliases: ['Annie', 'SPEAKER_00', 'Dr. A. Example'] },
    { name: 'Ben Example', aliases: ['Ann'] },
    { name: 'Annie' },
  ]);

  test.each([
    ['SPEAKER_00', 'Ann Example'],
    ['ANN EXAMPLE:', 'Ann Example'],
    ['Ann Éxample, PhD', 'Ann Example'],
    ['Ann', 'Ben Example'],
    ['annie', 'Annie'],
    ['**Carla Example**', 'Carla Example'],
  ])('%s → %s', (written, person) => {
    expect(name(written)).toBe(person);
  });
});

test('all written forms of a name share one id', () => {
  expect(speakerId('Ann B. Example, Psy.D')).toBe(speakerId('ann example:'));
});
