// One podcast's folder as a source: which of its files are episodes, and what is known of them without reading them.

import { basename, join, posix, relative, sep } from 'node:path';
import { VerbatimError } from '../errors.ts';
import type { PlainDate } from '../model.ts';
import { known } from '../text/known.ts';
import { readTranscriptFile, sizeOf } from './file.ts';
import { readManifest } from './manifest.ts';
import type { ManifestEpisode } from './manifest-schema.ts';
import { isPassedOver, isSound, manifestName } from './passed-over.ts';
import type { EpisodeFacts, Source, SourceEpisode } from './source.ts';

export interface PodcastFolder {
  /** Absolute. */
  readonly folder: string;
  /** All that was found in it, absolute, in natural order. */
  readonly files: readonly string[];
  /** An absolute path as people named it. */
  readonly shown: (file: string) => string;
  /** True where people named the one file themselves: it is read whatever it is called. */
  readonly named: boolean;
  /** True where `files` is everything: a file that `podcast.json` lists and that is not among them is missing. */
  readonly whole: boolean;
  /** The text of `podcast.json`, where there is one. */
  readonly manifest: string | undefined;
}

export function podcastFolder({ folder, files, shown, named, whole, manifest }: PodcastFolder): Source {
  const manifestFile = shown(join(folder, manifestName));
  const { manifest: stated, problems, lineOfEpisode } = readManifest(manifest ?? '{}', manifestFile);
  const pathOf = (file: string) => normal(relative(folder, file));
  const entries = new Map((stated.episodes ?? []).map((entry) => [normal(entry.file), entry]));
  const sounds = new Map(files.filter(isSound).map((file) => [stemOf(pathOf(file)), pathOf(file)]));

  const episodes = files.flatMap((file): SourceEpisode[] => {
    const path = pathOf(file);
    const entry = entries.get(path);
    if (!named && entry === undefined && isPassedOver(basename(file))) return [];
    const name = basename(stemOf(path));
    const audio = audioOf(entry?.audio ?? sounds.get(stemOf(path)), stated.audioBase);
    return [
      {
        path,
        file: shown(file),
        facts: { ...factsOf(entry), ...known({ audio }) },
        fallback: { title: titleIn(name), ...known({ publishedAt: dayIn(name) }) },
        offers: [
          {
            file: shown(file),
            size: () => sizeOf(file),
            load: () => readTranscriptFile(file, shown(file)),
          },
        ],
      },
    ];
  });

  const told = (file: string, what: string) => {
    const line = lineOfEpisode(file);
    const at = line === undefined ? manifestFile : `${manifestFile}:${line}`;
    return new VerbatimError('missing', `${at}: "${file}" ${what}`, { file: manifestFile, ...known({ line }) });
  };
  const there = new Set(episodes.map((episode) => episode.path));
  const missing = whole ? [...entries].flatMap(([path, entry]) => (there.has(path) ? [] : entry)) : [];
  const unplaced = [...entries.values()].filter(({ audio }) => audio && audioOf(audio, stated.audioBase) === undefined);
  const { title, language, link, image, author } = stated;
  return {
    origin: folder,
    name: basename(folder) || 'podcast',
    podcast: known({ title, language, link, image, author }),
    episodes,
    problems: [
      ...problems,
      ...missing.map(({ file }) => told(file, 'is not in the folder. Correct the name, or take the entry out.')),
      ...unplaced.map(({ file }) =>
        told(file, 'has a file for "audio". Write its address, or the address of their folder as "audioBase".'),
      ),
    ],
  };
}

/** With forward slashes, and accents as one character each: macOS hands them out as two. */
function normal(path: string): string {
  return posix.normalize(path.split(sep).join('/')).normalize('NFC');
}

/** Without what says only which kind of file it is: "Ep 01.mp3", "Ep 01.srt", "Ep 01.en.srt" and "Ep 01.mp3.srt" are one. */
function stemOf(path: string): string {
  const stem = path.slice(0, path.length - posix.extname(path).length);
  if (isSound(stem)) return stemOf(stem);
  return /\.(vtt|srt)$/i.test(path) ? stem.replace(/\.[a-z]{2}(-[A-Za-z]{2,4})?$/, '') : stem;
}

/** The day in a file's name, as many archives have it. */
function dayIn(stem: string): PlainDate | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)[-._](0[1-9]|1[0-2])[-._](0[1-9]|[12]\d|3[01])(?!\d)/.exec(stem);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}

/** "2021-05-06_great_talk-on-kettles" is "great talk on kettles"; "Anna-Lena" stays, and so does a date with nothing behind it. */
function titleIn(stem: string): string {
  const words = stem.replace(/_|(?<=\p{L})-(?=\p{Ll})/gu, ' ');
  const dated = dayIn(stem) !== undefined;
  const title = dated ? words.replace(/^\s*\d{4}[-. ]\d\d[-. ]\d\d(?!\d)[\s\-–—.:]*/u, '') : words;
  return title.replace(/\s+/g, ' ').trim() || stem;
}

/** A file on this computer is no link for anybody else: it needs the address below which the files lie. */
function audioOf(audio: string | undefined, base: string | undefined): string | undefined {
  if (audio === undefined || /^https?:/i.test(audio)) return audio;
  if (base === undefined) return undefined;
  return base.replace(/\/*$/, '/') + audio.split('/').map(encodeURIComponent).join('/');
}

function factsOf(entry: ManifestEpisode | undefined): EpisodeFacts {
  if (entry === undefined) return {};
  const { file, audio, links, people, ...plain } = entry;
  return {
    ...known(plain),
    ...(links && { links: known(links) }),
    ...(people && {
      people: people.map(({ name, role, aliases }) => ({ name, ...known({ role, aliases }) })),
    }),
  };
}
