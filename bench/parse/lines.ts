// A talk's turns as the lines, words and times that formats are written from.
import type { Turn, Word } from './talk.ts';

export const milliseconds = (seconds: number): number => Math.round(seconds * 1000);
export const wordsText = (timed: readonly Word[]): string => timed.map(({ text }) => text).join(' ');
export const textOf = ({ sentences }: Turn): string => sentences.map(wordsText).join(' ');
export const startOf = ({ sentences }: Turn): number => sentences[0]?.[0]?.startSeconds ?? 0;
export const endOf = ({ sentences }: Turn): number => sentences.at(-1)?.at(-1)?.endSeconds ?? 0;

export function label({ speaker }: Turn): string {
  return `SPEAKER_0${speaker.length % 3}`;
}

export function words(turns: readonly Turn[]): { turn: Turn; word: Word }[] {
  return turns.flatMap((turn) => turn.sentences.flatMap((sentence) => sentence.map((word) => ({ turn, word }))));
}

export interface Line {
  readonly turn: Turn;
  readonly words: readonly Word[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly first: boolean;
}

const wordsALine = 8;

/** As captions break them: some words, wherever a sentence ends. */
export function lines(turns: readonly Turn[]): Line[] {
  return turns.flatMap((turn) => {
    const all = turn.sentences.flat();
    return Array.from({ length: Math.ceil(all.length / wordsALine) }, (_, at) => {
      const timed = all.slice(at * wordsALine, (at + 1) * wordsALine);
      return {
        turn,
        words: timed,
        text: wordsText(timed),
        start: timed[0]?.startSeconds ?? 0,
        end: timed.at(-1)?.endSeconds ?? 0,
        first: at === 0,
      };
    });
  });
}

/** `01:02:03.004`. */
export function clock(seconds: number, point: string): string {
  const all = milliseconds(seconds);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const rest = String(all % 1000).padStart(3, '0');
  return `${two(all / 3_600_000)}:${two((all / 60_000) % 60)}:${two((all / 1000) % 60)}${point}${rest}`;
}
