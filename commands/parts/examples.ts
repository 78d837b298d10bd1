// Names for examples: the sample podcasts' in what is declared, and in an answer those of whoever is heard here, so that what
// it proposes finds something.

import type { Context } from '../../src/bot/command.ts';

export interface ExampleNames {
  /** "Maudie Thistlecroft". */
  readonly speaker: string;
  /** As one would type it behind `from:`: "maudie". */
  readonly part: string;
  /** The beginning of an episode's title. */
  readonly title: string;
}

export const sampleNames: ExampleNames = {
  speaker: 'Maudie Thistlecroft',
  part: 'maudie',
  title: 'the tenth coffee',
};

const one = { offset: 0, limit: 1 };
const mostTitle = 30;

/** Of who said most, and of the newest episode. */
export async function namesHere({ library }: Context): Promise<ExampleNames> {
  const [speakers, episodes] = await Promise.all([library.speakers(one), library.episodes({}, one)]);
  const speaker = speakers.items[0]?.speaker.name;
  const title = episodes.items[0]?.episode.title;
  return {
    ...sampleNames,
    ...(speaker === undefined ? {} : { speaker, part: partOf(speaker) }),
    ...(title === undefined ? {} : { title: beginningOf(title) }),
  };
}

/** The example with these names in place of the sample's. */
export function withNames(example: string, { speaker, part, title }: ExampleNames): string {
  const own = new Map([
    [sampleNames.speaker, speaker],
    [sampleNames.speaker.toLowerCase(), speaker],
    [sampleNames.part, part],
    [sampleNames.title, title],
  ]);
  return example.replace(new RegExp([...own.keys()].join('|'), 'g'), (name) => own.get(name) ?? name);
}

function partOf(speaker: string): string {
  const [first = ''] = speaker.split(/\s+/);
  return /^[\p{L}\p{N}_-]{3,}$/u.test(first) ? first.toLowerCase() : `"${speaker}"`;
}

/** Whole words, as many as one would type. */
function beginningOf(title: string): string {
  const words = title.split(/\s+/);
  const fitting = words.filter((_, at) => at === 0 || words.slice(0, at + 1).join(' ').length <= mostTitle);
  return fitting.join(' ').replace(/[\p{P}\p{S}]+$/u, '') || title;
}
