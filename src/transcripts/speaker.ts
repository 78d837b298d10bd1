// Speakers' names as transcripts write them: cleaned for showing, folded for telling people apart, mapped to known people.
import type { Person } from '../model.ts';
import { nameKey } from '../text/name.ts';
import { remembered } from '../text/remembered.ts';

/** The id that all written forms of one name share. */
export const speakerId = nameKey;

/** As most are written. */
const clean = /^\p{L}+(?: \p{L}+)?$/u;

/**
 * A name as it may be shown: no markup, no colon, no quotation marks around it, no part or mood behind it ("Ann (host)"); credentials
 * stay. Empty: it was no name.
 */
export function cleanName(written: string): string {
  return clean.test(written) ? written : withoutAside(tidied(written));
}

/** A label stays as it is: in "Speaker 1 (Ann)" the name is what stands in brackets. */
export function withoutAside(name: string): string {
  if (!name.endsWith(')')) return name;
  const bare = name.replace(/\s*\([^()]{1,60}\)$/, '');
  return bare === '' || isLabel(bare) ? name : bare;
}

function tidied(written: string): string {
  return written
    .slice(0, 200)
    .replace(/\\([[\]*_\\])/g, '$1')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, (marks, at: number, all: string) =>
      marks.startsWith('_') && /\w/.test(all.charAt(at - 1)) && /\w/.test(all.charAt(at + marks.length)) ? marks : '',
    )
    .replace(/\s+/g, ' ')
    .replace(/^ ?\[([^[\]]*)\][ :]*$/, '$1')
    .replace(/^[\s"“”„«»>\-–—•]+|[\s"“”„«»:：;,]+$/g, '');
}

const generic =
  /^(?:(?:speaker|spk|spkr|unknown speaker|person|voice|pembicara|narasumber|sprecher(?:in)?|locuteur|hablante|orador|falante|participant|respondent|interviewee)[\s_#-]*(?:\d{1,3}|[a-z])?|unknown|unidentified(?: speaker)?|[a-z]|\d{1,3}|говорящий\s*\d*|话者\s*\d*|話者\s*\d*)$/;

/** Whether it is a label that a machine gave (`SPEAKER_00`, `A`, `0`, "Unknown Speaker"), not a name. */
export function genericLabel(name: string): boolean {
  return isLabel(cleanName(name));
}

function isLabel(name: string): boolean {
  return generic.test(name.toLowerCase());
}

/**
 * Maps names as written to the names of known people, by their aliases and by their own names in any written form.
 * Names that nobody is known by come back clean.
 */
export function nameMapping(people: readonly Person[]): (written: string) => string {
  const names = new Map<string, string>();
  // An alias never takes a name away from the person whose name it is.
  for (const person of people) for (const alias of person.aliases ?? []) names.set(nameKey(alias), person.name);
  for (const person of people) names.set(nameKey(person.name), person.name);
  return remembered((written) => names.get(nameKey(written)) ?? cleanName(written));
}
