// /speaker: one person at a glance: how often heard, how much said, the words that are theirs, a taste of them.

import { type Context, defineCommand } from '../src/bot/command.ts';
import type { SpeakerEntry } from '../src/library/library.ts';
import { call, press } from '../src/reply/actions.ts';
import { notice, noticeReply } from '../src/reply/notice.ts';
import type { Action, Call, Fact, Reply } from '../src/reply/reply.ts';
import { plain } from '../src/reply/rich-text.ts';
import { truncate } from '../src/text/truncate.ts';
import { emptyLibraryReply } from './parts/empty-library.ts';
import { isName, isNamed } from './parts/names.ts';
import { pickedId } from './parts/picked.ts';
import { quoteBlock } from './parts/quote-block.ts';
import { sampleQuotes } from './parts/samples.ts';
import { suggestSpeakers } from './parts/suggest.ts';

const telling = 8;
const quotes = 3;
const mostOthers = 3;

export const speaker = defineCommand({
  name: 'speaker',
  localNames: { id: 'pembicara' },
  description: {
    en: 'One person: episodes, how much they said, their most telling words, quotes',
    id: 'Satu orang: episode, seberapa banyak bicaranya, kata yang paling khas, kutipan',
  },
  reach: 'typed',
  examples: ['speaker paul greenberg'],
  options: {
    name: {
      kind: 'text',
      required: true,
      rest: 'words',
      example: 'paul greenberg',
      localNames: { id: 'nama' },
      description: { en: 'Their name, or part of it', id: 'Namanya, atau sebagian' },
      suggest: suggestSpeakers,
    },
  },
  async run({ name }, context) {
    const [entry, ...others] = await findSpeakers(name, context);
    if (entry !== undefined) return answerSpeaker(entry, others, context);
    const { episodes } = await context.library.stats();
    if (episodes === 0) return emptyLibraryReply(context);
    const all = call('speakers', {}, { delivery: 'new' });
    return noticeReply([notice('info', context.messages.speaker.nothing(truncate(name, 100)))], context, [
      press(context.messages.actions.allSpeakers, all),
    ]);
  },
});

async function findSpeakers(name: string, { search, library }: Context): Promise<readonly SpeakerEntry[]> {
  const id = pickedId(name);
  const picked = id === undefined ? undefined : await library.speaker(id);
  if (picked !== undefined) return [picked];
  const [best, ...others] = await search.speakers(name, 1 + mostOthers);
  if (best === undefined) return [];
  if (isName(best.speaker.name, name)) return [best];
  return [best, ...others.filter((other) => isNamed(other.speaker.name, name))];
}

async function answerSpeaker(
  entry: SpeakerEntry,
  others: readonly SpeakerEntry[],
  context: Context,
): Promise<Reply<Call>> {
  const { messages, search, library } = context;
  const { speaker } = entry;
  const { podcasts } = await library.stats();
  const words = await search.tellingWords({ speakerId: speaker.id }, telling);
  const hits = await sampleQuotes({ speakerId: speaker.id }, { speaker: speaker.name }, words, quotes, context);
  return {
    blocks: [
      { kind: 'heading', text: speaker.name },
      { kind: 'facts', facts: speakerFacts(entry, words, context) },
      ...hits.map((hit) => quoteBlock(hit, context, podcasts > 1)),
      ...(others.length > 0 ? [{ kind: 'text', text: plain(`${messages.speaker.others}:`) } as const] : []),
    ],
    actions: [...speakerActions(entry, context), ...others.map(openSpeaker)],
    visibility: context.visibility,
    summary: messages.speaker.summary(speaker.name, entry.episodes),
    locale: context.locale,
  };
}

function speakerFacts(entry: SpeakerEntry, words: readonly string[], { messages }: Context): Fact[] {
  const { format, speaker } = messages;
  const { firstHeard, lastHeard } = entry;
  const heard = [firstHeard, lastHeard].flatMap((date) => (date === undefined ? [] : [format.date(date)]));
  const facts: readonly (readonly [string, string | undefined])[] = [
    [speaker.episodes, format.number(entry.episodes)],
    [speaker.said, speaker.saidMuch(entry.words, entry.segments)],
    [speaker.heard, heard[0] === undefined ? undefined : speaker.heardBetween(heard[0], heard.at(-1) ?? heard[0])],
    [speaker.words, words.length === 0 ? undefined : words.join(', ')],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value: plain(value) }]));
}

function speakerActions({ speaker }: SpeakerEntry, { messages }: Context): Action<Call>[] {
  const { actions } = messages;
  const name = truncate(speaker.name, 40);
  return [
    press(actions.quoteOf(name), call('random', { speaker: speaker.name }, { delivery: 'new' }), { primary: true }),
    press(actions.episodesWith(name), call('episodes', { speaker: speaker.name }, { delivery: 'new' })),
  ];
}

function openSpeaker({ speaker }: SpeakerEntry): Action<Call> {
  return press(speaker.name, call('speaker', { name: `#${speaker.id}` }, { delivery: 'new' }));
}
