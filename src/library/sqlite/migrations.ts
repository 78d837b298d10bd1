// The library file's schema as a list of steps: `pragma user_version` is how many of them a file has taken.

import { feedSchema } from './feeds.ts';
import { mergeLess, spellingSchema, wordIndexSchema } from './word-index.ts';

/** Written into the file's header, so that another program's file is never taken for a library. "VERB" in ASCII. */
export const applicationId = 0x56455242;

const shelves = `
create table podcast (
  row integer primary key,
  id text not null unique,
  title text not null,
  language text,
  link text,
  image text,
  author text
) strict;

create table episode (
  row integer primary key,
  id text not null unique,
  podcast integer not null references podcast,
  origin text not null,
  source text not null,
  content_hash text not null,
  title text not null,
  language text not null,
  published_at text,
  number integer,
  season integer,
  link text,
  audio text,
  links text not null,
  image text,
  description text,
  people text not null,
  duration_seconds real,
  segments integer not null,
  natural_order text not null
) strict;

-- Also answers how many segments there are, without reading a single one.
create index episode_by_podcast on episode (podcast, segments);

create table speaker (
  row integer primary key,
  id text not null unique,
  name text not null
) strict;

-- Who speaks in an episode, and how the name is written there.
create table voice (
  episode integer not null references episode on delete cascade,
  speaker integer not null references speaker,
  name text not null,
  segments integer not null,
  words integer not null,
  primary key (episode, speaker, name)
) strict, without rowid;
create index voice_by_speaker on voice (speaker, name, segments);

create table segment (
  row integer primary key,
  episode integer not null references episode on delete cascade,
  ordinal integer not null,
  speaker integer references speaker,
  start_seconds real,
  end_seconds real,
  timing text check (timing in ('exact', 'interpolated')),
  text text not null,
  unique (episode, ordinal),
  check ((start_seconds is null) = (timing is null))
) strict;
create index segment_by_speaker on segment (speaker);

-- What a button means, a chosen language: JSON, each until a moment in milliseconds.
create table state (
  key text primary key,
  value text not null,
  expires_at integer not null
) strict, without rowid;
create table claim (
  key text primary key,
  expires_at integer not null
) strict, without rowid;
`;

/** When a transcript that could not be read is tried again, in milliseconds. */
const retries = `
alter table episode add column failures integer;
alter table episode add column retry_at integer;
`;

/** `[{"at": 41, "seconds": 3.5}]`. */
const moments = 'alter table segment add column moments text;';

/** 1: its audio's address was written with a name or a password, which are not kept. */
const locked = 'alter table episode add column audio_locked integer;';

/** 1: segments were taken out, or may have been, so that nobody may say some words any more; seeing that takes reading all. */
const unsaid = 'alter table word_index add column unsaid integer not null default 1;';

/** Each is run once, in a transaction, on a file that has taken all before it. Append; never change one that was released. */
export const migrations: readonly string[] = [
  shelves,
  wordIndexSchema,
  feedSchema,
  retries,
  moments,
  mergeLess,
  locked,
  spellingSchema,
  unsaid,
];
