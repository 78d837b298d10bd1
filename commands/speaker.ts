// /speaker: one person at a glance: how often heard, how much said, the words that are theirs, a taste of them.

import { type Context, defineCommand } from '../src/bot/command.ts';
import type { SpeakerEntry } from '../src/library/library.ts';
import { call, press } from '../src/reply/actions.ts';
import { facts, heading, notice, paragraph } from '../src/reply/blocks.ts';
import { answer, tell } from '../src/reply/compose.ts';
import type { Action, Block, Call, Reply } from '../src/reply/reply.ts';
import { truncate } from '../src/text/truncate.ts';
import { tellEmptyLibrary } from './parts/empty-library.ts';
import { isName, isNamed } from './parts/names.ts';
import { pickedId, pickValue } from './parts/picked.ts';
import { quoteBlock } from './parts/quote-block.ts';
import { sampleQuotes } from './parts/samples.ts';
import { suggestSpeakers } from './parts/suggest.ts';

const mostTellingWords = 8;
const mostQuotes = 3;
const mostOthers = 3;

export const speaker = defineCommand({
  name: 'speaker',
  localNames: { id: 'pembicara' },
  description: {
    en: 'One person: episodes, how much they said, their most telling words, quotes',
    id: 'Satu orang: episode, seberapa banyak bicaranya, kata yang paling khas, kutipan',
  },
  reach: 'typed',
  examples: ['speaker maudie thistlecroft'],
  options: {
    name: {
      kind: 'text',
      required: true,
      rest: 'words',
      example: 'maudie thistlecroft',
      localNames: { id: 'nama' },
      description: { en: 'Their name, or part of it', id: 'Namanya, atau sebagian' },
      suggest: suggestSpeakers,
    },
  },
  async run({ name }, context) {
    const [entry, ...others] = await findSpeakers(name, context);
    if (entry !== undefined) return answerSpeaker(entry, others, context);
    const { episodes } = await context.library.stats();
    if (episodes === 0) return tellEmptyLibrary(context);
    const all = call('speakers', {}, { delivery: 'new' });
    return tell(
      context,
      [notice('info', context.messages.speaker.nothing(truncate(name, 100)))],
      [press(context.messages.actions.allSpeakers, all)],
    );
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
  const { id, name } = entry.speaker;
  const { podcasts } = await library.stats();
  const words = await search.tellingWords({ speakerId: id }, mostTellingWords);
  const hits = await sampleQuotes({ speakerId: id }, words, mostQuotes, context);
  return answer(context, {
    blocks: [
      heading(name),
      speakerFacts(entry, words, context),
      ...hits.map((hit) => quoteBlock(hit, context, podcasts > 1)),
      ...(others.length > 0 ? [paragraph(`${messages.speaker.others}:`)] : []),
    ],
    actions: [...speakerActions(name, context), ...others.map(openSpeaker)],
    summary: messages.speaker.summary(name, entry.episodes),
  });
}

function speakerFacts(entry: SpeakerEntry, tellingWords: readonly string[], { messages }: Context): Block<Call> {
  const { format, speaker } = messages;
  const { firstHeard, lastHeard = firstHeard } = entry;
  const heard =
    firstHeard === undefined || lastHeard === undefined
      ? undefined
      : speaker.heardBetween(format.date(firstHeard), format.date(lastHeard));
  return facts([
    [speaker.episodes, format.number(entry.episodes)],
    [speaker.said, speaker.saidMuch(entry.words, entry.segments)],
    [speaker.heard, heard],
    [speaker.words, tellingWords.length === 0 ? undefined : tellingWords.join(', ')],
  ]);
}

function speakerActions(speaker: string, { messages }: Context): Action<Call>[] {
  const { actions } = messages;
  const name = truncate(speaker, 40);
  return [
    press(actions.quoteOf(name), call('random', { speaker }, { delivery: 'new' }), { primary: true }),
    press(actions.episodesWith(name), call('episodes', { speaker }, { delivery: 'new' })),
  ];
}

function openSpeaker({ speaker }: SpeakerEntry): Action<Call> {
  return press(speaker.name, call('speaker', { name: pickValue(speaker.id, speaker.name) }, { delivery: 'new' }));
}
