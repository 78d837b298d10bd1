// Who made an episode, as the podcast namespace says it.

import type { PodcastNs } from 'feedsmith';
import type { Person } from '../../model.ts';
import { plainLine } from './plain-text.ts';

/**
 * Roles and groups in lower case; without them it is a host, and of the cast.
 * https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md
 */
export function readPeople(persons: readonly PodcastNs.Person[] | undefined): Person[] {
  const people = new Map<string, Person>();
  for (const { display, role, group } of persons ?? []) {
    const name = plainLine(display);
    if (name === undefined || people.has(name)) continue;
    const part = lower(role) ?? 'host';
    const crew = lower(group) ?? 'cast';
    people.set(name, { name, role: part, ...(crew === 'cast' ? {} : { group: crew }) });
  }
  return [...people.values()];
}

function lower(text: string | undefined): string | undefined {
  return plainLine(text)?.toLowerCase();
}
