// Who speaks in one episode: known people by any of their names, machines' labels as "Speaker 1", all others as written.

import type { Person } from '../model.ts';
import type { EpisodeFacts } from '../sources/source.ts';
import { genericLabel, nameMapping } from '../transcripts/speaker.ts';
import type { TranscriptSegment } from '../transcripts/transcript.ts';
import { nameOnlyLabel } from './only-label.ts';

/**
 * Names for one episode's segments, to be asked in their order. Labels (`SPEAKER_00`, `A`) are counted as they come, for
 * transcribers count from 0, from 1 or from A, unless there is only one person whom the label can stand for; `undefined`
 * where the transcript itself does not know who it is.
 */
export function speakerNames(
  { people = [], ownPeople = false }: Pick<EpisodeFacts, 'people' | 'ownPeople'>,
  segments: readonly TranscriptSegment[],
): (written: string) => string | undefined {
  const nameOf = nameMapping(people);
  const labels = new Map<string, string>(ownPeople ? namedLabels(people, segments, nameOf) : []);
  let counted = 0;
  return (written) => {
    const name = nameOf(written);
    if (!genericLabel(name)) return name || undefined;
    if (isNobody(name)) return undefined;
    const label = labels.get(name) ?? `Speaker ${++counted}`;
    labels.set(name, label);
    return label;
  };
}

function namedLabels(
  people: readonly Person[],
  segments: readonly TranscriptSegment[],
  nameOf: (written: string) => string,
): [string, string][] {
  const voices = new Map<string | undefined, number>();
  for (const { speaker, text } of segments) {
    const name = speaker === undefined ? undefined : nameOf(speaker);
    const voice = name === undefined || isNobody(name) ? undefined : name;
    voices.set(voice, (voices.get(voice) ?? 0) + text.length);
  }
  const found = nameOnlyLabel(people, voices);
  return found === undefined ? [] : [[found.label, found.name]];
}

function isNobody(name: string): boolean {
  return name === '' || /^(unknown|unidentified)/i.test(name);
}
