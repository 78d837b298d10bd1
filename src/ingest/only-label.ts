// When a machine's label can stand for one person alone. A quote credited to the wrong person is the worst that can happen
// here, so that everything has to be known: who is in the episode, who every other voice is, and that nobody else is heard.

import type { Person } from '../model.ts';
import { genericLabel } from '../transcripts/speaker.ts';

/** A label that counts voices (`SPEAKER_01`, `Speaker 2`, `B`): somebody has told voices apart. "Speaker" may be anybody. */
const counting = /\d|(?:^|[\s_#-])[a-z]$/i;
const host = /\bhost\b/i;
/** Whoever is named as a guest has a good part of the talk; a jingle, a caller or an advertisement has less. */
const leastShare = 0.1;

/**
 * @param people stated of this very episode; without a `group` they are of its cast, and heard.
 * @param voices how many characters each voice says, by name or label; `undefined`: nobody in particular.
 */
export function nameOnlyLabel(
  people: readonly Person[],
  voices: ReadonlyMap<string | undefined, number>,
): { readonly label: string; readonly name: string } | undefined {
  // What nobody is said to have said may be the words of whoever is missing.
  const names = [...voices.keys()].flatMap((voice) => voice ?? []);
  if (names.length < voices.size) return undefined;

  const [label, ...otherLabels] = names.filter(genericLabel);
  if (label === undefined || otherLabels.length > 0 || !counting.test(label)) return undefined;
  const said = [...voices.values()].reduce((sum, length) => sum + length, 0);
  if ((voices.get(label) ?? 0) < said * leastShare) return undefined;

  // "Annie" may be the Ann who seems to be missing.
  const named = names.filter((name) => name !== label);
  if (!named.every((name) => people.some((person) => person.name === name))) return undefined;

  const cast = people.filter(({ group }) => group === undefined);
  const [missing, ...othersMissing] = cast.filter(({ name }) => !named.includes(name));
  if (missing === undefined || othersMissing.length > 0) return undefined;
  // Feeds state all hosts of a show in every episode; of several, one may be away.
  const isHost = ({ role = '' }: Person) => host.test(role);
  if (isHost(missing) && cast.filter(isHost).length > 1) return undefined;
  return { label, name: missing.name };
}
