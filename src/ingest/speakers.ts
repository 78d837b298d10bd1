// Who speaks in one episode: known people by any of their names, machines' labels as "Speaker 1", all others as written.

import type { Person } from '../model.ts';
import { genericLabel, nameMapping } from '../transcripts/speaker.ts';

/**
 * Names for one episode's segments, to be asked in their order. Labels (`SPEAKER_00`, `A`) are counted as they come, for
 * transcribers count from 0, from 1 or from A; `undefined` where the transcript itself does not know who it is.
 */
export function speakerNames(people: readonly Person[]): (written: string) => string | undefined {
  const nameOf = nameMapping(people);
  const labels = new Map<string, string>();
  return (written) => {
    const name = nameOf(written);
    if (!genericLabel(name)) return name || undefined;
    if (/^(unknown|unidentified)/i.test(name)) return undefined;
    const label = labels.get(name) ?? `Speaker ${labels.size + 1}`;
    labels.set(name, label);
    return label;
  };
}
