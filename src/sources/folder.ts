// Finds the podcasts at a path: one transcript, a podcast's folder, or a folder of podcast folders.

import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { VerbatimError } from '../errors.ts';
import { decodeText } from '../text/decode.ts';
import { isGone, look, unreadable } from './file.ts';
import { manifestName } from './passed-over.ts';
import { podcastFolder } from './podcast-folder.ts';
import type { Source } from './source.ts';

export interface Found {
  readonly sources: readonly Source[];
  /** Folders and files that could not be looked at. */
  readonly problems: readonly VerbatimError[];
}

/**
 * Every folder with transcripts is one podcast; a `podcast.json` makes its folder and all below it one podcast. From
 * where an import started changes nothing about that: a file belongs to the same podcast, under the same path.
 * @throws VerbatimError `missing` or `unreadable` for the path itself.
 */
export async function findPodcasts(path: string): Promise<Found> {
  const isFolder = look(path).isDirectory();
  const start = resolve(path);
  const shown = (file: string) => join(path, relative(start, file));

  const files = new Map<string, string[]>();
  const problems: VerbatimError[] = [];
  const governor = await governing(isFolder ? start : dirname(start));
  const met: AsyncIterable<Met> | Iterable<Met> = isFolder
    ? walk(start, governor, { from: await realpath(start).catch(() => start), entered: new Set() })
    : [{ podcast: governor ?? dirname(start), file: start }];
  for await (const { podcast, file, error } of met) {
    const group = files.get(podcast);
    if (error !== undefined) problems.push(unreadable(error, shown(file)));
    else if (group === undefined) files.set(podcast, [file]);
    else group.push(file);
  }

  const sources: Source[] = [];
  for (const [folder, all] of files) {
    const whole = isFolder && !relative(start, folder).startsWith('..');
    const manifest = await readManifestFile(join(folder, manifestName), shown(join(folder, manifestName)), problems);
    const source = podcastFolder({ folder, files: all, shown, named: !isFolder, whole, manifest });
    if (source.episodes.length > 0 || source.problems.length > 0) sources.push(source);
  }
  return { sources, problems };
}

/** True where an episode that was once imported from a folder has no file there any more. */
export async function isFileGone(origin: string, path: string): Promise<boolean> {
  return stat(join(origin, path)).then(() => false, isGone);
}

interface Met {
  /** The folder of the podcast that the file belongs to. */
  readonly podcast: string;
  readonly file: string;
  readonly error?: unknown;
}

interface Way {
  /** The real place of the folder that was named. */
  readonly from: string;
  /** The real places of all that were entered. */
  readonly entered: Set<string>;
}

/**
 * All files below a folder in natural order. Links may lead back up: each folder is entered once, by its real place, and
 * none that the named one stands in, whose other folders nobody asked for.
 */
async function* walk(folder: string, governor: string | undefined, way: Way): AsyncGenerator<Met> {
  try {
    const place = await realpath(folder);
    if (way.entered.has(place) || isAbove(place, way.from)) return;
    way.entered.add(place);
    const names = (await readdir(folder)).sort(naturally.compare);
    const podcast = names.includes(manifestName) ? folder : governor;
    for (const name of names) {
      const file = join(folder, name);
      const info = await stat(file).catch((error: unknown) => ({ error }));
      if ('error' in info) yield { podcast: folder, file, error: info.error };
      else if (!info.isDirectory()) yield { podcast: podcast ?? folder, file };
      else if (!isSkipped(name)) yield* walk(file, podcast, way);
    }
  } catch (error) {
    yield { podcast: folder, file: folder, error };
  }
}

function isAbove(folder: string, place: string): boolean {
  return place !== folder && place.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

const naturally = new Intl.Collator('en', { numeric: true });

function isSkipped(folderName: string): boolean {
  return /^(\..*|node_modules|__MACOSX|@eaDir)$/.test(folderName);
}

/** The nearest folder, this one or above, whose `podcast.json` speaks for it. */
async function governing(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await stat(join(at, manifestName)).catch(() => undefined);
    if (found?.isFile()) return at;
    if (at === dirname(at)) return undefined;
  }
}

async function readManifestFile(path: string, shown: string, problems: VerbatimError[]): Promise<string | undefined> {
  try {
    return decodeText(await readFile(path), shown);
  } catch (error) {
    if (!isGone(error)) problems.push(error instanceof VerbatimError ? error : unreadable(error, shown));
    return undefined;
  }
}
