// Who is credited with what is said: the one place where a quote could be put into the wrong mouth.
import { describe, expect, test } from 'vitest';
import { speakerNames } from '../../src/ingest/speakers.ts';
import type { Person } from '../../src/model.ts';

const ann: Person = { name: 'Ann Berg', role: 'host' };
const dex: Person = { name: 'Dexter Ploomb', role: 'guest' };
const cleo: Person = { name: 'Cleo Vane', role: 'guest' };
const bo: Person = { name: 'Bo Tarn', role: 'co-host' };
const designer: Person = { name: 'Mira Quist', role: 'cover art designer', group: 'visuals' };

const long = 'Something of a good length is said here. '.repeat(5);

/** `voices`: who says what in turn, `null` for nobody in particular. */
function credited(people: readonly Person[], voices: readonly (string | null | [string, string])[], ownPeople = true) {
  const segments = voices.map((voice) => {
    const [speaker, text] = Array.isArray(voice) ? voice : [voice, long];
    return speaker === null ? { text } : { speaker, text };
  });
  const nameOf = speakerNames({ people, ownPeople }, segments);
  return segments.map(({ speaker }) => (speaker === undefined ? undefined : nameOf(speaker)));
}

describe('a label is a person where nobody else can be meant', () => {
  test.each<[string, Person[], string[], string[]]>([
    ['one person talks', [ann], ['SPEAKER_00', 'SPEAKER_00'], ['Ann Berg', 'Ann Berg']],
    ['the host is named', [ann, dex], ['Ann Berg', 'SPEAKER_01'], ['Ann Berg', 'Dexter Ploomb']],
    ['the guest is named', [ann, dex], ['A', 'Dexter Ploomb', 'A'], ['Ann Berg', 'Dexter Ploomb', 'Ann Berg']],
    [
      'all but one are named',
      [ann, dex, cleo],
      ['Ann Berg', 'Speaker 2', 'Cleo Vane'],
      ['Ann Berg', 'Dexter Ploomb', 'Cleo Vane'],
    ],
    ['names are written otherwise', [ann, dex], ['ANN BERG:', 'Speaker 2'], ['Ann Berg', 'Dexter Ploomb']],
    ['somebody made the cover', [ann, designer], ['SPEAKER_00'], ['Ann Berg']],
    ['the crew is heard by name', [ann, designer], ['SPEAKER_00', 'Mira Quist'], ['Ann Berg', 'Mira Quist']],
  ])('%s', (_, people, voices, names) => expect(credited(people, voices)).toEqual(names));
});

describe('a label stays one', () => {
  test.each<[string, Person[], (string | null | [string, string])[], (string | undefined)[]]>([
    ['where two labels and two people are left', [ann, dex], ['SPEAKER_00', 'SPEAKER_01'], ['Speaker 1', 'Speaker 2']],
    ['where one label and two people are left', [ann, dex], ['SPEAKER_00'], ['Speaker 1']],
    ['where two labels and one person are left', [ann], ['SPEAKER_00', 'SPEAKER_01'], ['Speaker 1', 'Speaker 2']],
    ['where nobody is left', [ann], ['Ann Berg', 'SPEAKER_01'], ['Ann Berg', 'Speaker 1']],
    ['where nobody is known', [], ['SPEAKER_01'], ['Speaker 1']],
    ['beside somebody who is not known', [ann], ['Dexter Ploomb', 'SPEAKER_01'], ['Dexter Ploomb', 'Speaker 1']],
    ['beside a nickname', [ann, dex], ['Annie', 'SPEAKER_01'], ['Annie', 'Speaker 1']],
    ['beside a first name', [ann, dex], ['Ann', 'SPEAKER_01'], ['Ann', 'Speaker 1']],
    ['beside a part in the talk', [ann, dex], ['Ann Berg', 'Caller', 'Speaker 3'], ['Ann Berg', 'Caller', 'Speaker 1']],
    [
      'beside an unknown voice',
      [ann, dex],
      ['Ann Berg', 'Unknown Speaker', 'Speaker 3'],
      ['Ann Berg', undefined, 'Speaker 1'],
    ],
    ['beside words of nobody', [ann, dex], ['Ann Berg', null, 'Speaker 3'], ['Ann Berg', undefined, 'Speaker 1']],
    ['where one of two hosts may be away', [ann, bo], ['Ann Berg', 'SPEAKER_01'], ['Ann Berg', 'Speaker 1']],
    [
      'where one of two hosts may be away beside a guest',
      [ann, bo, dex],
      ['Ann Berg', 'SPEAKER_01', 'Dexter Ploomb'],
      ['Ann Berg', 'Speaker 1', 'Dexter Ploomb'],
    ],
    ['where no voices were told apart', [ann], ['Speaker'], ['Speaker 1']],
    [
      'where it says next to nothing',
      [ann, dex],
      ['Ann Berg', 'Ann Berg', ['SPEAKER_01', 'Brought to you by kettles.']],
      ['Ann Berg', 'Ann Berg', 'Speaker 1'],
    ],
    ['of the crew alone', [designer], ['SPEAKER_00'], ['Speaker 1']],
  ])('%s', (_, people, voices, names) => expect(credited(people, voices)).toEqual(names));

  test('where the people are the show’s, not this episode’s: a guest may have been left unsaid', () => {
    expect(credited([ann], ['SPEAKER_00'], false)).toEqual(['Speaker 1']);
    expect(credited([ann, dex], ['Ann Berg', 'SPEAKER_01'], false)).toEqual(['Ann Berg', 'Speaker 1']);
  });
});

test('labels are counted as they come, and a person with that alias is that person', () => {
  const people = [{ name: 'Dexter Ploomb', aliases: ['SPEAKER_02'] }];
  expect(credited(people, ['SPEAKER_07', 'SPEAKER_02', 'SPEAKER_07', 'B'])).toEqual([
    'Speaker 1',
    'Dexter Ploomb',
    'Speaker 1',
    'Speaker 2',
  ]);
});
