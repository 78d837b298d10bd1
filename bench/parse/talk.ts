// A made-up talk of any length: who says which words when. The same each time.

export interface Word {
  readonly text: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

export interface Turn {
  readonly speaker: string;
  readonly sentences: readonly (readonly Word[])[];
}

const speakers = ['Ann Example', 'Ben van Example', 'Dr. Carla O’Roe'];
const vocabulary = (
  'the kettle sings and we pour water into a cup of tea while somebody reads letters from the harbour that nobody ever ' +
  'answered because ships came late with lanterns ropes compasses maps bread ledgers cards numbers customers questions so I ' +
  'think it is what you said about trust last week when bakers talked with pilots on bridges under rain near old villages'
).split(' ');

/** Words until they have so many characters altogether. */
export function talk(characters: number): Turn[] {
  const random = generator(7);
  const turns: Turn[] = [];
  let seconds = 0;
  let written = 0;
  while (written < characters) {
    const sentences = Array.from({ length: 1 + random(6) }, () =>
      Array.from({ length: 4 + random(14) }, (_, index): Word => {
        const plain = vocabulary[random(vocabulary.length)] ?? '';
        const text = index === 0 ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
        const startSeconds = seconds;
        seconds = Math.round((seconds + 0.08 + text.length * 0.05) * 1000) / 1000;
        written += text.length + 1;
        return { text, startSeconds, endSeconds: seconds };
      }).map((word, index, { length }) => (index === length - 1 ? { ...word, text: `${word.text}.` } : word)),
    );
    turns.push({ speaker: speakers[turns.length % speakers.length] ?? '', sentences });
    seconds += 0.4;
  }
  return turns;
}

/** Whole numbers below a limit; a linear congruential generator. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
