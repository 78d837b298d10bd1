// Shelves what is new in a feed or changed, and leaves alone what is not; what failed is remembered, to be tried again.

import { VerbatimError } from '../errors.ts';
import type { Desk, EpisodeRecord, Shelved } from '../library/library.ts';
import type { EpisodeFacts, Source, SourceEpisode } from '../sources/source.ts';
import { known } from '../text/known.ts';
import { ahead } from './ahead.ts';
import { failureOf } from './failure.ts';
import { feedIdentity } from './identity.ts';
import type { Parser } from './parser.ts';
import { type Offered, openOfferReader } from './read-offers.ts';
import { type Entry, fingerprintOf, makeRecord, podcastOf } from './record.ts';
import type { ImportFailure, ImportProgress, ImportReport } from './report.ts';
import { retryAfter } from './retry.ts';

export interface FeedEpisodesOptions {
  /** Whether a transcript that failed is to be tried again now. */
  readonly isDue: (shelved: Shelved) => boolean;
  /** Whether another feed of the same podcast brought this episode: then that one looks after it. */
  readonly isOfAnotherFeed: (shelved: Shelved) => boolean;
  readonly now: Date;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

/** While one episode is shelved, the next is parsed and those after it are fetched. */
const episodesAhead = 4;

/** What has become of an episode's transcript. `record` is whole where it was `read`, else nothing is said in it. */
type Outcome = { readonly id: string; readonly before: Shelved | undefined } & (
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'read' | 'awaited'; readonly record: EpisodeRecord }
  | { readonly kind: 'failed'; readonly record: EpisodeRecord; readonly failure: ImportFailure }
);

export async function importEpisodes(
  desk: Desk,
  parser: Parser,
  source: Source,
  { isDue, isOfAnotherFeed, now, onProgress, signal }: FeedEpisodesOptions,
): Promise<Omit<ImportReport, 'seconds'>> {
  const identity = feedIdentity(source);
  const podcast = podcastOf(source, identity);
  const reader = openOfferReader(parser);
  const tally = { added: 0, changed: 0, unchanged: 0, awaiting: 0, removed: 0, segments: 0 };
  const failed: ImportFailure[] = source.problems.map((problem) => failureOf(problem));
  const notes: string[] = [];
  let stopped = false;
  let done = 0;
  let current = podcast.title;
  const tell = () => onProgress?.({ done, total: source.episodes.length, current });
  const onLoad = (file: string) => {
    current = file;
    tell();
  };

  const read = async (episode: SourceEpisode): Promise<Outcome> => {
    const id = identity.episodeId(episode.path);
    const before = shelved.get(id);
    const contentHash = fingerprintOf(podcast, episode);
    const isLeftAlone = before?.contentHash === contentHash || (before !== undefined && isOfAnotherFeed(before));
    if (before !== undefined && isLeftAlone && !isDue(before)) return { kind: 'unchanged', id, before };

    const entry: Entry = { podcast, source, episode, id, contentHash };
    if (episode.offers.length === 0) return { kind: 'awaited', id, before, record: await awaited(entry, parser) };
    const offered = await reader.read(episode, onLoad);
    notes.push(...offered.notes);
    if (offered.kind === 'failed') {
      const record = { ...(await awaited(entry, parser)), retry: retryAfter(offered.error, before?.retry, now) };
      return { kind: 'failed', id, before, record, failure: toldOf(record, offered) };
    }
    const facts = { ...episode.facts, ...(await moreOf(episode, notes)) };
    const record = makeRecord({ ...entry, episode: { ...episode, facts } }, offered.transcript);
    return { kind: 'read', id, before, record };
  };

  const shelve = async (outcome: Outcome): Promise<void> => {
    const { before } = outcome;
    const canBeQuoted = before !== undefined && before.transcript !== 'awaited';
    if (outcome.kind === 'unchanged') {
      tally[canBeQuoted ? 'unchanged' : 'awaiting'] += 1;
      return;
    }
    const { record } = outcome;
    if (outcome.kind !== 'read' && canBeQuoted) await desk.relabel(record);
    else await desk.shelve(record);
    tally.segments += record.segments.length;
    if (outcome.kind === 'failed') failed.push({ ...outcome.failure, ...(canBeQuoted ? {} : { awaited: true }) });
    else if (canBeQuoted) tally.changed += 1;
    else tally[outcome.kind === 'read' ? 'added' : 'awaiting'] += 1;
  };

  await desk.describe(podcast);
  const shelved = new Map((await desk.shelved(podcast.id)).map((one) => [one.episodeId, one]));
  const gone = new Set([...shelved.values()].filter(isDue).map(({ episodeId }) => episodeId));
  try {
    for await (const outcomes of ahead(source.episodes, { most: episodesAhead }, read)) {
      for (const outcome of outcomes) {
        stopped ||= signal?.aborted === true;
        if (stopped) break;
        await shelve(outcome);
        gone.delete(outcome.id);
        done += 1;
        tell();
      }
      if (stopped) break;
    }
    if (!stopped) {
      // What has left the feed is offered no more.
      await desk.giveUp([...gone]);
      await desk.settle();
    }
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    failed.push(failureOf(error));
    stopped = true;
  }
  return { ...tally, failed, notes, stopped };
}

/** The feed names the transcript, not whoever reads this: they cannot mend it, and need not. */
function toldOf({ episode }: EpisodeRecord, { error, offer }: Extract<Offered, { kind: 'failed' }>): ImportFailure {
  const failure = failureOf(error, offer.file);
  return {
    ...failure,
    reason: `“${episode.title}” has no readable transcript yet: ${failure.reason} It is tried again.`,
  };
}

async function awaited(entry: Entry, parser: Parser): Promise<EpisodeRecord> {
  const { facts, fallback } = entry.episode;
  const told = facts.language ?? entry.podcast.language;
  const words = `${facts.title ?? fallback.title}\n${facts.description ?? ''}`;
  const language = told ?? (await parser.detectLanguage(words)) ?? 'en';
  const record = makeRecord(entry, { format: 'none', facts: { language }, segments: [] });
  return { ...record, episode: { ...record.episode, transcript: 'awaited' } };
}

async function moreOf(episode: SourceEpisode, notes: string[]): Promise<EpisodeFacts | undefined> {
  try {
    return known((await episode.more?.()) ?? {});
  } catch (error) {
    notes.push(failureOf(error, episode.file).reason);
    return undefined;
  }
}
