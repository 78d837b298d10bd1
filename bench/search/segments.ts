// The segments of a library, as every contender gets them.

import Database from 'libsql';

export interface BenchSegment {
  readonly id: number;
  readonly text: string;
  readonly source: string;
  readonly speaker: string | null;
}

export function readSegments(libraryFile: string): BenchSegment[] {
  const db = new Database(libraryFile);
  try {
    return db
      .prepare(
        `select segment.row as id, segment.text, episode.source, speaker.name as speaker from segment
         join episode on episode.row = segment.episode left join speaker on speaker.row = segment.speaker
         order by segment.row`,
      )
      .all() as BenchSegment[];
  } finally {
    db.close();
  }
}
