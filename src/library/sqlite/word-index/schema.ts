// The tables that find segments by their words. They hold nothing that could not be made again from the segments.

export const wordIndexSchema = `
-- How far the index has come: what lies behind these numbers is still to be counted and spelled (see settle.ts).
create table word_index (
  revision integer not null default 0,
  counted_segments integer not null default -1,
  spelled_words integer not null default 0
) strict;
insert into word_index default values;

create table stem (
  id integer primary key,
  stem text not null,
  language text not null,
  unique (stem, language)
) strict;

-- The lexicon: every folded form in every language, and in how many segments it stands (-1: not counted yet; 0: said by nobody any more).
create table word (
  id integer primary key,
  form text not null,
  language text not null,
  stem integer not null references stem,
  segments integer not null default -1,
  unique (form, language)
) strict;
create index word_by_stem on word (stem);

-- The keys that a word shares with its misspellings. As text, a word's keys stand near each other: few pages change.
create table spelling (
  key text not null,
  word integer not null references word,
  primary key (key, word)
) strict, without rowid;

-- Each segment as the numbers of its words (see passage.ts), so that ranking never reads text.
create table passage (
  segment integer primary key,
  words blob not null
) strict;

-- Which segments hold a stem, where in them, and whose they are (see token.ts). It keeps no text of its own:
-- https://sqlite.org/fts5.html#contentless_delete_tables
create virtual table said using fts5 (tokens, content='', contentless_delete=1, tokenize='ascii');
`;

/**
 * Layers of the full-text index are put together when there are eight of a kind, not four: that costs an import a sixth
 * less, and settling puts them all together anyway. https://sqlite.org/fts5.html#the_automerge_configuration_option
 */
export const mergeLess = "insert into said (said, rank) values ('automerge', 8);";
