// Whether a library file is whole: SQLite's own checks, every episode with all its segments, the word index in step.
import Database from 'libsql';

/** What is wrong with the file, nothing where it is whole. Opens it as any other process would. */
export function faultsOf(file: string): string[] {
  const db = new Database(file);
  try {
    return checks.flatMap(([fault, sql]) => {
      const rows: unknown[] = db.prepare(sql).all();
      return rows.map((row) => `${fault}: ${JSON.stringify(row)}`);
    });
  } finally {
    db.close();
  }
}

const checks: readonly (readonly [fault: string, sql: string])[] = [
  ['damaged', `select * from pragma_integrity_check where integrity_check <> 'ok'`],
  ['dangling reference', 'select * from pragma_foreign_key_check'],
  [
    'episode without all its segments',
    `select id, segments, (select count(*) from segment where episode = episode.row) as there,
       (select max(ordinal) + 1 from segment where episode = episode.row) as numbered from episode
     where segments <> there or segments <> numbered or (segments = 0) <> (transcript is 'awaited')`,
  ],
  [
    'speakers of an episode out of step with its segments',
    `select episode.id from episode where
       (select count(*) from segment where episode = episode.row and speaker is not null)
       <> (select coalesce(sum(segments), 0) from voice where episode = episode.row)`,
  ],
  ['podcast without episodes', 'select id from podcast where row not in (select podcast from episode)'],
  ['speaker who says nothing', 'select id from speaker where row not in (select speaker from voice)'],
  ['segment that is not indexed', 'select row from segment except select segment from passage'],
  ['index of a segment that is gone', 'select segment from passage except select row from segment'],
  ['segment that search cannot find', 'select row from segment except select rowid from said'],
  ['find of a segment that is gone', 'select rowid from said except select row from segment'],
  [
    'word counted wrongly',
    // Every segment of the made-up show holds it once; those behind counted_segments are counted when the import is complete.
    `select form, segments from word where form = 'harbour' and max(segments, 0) <> (
       select count(*) from segment where text like '%harbour%' and row <= (select counted_segments from word_index))`,
  ],
];
