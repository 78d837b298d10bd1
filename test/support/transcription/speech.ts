// An episode spoken by a machine: each sentence at a moment that is known to the sample, with silence between.
import { isLoud } from './hearing.ts';
import { speak } from './media-tools.ts';

export interface SpokenSentence {
  readonly text: string;
  readonly voice: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** As it sounds. */
  readonly samples: Int16Array;
}

export interface Speech {
  readonly samples: Int16Array;
  readonly sentences: readonly SpokenSentence[];
}

const rate = 16_000;

const lines = [
  'The harbour lights were lit before the ferry came in.',
  'Nobody on the pier knew who had done it.',
  'We asked the keeper of the old lighthouse.',
  'He laughed and poured us a cup of tea.',
  'That tower has been dark for thirty years.',
  'Then who climbed the stairs last night?',
  'I found wet footprints on the ninth step.',
  'They were smaller than my own hand.',
  'Perhaps the children came back for their kite.',
  'A kite does not light a lamp that size.',
  'The mayor wants to close the whole quay.',
  'She says it is a matter of safety.',
  'Fishermen never listen to a mayor in a storm.',
  'My grandfather kept a diary of every wreck.',
  'On one page there is only a drawing.',
  'It shows a woman who is holding a mirror.',
  'Mirrors can throw light across the bay.',
  'So we borrowed the biggest one in town.',
  'At midnight the answer came from the other shore.',
  'Tomorrow we shall row over and say hello.',
];

/** Two voices take turns; the gaps differ, so that no sentence stands where another could. */
export function makeSpeech(count = lines.length): Speech {
  const parts: { readonly at: number; readonly samples: Int16Array }[] = [];
  const sentences: SpokenSentence[] = [];
  let at = 0;
  for (const [index, text] of lines.slice(0, count).entries()) {
    at += Math.round(rate * (0.8 + ((index * 7) % 5) * 0.23));
    const voice = index % 2 === 0 ? 'en+m3' : 'en+f2';
    const samples = withoutEdges(speak(voice, text));
    parts.push({ at, samples });
    sentences.push({ text, voice, samples, startSeconds: at / rate, endSeconds: (at + samples.length) / rate });
    at += samples.length;
  }
  const whole = Int16Array.from({ length: at + rate }, (_, index) => hiss(index));
  for (const part of parts) whole.set(part.samples, part.at);
  return { samples: whole, sentences };
}

/** Rooms are never quite silent. */
function hiss(index: number): number {
  return ((index * 2_654_435_761) % 41) - 20;
}

/** espeak-ng begins and ends with a little silence. */
function withoutEdges(samples: Int16Array): Int16Array {
  const loud = Array.from(samples.keys()).filter((index) => isLoud(samples[index] ?? 0));
  return samples.slice(loud[0] ?? 0, (loud.at(-1) ?? samples.length) + 1);
}
