// Reads a podcast folder's `podcast.json`: what is right in it counts, what is wrong is told with its line and its mend.

import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { z } from 'zod';
import { VerbatimError } from '../errors.ts';

const text = z.string('must be text in double quotes').trim().min(1, 'is empty: fill it in or leave it out');
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
/** A wrong element becomes null on the way (see `mend`), so that the others keep their places. */
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
const manifest = z.object(
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

export type Manifest = z.infer<typeof manifest>;
export type ManifestEpisode = z.infer<typeof episode>;

export interface ReadManifest {
  readonly manifest: Manifest;
  readonly problems: readonly VerbatimError[];
  /** The line on which the entry of a file begins to name it. */
  lineOfEpisode(file: string): number | undefined;
}

/** @param file the path to name in problems. Never throws: of a broken file, what can be read counts. */
export function readManifest(json: string, file: string): ReadManifest {
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { allowTrailingComma: true });
  const lineAt = (offset: number) => json.slice(0, offset).split('\n').length;
  const problems = errors.slice(0, 1).map(({ error, offset }) => {
    const line = lineAt(offset);
    const mend = mends[printParseErrorCode(error)] ?? 'Correct it there';
    return new VerbatimError(
      'malformed',
      `${file}:${line} is not valid JSON. ${mend}; what can be read of it counts.`,
      {
        file,
        line,
      },
    );
  });

  const value: unknown = root === undefined ? {} : getNodeValue(root);
  const { read, wrong } = mend(value);
  for (const { path, message } of wrong) {
    const line = lineAt(nearestNode(root, path)?.offset ?? 0);
    const field = nameOf(path);
    problems.push(
      new VerbatimError('malformed', `${file}:${line}: ${field || 'the file'} ${message}. It was left out.`, {
        file,
        line,
      }),
    );
  }
  return {
    manifest: read,
    problems,
    lineOfEpisode: (name) => {
      const entries = root && findNodeAtLocation(root, ['episodes'])?.children;
      const node = entries?.map((entry) => findNodeAtLocation(entry, ['file'])).find((found) => found?.value === name);
      return node && lineAt(node.offset);
    },
  };
}

const mends: Readonly<Record<string, string>> = {
  CommaExpected: 'A comma is missing there',
  CloseBraceExpected: 'A closing } is missing',
  CloseBracketExpected: 'A closing ] is missing',
  UnexpectedEndOfString: 'A closing " is missing there',
  PropertyNameExpected: "A field's name in double quotes is missing there",
  ColonExpected: 'A colon is missing there',
  ValueExpected: 'A value is missing there',
  EndOfFileExpected: 'Something follows after its end',
};

type Path = readonly PropertyKey[];

/** Takes out what is wrong, piece by piece, until the rest is right. */
function mend(value: unknown): { read: Manifest; wrong: { path: Path; message: string }[] } {
  const holder = { value: structuredClone(value) };
  const wrong: { path: Path; message: string }[] = [];
  for (;;) {
    const result = manifest.safeParse(holder.value);
    if (result.success) return { read: result.data, wrong };
    for (const { path, message } of result.error.issues) {
      wrong.push({ path, message });
      takeOut(holder, path);
    }
  }
}

/** An element of a list becomes null, a field goes; where a needed field was missing, what it belongs to goes. */
function takeOut(holder: { value: unknown }, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), holder.value);
  const key = path.at(-1);
  if (key === undefined) holder.value = {};
  else if (Array.isArray(parent)) parent[Number(key)] = null;
  else if (isRecord(parent) && key in parent) delete parent[key];
  else takeOut(holder, path.slice(0, -1));
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

function nearestNode(root: Node | undefined, path: Path): Node | undefined {
  if (root === undefined) return undefined;
  for (let length = path.length; length > 0; length--) {
    const keys = path.slice(0, length).map((key) => (typeof key === 'number' ? key : String(key)));
    const node = findNodeAtLocation(root, keys);
    if (node !== undefined) return node;
  }
  return root;
}

/** `episodes[3].links.youtube` */
function nameOf(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
