// A show of any size, written by the yard: for tests of what happens while many episodes are imported.
import { vtt } from './transcripts.ts';

/** `ep 1.vtt` … with so many turns each. Every turn holds the words "harbour" and the edition's name. */
export function madeUpShow(episodes: number, turns: number, edition: string): Record<string, string> {
  const name = (at: number) => `harbour/ep ${at + 1}.vtt`;
  return Object.fromEntries(
    Array.from({ length: episodes }, (_, episode) => [
      name(episode),
      vtt(
        ...Array.from(
          { length: turns },
          (__, turn) => `${turn % 2 ? 'Mira Sand' : 'Jon Reed'}: ${line(episode, turn, edition)}`,
        ),
      ),
    ]),
  );
}

const things = ['lantern', 'rope', 'tide', 'gull', 'anchor', 'ferry', 'storm', 'compass', 'mooring', 'kettle', 'pilot'];

function line(episode: number, turn: number, edition: string): string {
  const thing = (step: number) => things[(episode * 7 + turn * step) % things.length];
  return `In the harbour, ${edition} edition, the ${thing(3)} met the ${thing(5)} and word${episode}x${turn} was said.`;
}
