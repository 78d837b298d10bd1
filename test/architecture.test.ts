// Who may import whom: the rules of docs/architecture.md, read off every import in the sources.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  readonly from: string;
  /** A path in the project, or a package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Rooms, first match wins. */
const rooms: readonly (readonly [string, RegExp])[] = [
  ['ground', /^src\/(model|errors|priority|short-lived|turns)\.ts$|^src\/(text|threads)\//],
  ['transcripts', /^src\/transcripts\//],
  ['fetch port', /^src\/fetch\/fetcher\.ts$/],
  ['fetch', /^src\/fetch\//],
  ['sources', /^src\/sources\//],
  // A thread of its own has a composition root of its own.
  ['library thread', /^src\/library\/worker\.ts$/],
  ['library port', /^src\/library\/[^/]+\.ts$/],
  ['library', /^src\/library\//],
  ['import thread', /^src\/ingest\/worker\.ts$/],
  ['ingest', /^src\/ingest/],
  ['feeds thread', /^src\/feeds\/worker\.ts$/],
  ['feeds', /^src\/feeds\//],
  ['transcription', /^src\/transcription\//],
  ['search thread', /^src\/search\/worker\.ts$/],
  ['search', /^src\/search\//],
  ['links', /^src\/links\//],
  ['reply', /^src\/reply\//],
  ['i18n', /^src\/i18n\//],
  ['bot declaration', /^src\/bot\/command\.ts$/],
  ['bot', /^src\/bot\//],
  ['commands', /^commands\//],
  ['adapter port', /^src\/adapters\/(adapter|limit-body)\.ts$/],
  ['http port', /^src\/adapters\/http(\.ts$|\/)/],
  ['discord', /^src\/adapters\/discord\//],
  ['slack', /^src\/adapters\/slack\//],
  ['web', /^src\/adapters\/web\//],
  ['terminal', /^src\/adapters\/terminal\//],
  ['cli', /^src\/(cli\/|main\.ts$|log\.ts$)/],
  ['config', /^src\/(config\.ts|settings(\.ts|\/))/],
];

/** What each room may import as a value; `type:` before a room: its types only. */
const adapter = ['ground', 'reply', 'i18n', 'adapter port', 'type:http port', 'type:bot declaration'];
const allowed: Readonly<Record<string, readonly string[]>> = {
  ground: ['ground'],
  transcripts: ['ground', 'transcripts'],
  'fetch port': ['ground'],
  fetch: ['ground', 'fetch port', 'fetch'],
  sources: ['ground', 'sources', 'type:fetch port', 'type:transcripts'],
  'library port': ['ground', 'library port', 'type:transcripts'],
  'library thread': ['ground', 'library', 'type:library port'],
  library: ['ground', 'library port', 'library', 'type:transcripts'],
  ingest: ['ground', 'sources', 'transcripts', 'library port', 'type:fetch port', 'ingest'],
  'import thread': ['ground', 'ingest', 'library', 'fetch'],
  feeds: ['ground', 'sources', 'library port', 'type:fetch port', 'type:ingest', 'type:transcription', 'feeds'],
  'feeds thread': ['ground', 'ingest', 'library', 'fetch', 'fetch port', 'feeds', 'transcription'],
  transcription: ['ground', 'transcripts', 'library port', 'type:fetch port', 'type:ingest', 'transcription'],
  search: ['ground', 'library port', 'search'],
  'search thread': ['ground', 'search', 'library'],
  links: ['ground', 'links'],
  reply: ['ground', 'reply'],
  i18n: ['ground', 'i18n'],
  'bot declaration': ['ground', 'type:i18n', 'type:reply', 'type:search', 'type:library port', 'bot declaration'],
  bot: ['ground', 'reply', 'i18n', 'bot', 'bot declaration', 'type:search', 'type:library port'],
  commands: [
    'ground',
    'bot declaration',
    'reply',
    'links',
    'commands',
    'type:i18n',
    'type:search',
    'type:library port',
  ],
  'adapter port': ['ground'],
  'http port': ['ground', 'adapter port', 'http port'],
  discord: [...adapter, 'discord'],
  slack: [...adapter, 'slack'],
  web: [...adapter, 'web'],
  terminal: [...adapter, 'terminal'],
  config: ['ground', 'config'],
};

/** Packages that only one room may import. */
const homes: Readonly<Record<string, RegExp>> = {
  undici: /^src\/fetch\//,
  '@mozilla/readability': /^src\/transcripts\//,
  linkedom: /^src\/transcripts\//,
  feedsmith: /^src\/sources\//,
  libsql: /^src\/library\/sqlite\//,
  'fuse.js': /^src\/search\//,
  'discord.js': /^src\/adapters\/discord\//,
  '@slack/bolt': /^src\/adapters\/slack\//,
  '@hono/node-server': /^src\/adapters\/http\//,
  hono: /^src\/adapters\/(web\/|[^/]+\.ts$)/,
  commander: /^src\/cli\//,
};

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes(`web${sep}page${sep}`))
    .map((name) => posix.join(folder, name.split(sep).join('/'))),
);

const statement = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

function importsOf(file: string): Import[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(statement)].map((match) => {
    const target = match[2] ?? match[3] ?? '';
    const to = target.startsWith('.')
      ? relative(root, join(root, dirname(file), target))
          .split(sep)
          .join('/')
      : target;
    return { from: file, to, typeOnly: match[1] !== undefined };
  });
}

const imports = files.flatMap(importsOf);
const roomOf = (file: string): string | undefined => rooms.find(([, pattern]) => pattern.test(file))?.[0];

describe('architecture', () => {
  test('every source file stands in a room', () => {
    expect(files.filter((file) => roomOf(file) === undefined && file !== 'src/package-root.ts')).toEqual([]);
  });

  test('the first line of every file says what it is for', () => {
    const silent = files.filter((file) => !/^(#!.*\n)?(\/\/|\/\*\*) ?\S/.test(readFileSync(join(root, file), 'utf8')));
    expect(silent).toEqual([]);
  });

  test('every import is one its room may make', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const room = roomOf(from);
      const target = roomOf(to);
      if (room === undefined || target === undefined || room === 'cli') return false;
      const may = allowed[room] ?? [];
      return !(may.includes(target) || (typeOnly && may.includes(`type:${target}`)));
    });
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('each SDK appears in one folder', () => {
    const wrong = imports.filter(({ from, to }) =>
      Object.entries(homes).some(([name, home]) => (to === name || to.startsWith(`${name}/`)) && !home.test(from)),
    );
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('only sources, the library, adapters and the command line touch files and the network', () => {
    const pure = new Set([
      'ground',
      'transcripts',
      'search',
      'links',
      'reply',
      'i18n',
      'bot',
      'bot declaration',
      'commands',
    ]);
    const wrong = imports.filter(
      ({ from, to }) => pure.has(roomOf(from) ?? '') && /^node:(fs|net|http|https|child_process|dns)/.test(to),
    );
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('only config.ts reads the environment', () => {
    const readers = files.filter((file) => /process\.env\b/.test(readFileSync(join(root, file), 'utf8')));
    expect(readers.filter((file) => file !== 'src/config.ts')).toEqual([]);
  });

  test('what is read from disk is found from the package, for the bundle stands elsewhere than the sources', () => {
    const lost = files.filter((file) =>
      /new URL\([^)]*import\.meta\.url/s.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(lost).toEqual([]);
  });
});
