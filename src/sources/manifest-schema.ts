// What may stand in a podcast folder's `podcast.json`; each message finishes the sentence that a field's name begins.

import { z } from 'zod';

const text = z
  .string('must be text in double quotes')
  // What steers a terminal is nothing that could be read; lines are, in a description.
  .overwrite((written) => written.replace(/[^\P{Cc}\n]+/gu, ' '))
  .trim()
  .min(1, 'is empty: fill it in or leave it out');
const number = z.int('must be a whole number, without quotes').nonnegative('must not be negative');
const address = z.url({
  protocol: /^https?$/,
  error: 'must be an address that starts with "https://"',
});
const language = z
  .string('must be a language code such as "en" or "id"')
  .regex(/^[a-z]{2,3}([-_]\w+)*$/i, 'must be a language code such as "en" or "id"')
  .transform((code) => code.toLowerCase().replace(/[-_].*/, ''));
const day = z
  .string('must be a date such as "2020-08-15"')
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T.*)?)?)?$/, 'must be a date such as "2020-08-15"')
  .transform((date) => date.slice(0, 10));
/** A wrong element becomes null on the way (see manifest.ts), so that the others keep their places. */
const list = <S extends z.ZodType>(element: S) =>
  z.array(element.nullable(), 'must be a list in [ ]').transform((all) => all.filter((one) => one !== null));

const person = z.object(
  { name: text, role: text.optional(), aliases: list(text).optional() },
  'must be a person such as { "name": "Paul" }',
);
const episode = z.object(
  {
    file: text,
    title: text.optional(),
    language: language.optional(),
    publishedAt: day.optional(),
    number: number.optional(),
    season: number.optional(),
    link: address.optional(),
    /** An address, or a file's name below `audioBase`. */
    audio: text.optional(),
    links: z
      .object(
        {
          youtube: address.optional(),
          spotify: address.optional(),
          soundcloud: address.optional(),
          apple: address.optional(),
          pocketcasts: address.optional(),
        },
        'must be links such as { "youtube": "https://…" }',
      )
      .optional(),
    image: address.optional(),
    description: text.optional(),
    people: list(person).optional(),
  },
  'must be an episode such as { "file": "ep1.vtt", "title": "…" }',
);
export const manifestSchema = z.object(
  {
    title: text.optional(),
    language: language.optional(),
    link: address.optional(),
    image: address.optional(),
    author: text.optional(),
    /** The address below which the audio files lie, by the names they have here. */
    audioBase: address.optional(),
    episodes: list(episode).optional(),
  },
  'must be a podcast such as { "title": "…", "episodes": [] }',
);

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestEpisode = z.infer<typeof episode>;
