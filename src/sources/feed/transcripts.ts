// Which of an item's transcripts to try, in which order, and which languages they are in.

import type { Language } from '../../model.ts';

export interface OfferedTranscript {
  /** Whole, a name and a password in it included. */
  readonly address: string;
  readonly mediaType?: string;
  /** Absent: the podcast's own. */
  readonly language?: Language;
}

/** By how well they carry who speaks and when. What is none of these is tried last. */
const kinds: readonly (readonly [mediaType: RegExp, ending: RegExp])[] = [
  [/\bjson\b/, /\.json$/],
  [/\bvtt\b/, /\.vtt$/],
  [/\b(x-)?(srt|subrip)\b/, /\.srt$/],
  [/\bx?html\b/, /\.html?$/],
  [/^text\/(markdown|x-markdown)$/, /\.(md|markdown)$/],
  [/^text\/plain$/, /\.txt$/],
];

/** From 0 for the best. A type that says nothing ("text/plain" of an SRT file) yields to the address's ending. */
function rank({ mediaType = '', address }: OfferedTranscript): number {
  const { pathname } = new URL(address);
  const byEnding = kinds.findIndex(([, ending]) => ending.test(pathname.toLowerCase()));
  const byType = kinds.findIndex(([type]) => type.test(mediaType));
  const isVague = byType === -1 || mediaType === 'text/plain';
  const best = isVague && byEnding !== -1 ? byEnding : byType;
  return best === -1 ? kinds.length : best;
}

export interface InOneLanguage {
  /** Absent: the podcast's own. */
  readonly language?: Language;
  /** Best first. */
  readonly transcripts: readonly OfferedTranscript[];
}

/**
 * The episode's own transcripts, and those in each other language. Its own are in the podcast's language; where there are none
 * in it, the first ones offered are its own: then the podcast's language is not this episode's.
 */
export function byLanguage(
  offered: readonly OfferedTranscript[],
  podcastLanguage: Language | undefined,
): { readonly own: InOneLanguage; readonly others: readonly Required<InOneLanguage>[] } {
  const languages = new Map<Language | undefined, OfferedTranscript[]>();
  for (const transcript of offered) {
    const { language = podcastLanguage } = transcript;
    const group = languages.get(language) ?? [];
    if (!group.some(({ address }) => address === transcript.address)) group.push(transcript);
    languages.set(language, group);
  }
  const [first] = languages.keys();
  const main = languages.has(podcastLanguage) ? podcastLanguage : first;
  const sorted = (language: Language | undefined) =>
    (languages.get(language) ?? []).toSorted((one, other) => rank(one) - rank(other));
  return {
    own: { transcripts: sorted(main), ...(main === undefined ? {} : { language: main }) },
    others: [...languages.keys()].flatMap((language) =>
      language === main || language === undefined ? [] : [{ language, transcripts: sorted(language) }],
    ),
  };
}
