// What is known of an episode, as facts: its podcast, number, date, people, length, and the words that set it apart.

import type { Context } from '../../src/bot/command.ts';
import type { EpisodeEntry } from '../../src/library/library.ts';
import type { Episode, Person, Speaker } from '../../src/model.ts';
import { facts } from '../../src/reply/blocks.ts';
import type { Block, Call } from '../../src/reply/reply.ts';
import { isName } from './names.ts';

const mostPeople = 8;

export function episodeFacts(
  { podcast, episode, speakers, segments }: EpisodeEntry,
  tellingWords: readonly string[],
  severalPodcasts: boolean,
  { messages }: Context,
): Block<Call> {
  const { format, episode: labels } = messages;
  const { publishedAt, durationSeconds, language } = episode;
  const people = peopleOf(episode, speakers);
  return facts([
    [labels.podcast, severalPodcasts ? podcast.title : undefined],
    [labels.number, episodeNumber(episode, messages)],
    [labels.date, publishedAt === undefined ? undefined : format.date(publishedAt)],
    [labels.people, people.length === 0 ? undefined : format.all(people)],
    [labels.length, durationSeconds === undefined ? undefined : format.length(durationSeconds)],
    [
      labels.language,
      podcast.language === undefined || podcast.language === language ? undefined : format.language(language),
    ],
    [labels.passages, transcriptOf(episode, segments, messages)],
    [labels.words, tellingWords.length === 0 ? undefined : tellingWords.join(', ')],
  ]);
}

function transcriptOf({ transcript }: Episode, segments: number, { episode }: Context['messages']): string {
  if (segments === 0) return episode.awaited;
  return transcript === 'machine-made' ? episode.passagesHeard(segments) : episode.passageCount(segments);
}

/** Those whose part is known first, then whoever else speaks. */
function peopleOf({ people }: Episode, speakers: readonly Speaker[]): readonly string[] {
  const known = people.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const others = speakers.filter((speaker) => !known.some((name) => isName(name, speaker.name)));
  const names = [...people.map(nameWithRole), ...others.map((speaker) => speaker.name)];
  return names.length <= mostPeople ? names : [...names.slice(0, mostPeople), '…'];
}

function nameWithRole({ name, role }: Person): string {
  return role === undefined ? name : `${name} (${role})`;
}

function episodeNumber({ season, number }: Episode, { episode, format }: Context['messages']): string | undefined {
  if (season !== undefined) return episode.season(season, number);
  return number === undefined ? undefined : format.number(number);
}
