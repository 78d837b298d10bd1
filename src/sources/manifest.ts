// Reads a podcast folder's `podcast.json`: what is right in it counts, what is wrong is told with its line and its mend.

import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { VerbatimError } from '../errors.ts';
import { type Manifest, manifestSchema } from './manifest-schema.ts';

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
  const malformed = (offset: number, told: string) => {
    const line = lineAt(offset);
    return new VerbatimError('malformed', `${file}:${line}${told}`, { file, line });
  };

  const { read, wrong } = mend(root === undefined ? {} : getNodeValue(root));
  return {
    manifest: read,
    problems: [
      // What follows a syntax error is mostly its echo.
      ...errors.slice(0, 1).map(({ error, offset }) => {
        const missing = mends[printParseErrorCode(error)] ?? 'Correct it there';
        return malformed(offset, ` is not valid JSON. ${missing}; what can be read of it counts.`);
      }),
      ...wrong.map(({ path, message }) =>
        malformed(nearestNode(root, path)?.offset ?? 0, `: ${nameOf(path) || 'the file'} ${message}. It was left out.`),
      ),
    ],
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
    const result = manifestSchema.safeParse(holder.value);
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
