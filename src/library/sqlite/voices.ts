// Who speaks in an episode and how their names are written there; what a speaker is called follows from all of them.

import { nameKey } from '../../text/name.ts';
import { type Connection, expected } from './connection.ts';

export interface Voices {
  /** Counts so many words of somebody's. @returns the speaker's row; null for nobody. */
  speak(name: string | undefined, words: number): number | null;
  /** Writes down who spoke in the episode. @returns the speakers' rows. */
  write(episode: number): readonly number[];
}

export function openVoices(connection: Connection): Voices {
  const voices = new Map<string, { speaker: number; segments: number; words: number }>();
  return {
    speak(name, words) {
      const written = name
        ?.replace(/\s+/g, ' ')
        .replace(/[\s:]+$/, '')
        .trim();
      if (!written) return null;
      const voice = voices.get(written) ?? { speaker: writeSpeaker(connection, written), segments: 0, words: 0 };
      voices.set(written, voice);
      voice.segments += 1;
      voice.words += words;
      return voice.speaker;
    },

    write(episode) {
      for (const [name, { speaker, segments, words }] of voices) {
        connection.run(
          'insert into voice (episode, speaker, name, segments, words) values (?, ?, ?, ?, ?)',
          ...[episode, speaker, name, segments, words],
        );
      }
      return [...voices.values()].map(({ speaker }) => speaker);
    },
  };
}

function writeSpeaker(connection: Connection, name: string): number {
  const id = nameKey(name);
  connection.run('insert into speaker (id, name) values (?, ?) on conflict (id) do nothing', id, name);
  return expected(connection.row<{ row: number }>('select row from speaker where id = ?', id)).row;
}

/** Those who say nothing any more go; the others are called as they are written most often. */
export function nameSpeakers(connection: Connection, speakers: ReadonlySet<number>): void {
  for (const speaker of speakers) {
    const common = connection.row<{ name: string }>(
      'select name from voice where speaker = ? group by name order by sum(segments) desc, name limit 1',
      speaker,
    );
    if (common === undefined) connection.run('delete from speaker where row = ?', speaker);
    else connection.run('update speaker set name = ? where row = ?', common.name, speaker);
  }
}
