// English.

import { createFormat } from './format.ts';
import { code, rich } from './rich.ts';

const format = createFormat('en', 'short');
const { count, number } = format;

const quoted = (text: string): string => `“${text}”`;
const episodes = (value: number) => count(value, { one: 'episode', other: 'episodes' });
const passages = (value: number) => count(value, { one: 'passage', other: 'passages' });
const words = (value: number) => count(value, { one: 'word', other: 'words' });

export const en = {
  format,
  quoted,

  /** What stands on buttons. */
  actions: {
    next: 'Next',
    previous: 'Previous',
    context: 'Context',
    share: 'Share',
    another: 'Another one',
    earlier: 'Earlier',
    later: 'Later',
    trimStart: 'Trim start',
    trimEnd: 'Trim end',
    shareExchange: 'Share this exchange',
    episodesWith: (name: string) => `Episodes with ${name}`,
    quoteOf: (name: string) => `A quote by ${name}`,
    allEpisodes: 'All episodes',
    allSpeakers: 'All speakers',
  },

  /** Names of places where an episode can be heard or read; others stand under their own name. */
  places: { web: 'Web page', audio: 'Audio' },
  /** What leads to an episode where no moment is known. */
  listen: 'Listen',
  read: 'Read',
  about: (time: string) => `~${time}`,

  quote: {
    shown: (from: number, to: number, total: number, atLeast: boolean) =>
      `${from === to ? number(from) : `${number(from)}–${number(to)}`} of ${atLeast ? 'more than ' : ''}${number(total)}`,
    corrected: (used: readonly string[], typed: readonly string[]) =>
      `Showing quotes for ${format.all(used.map(quoted))} instead of ${format.all(typed.map(quoted))}.`,
    unheard: (words: readonly string[]) =>
      `Nobody here says ${words.length > 3 ? `${number(words.length)} of these words` : format.either(words.map(quoted))}. Showing quotes for the rest.`,
    nothing: (typed: string) => `I found no quote for ${quoted(typed)}.`,
    looked: (inEpisodes: number, inPassages: number) =>
      `I looked through ${episodes(inEpisodes)} and ${passages(inPassages)}.`,
    lookedWithin: 'I looked only at what fits your filters.',
    noneDated: () =>
      rich`No episode here has a date, so ${code('after:')} and ${code('before:')} leave nothing to look through.`,
    someUndated: (inEpisodes: number) =>
      rich`${episodes(inEpisodes)} without a date ${inEpisodes === 1 ? 'is' : 'are'} left out by ${code('after:')} and ${code('before:')}.`,
    didYouMean: (queries: readonly string[]) => `Did you mean ${format.either(queries.map(quoted))}?`,
    notInThisOrder: 'Nobody said exactly that. Without the quotation marks its words may be found.',
    unquoted: 'Search without quotation marks',
    searchFor: (words: string) => `Search for ${quoted(words)}`,
    everywhere: 'Search without filters',
    noWords: (example: string) => rich`Give me a word or two to look for, for example ${code(example)}.`,
    gone: 'That quote is no longer in the library.',
    noMore: 'There are no more quotes for this.',
    machineMade: 'machine-made transcript',
    said: (speaker: string | undefined, text: string, episode: string) =>
      `${speaker === undefined ? '' : `${speaker}: `}${quoted(text)} (${episode})`,
  },

  /** What could not be understood in a query, told with an example. */
  problems: {
    date: (filter: string, value: string) =>
      rich`I couldn’t read the date in ${code(`${filter}:${value}`)}, so I left it out. Dates look like ${code(`${filter}:2020`)}, ${code(`${filter}:2020-08`)} or ${code(`${filter}:2020-08-15`)}.`,
    noSpeaker: (value: string, nearest: readonly string[]) =>
      `I know no speaker called ${quoted(value)}.${nearest.length > 0 ? ` Did you mean ${format.either(nearest)}?` : ''}`,
    noEpisode: (value: string, nearest: readonly string[]) =>
      `I know no episode called ${quoted(value)}.${nearest.length > 0 ? ` Did you mean ${format.either(nearest.map(quoted))}?` : ''}`,
    noPodcast: (value: string, nearest: readonly string[]) =>
      `I know no podcast called ${quoted(value)}.${nearest.length > 0 ? ` Did you mean ${format.either(nearest.map(quoted))}?` : ''}`,
    /** Behind what nobody here is called, where the rest was searched all the same. */
    leftOut: 'I left that out and searched the rest.',
    emptyFilter: (filter: string, example: string) =>
      rich`Nothing stands after ${code(`${filter}:`)}, so I left it out. Write it like ${code(example)}.`,
    tooLong: 'That was a long one: I looked for its first words only.',
  },

  random: {
    nothing: 'I found no quote for that.',
  },

  context: {
    full: 'That is as much as fits here. Trim one end to see more at the other.',
    summary: (episode: string) => `Around a quote in ${episode}`,
  },

  share: {
    by: (name: string) => `Shared by ${name}`,
  },

  episode: {
    podcast: 'Podcast',
    date: 'Published',
    people: 'People',
    length: 'Length',
    number: 'Number',
    passages: 'Transcript',
    passageCount: passages,
    passagesHeard: (inPassages: number) => `${passages(inPassages)}, machine-made`,
    awaited: 'none yet',
    language: 'Language',
    chapters: 'Chapters',
    soundbites: 'Picked by its makers',
    more: (count: number) => `… and ${number(count)} more`,
    words: 'Most telling words',
    quotes: 'From this episode',
    nothing: (typed: string) => `I found no episode called ${quoted(typed)}.`,
    others: 'Other episodes by that name',
    season: (season: number, episode: number | undefined) =>
      episode === undefined ? `Season ${number(season)}` : `Season ${number(season)}, episode ${number(episode)}`,
    summary: (title: string, date: string | undefined) => (date === undefined ? title : `${title}, ${date}`),
  },

  episodes: {
    heading: (search: string | undefined, speaker: string | undefined) =>
      `Episodes${search === undefined ? '' : ` for ${quoted(search)}`}${speaker === undefined ? '' : ` with ${speaker}`}`,
    nothing: 'I found no episode for that.',
    count: episodes,
    open: 'Open',
    awaited: 'no transcript yet',
    undated: 'These have no date: they stand by podcast, the highest number first.',
  },

  speaker: {
    episodes: 'Episodes',
    said: 'Said',
    saidMuch: (inWords: number, inPassages: number) => `${words(inWords)} in ${passages(inPassages)}`,
    heard: 'Heard',
    heardBetween: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
    words: 'Most telling words',
    quotes: 'In their own words',
    nothing: (typed: string) => `I know no speaker called ${quoted(typed)}.`,
    others: 'Other speakers by that name',
    summary: (name: string, inEpisodes: number) => `${name}, heard in ${episodes(inEpisodes)}`,
  },

  speakers: {
    heading: 'Speakers',
    nothing: 'No speaker is known here yet: the transcripts name nobody.',
    much: (inEpisodes: number, inWords: number) => `${episodes(inEpisodes)} · ${words(inWords)}`,
    summary: (total: number) => count(total, { one: 'speaker', other: 'speakers' }),
    open: 'Open',
  },

  suggest: {
    speaker: (name: string, inEpisodes: number) => `${name} · ${episodes(inEpisodes)}`,
    machineMade: 'machine-made',
  },

  help: {
    heading: 'What you can ask',
    intro: (inEpisodes: number, inPassages: number) =>
      `I know ${episodes(inEpisodes)}, ${passages(inPassages)}, word for word.`,
    example: (examples: readonly string[]) => `For example: ${examples.join(' · ')}`,
    searching: 'How to search',
    syntax: [
      { typed: 'tiktok data', means: 'passages with these words, misspelled or not, best first' },
      { typed: '"customer data"', means: 'these very words, one after the other' },
      { typed: 'from:maudie', means: 'what one person said; from:"Maudie Thistlecroft" for a name of several words' },
      { typed: 'in:"episode title"', means: 'in one episode only' },
      { typed: 'podcast:name', means: 'in one podcast only' },
      { typed: 'after:2020 before:2021-06', means: 'between two dates: a year, a month or a day' },
      { typed: '-word', means: 'without this word' },
      { typed: 'private:yes', means: 'answered to you alone' },
    ],
    buttons:
      'Context shows you alone what was said before and after a quote, and from there you can share it. Buttons work for 7 days.',
    summary: 'What you can ask, and how to search',
  },

  /** What goes wrong, told kindly. */
  trouble: {
    failed: (reference: string) =>
      rich`Something went wrong on my side. Please try again. If it stays like this, tell whoever runs this bot the reference ${code(reference)}.`,
    expired: (days: number) =>
      `This button no longer works: they last ${count(days, { one: 'day', other: 'days' })}. Please ask again.`,
    already: 'This is done already.',
    tooFast: (seconds: number) => `That was quick! Please wait ${format.seconds(seconds)} and ask again.`,
    unknownCommand: (typed: string, help: string) => rich`I know no command ${code(typed)}. See ${code(help)}.`,
    missing: (usage: string, example: string) =>
      rich`Please say a bit more, like ${code(usage)}. For example: ${code(example)}.`,
    empty: (command: string) =>
      rich`There are no episodes here yet. Whoever runs this bot adds transcripts with ${code(command)}.`,
    awaiting: (waiting: number) =>
      `I know ${episodes(waiting)}, but there is no transcript of ${waiting === 1 ? 'it' : 'any of them'} yet. As soon as there is one, I can quote from it.`,
  },

  /** What platforms say around the bot's answers. */
  platform: {
    refused: 'My answer was not taken here. Please try again, or in other words.',
    tooLate: 'That took too long. Please try again.',
    restarting: 'I am just being restarted. Ask again in a moment.',
    notTaken: 'My answer did not get through. Please try again.',
    choose: 'Choose…',
    /** At a prompt, before anything is typed. */
    greeting: (help: string, leave: string) =>
      rich`Type a few words you remember, or ${code(help)} to see what you can ask. Tab completes, a number presses its button, ${code(leave)} ends.`,
    /** Where buttons are pressed by their number. */
    noButton: (typed: number, last: number) =>
      `There is no button ${number(typed)}.${last === 0 ? ' Buttons come with an answer.' : ` They go from 1 to ${number(last)}.`}`,
    unknown: 'I do not know that one. Type / to see what I can do.',
    cannotPost: 'I may not post in this channel. Ask someone who manages it to let me, or share it elsewhere.',
    cut: 'Some of it did not fit here.',
    search: 'Search',
    cancel: 'Cancel',
    close: 'Close',
    yes: 'Yes',
  },
};
