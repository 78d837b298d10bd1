// Every figure that ranking turns on, and what it stands for. Tuned on one half of the questions, judged on the other.

/**
 * How unlikely it is that a word was meant by the one that was typed, as a natural logarithm: the very word costs 0. A
 * word tells as much as it is rare, less what it costs.
 */
export const costs = {
  /** Another form of the same word: "quotes" for "quote". */
  stem: 3,
  /** Two words said where one was typed, or the other way round. A number or a short form sounds the same, and costs nothing. */
  split: 1,
  /** Any near spelling. */
  near: 0.5,
  /** Each letter it is away. */
  letter: 2.5,
  /** What was typed is a word as well. */
  doubted: 1,
  /** A word that begins with what is typed so far. */
  begun: 0.5,
  /** Not the name that was typed, but something said by the one who bears it. */
  speaker: 2,
} as const;

/** However unlikely a word was meant, it tells this part of what the very word would. */
export const least = {
  /** Another form of it, however common both are. */
  form: 0.5,
  guess: 0.1,
} as const;

/** What a segment is worth for how its words stand, beside the 1 for holding them. */
export const worth = {
  /** What holds less than this part of the best one's words is no answer. */
  least: 0.5,
  /** As typed: in a row, in that order. */
  inOrder: 1.6,
  /** Near each other, in whatever order. */
  near: 1,
  /** So many words away, nearness is worth half. */
  halfNear: 8,
  /** With so many words more than one, order is no chance. */
  sure: 8,
  /** What even the commonest word tells by standing just where it was typed, as rarity. */
  place: 4,
} as const;

/** What else counts where many segments hold what was asked for: one word, or several in a row. */
export const broad = {
  /** Of several words: as good as the best is what has this part of its score. */
  asGood: 0.97,
  /** The same of so many words that they are a sentence. */
  asGoodPhrase: 0.995,
  /** The segment is about the word: it says it often for its length. */
  about: 1,
  /** The quote reads well by itself. */
  standsAlone: 1,
  /** Written around the talk, and said by nobody: worth this part. */
  aroundTalk: 0.7,
  /** "The class of '99" for "99 percent": worth this part. */
  otherSign: 0.7,
  /** Of two guesses that are as near, one said e times as often is so much likelier, as a logarithm. */
  oftener: 0.25,
  /** Said so many times in a segment of usual length, it is half about it (BM25's k1). */
  half: 1.5,
  /** A longer segment must say it as much oftener, by so much (BM25's b). */
  length: 0.7,
  /** Words in a usual segment. */
  usualLength: 50,
} as const;
