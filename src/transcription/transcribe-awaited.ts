// Transcribes episodes that have audio and no transcript: what was begun first, then the newest, as far as the day's hours go.

import { createHash } from 'node:crypto';
import { VerbatimError } from '../errors.ts';
import type { EpisodeEntry, StateStore } from '../library/library.ts';
import { openAllowance } from './allowance.ts';
import { awaitedEpisodes } from './awaited.ts';
import { createService } from './service.ts';
import { AllowanceUsed, Trouble } from './stop.ts';
import { type Tools, transcribeEpisode } from './transcribe-episode.ts';
import type {
  TranscribedEpisode,
  TranscriptionLog,
  TranscriptionReport,
  TranscriptionRequest,
  UntranscribedEpisode,
} from './transcription.ts';
import { enterWorkFolder, type WorkFolder } from './work-folder.ts';

/** One whose audio could not be had or read is left alone for so long. */
const asideMs = 6 * 3600_000;
/** So many in a row have one reason, and it is not theirs. */
const mostFailuresInARow = 5;

/**
 * What is wrong with an episode, or ends the run, is in the report.
 * @throws VerbatimError where the library cannot even be read.
 */
export async function transcribeAwaited(request: TranscriptionRequest): Promise<TranscriptionReport> {
  const { library, settings, log } = request;
  const waiting = await awaitedEpisodes(library);
  try {
    const episodes = waiting.map(({ episode }) => episode);
    const folder = await enterWorkFolder(settings.folder, episodes);
    try {
      const report = await transcribeAll(request, await choose(waiting, folder, request), folder);
      if (report.transcribed.length > 0) await library.settle();
      return report;
    } finally {
      await folder.leave();
    }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    await tellOnce(library, log, 'warn', error.message);
    return { transcribed: [], failed: [], askedSeconds: 0, ended: { by: 'trouble', reason: error.message } };
  }
}

/** Named ones as they were named; else those that did not fail of late, and first of all those that were begun. */
async function choose(
  waiting: readonly EpisodeEntry[],
  folder: WorkFolder,
  { library, episodes, limit }: TranscriptionRequest,
): Promise<EpisodeEntry[]> {
  if (episodes !== undefined) return waiting.filter(({ episode }) => episodes.includes(episode.id)).slice(0, limit);
  const chosen: EpisodeEntry[] = [];
  const begun = ({ episode }: EpisodeEntry) => folder.holds(episode);
  for (const entry of [...waiting.filter(begun), ...waiting.filter((one) => !begun(one))]) {
    if (chosen.length === limit) break;
    if ((await library.getState(asideKey(entry))) === undefined) chosen.push(entry);
  }
  return chosen;
}

async function transcribeAll(
  request: TranscriptionRequest,
  chosen: readonly EpisodeEntry[],
  folder: WorkFolder,
): Promise<TranscriptionReport> {
  const { library, fetcher, settings, log, onProgress, signal, backOffMs } = request;
  const allowance = openAllowance(library, settings.mostHoursADay);
  const service = createService(settings, { signal, backOffMs });
  const transcribed: TranscribedEpisode[] = [];
  const failed: UntranscribedEpisode[] = [];
  const reportOf = (ended?: TranscriptionReport['ended']): TranscriptionReport => ({
    transcribed,
    failed,
    askedSeconds: allowance.takenSeconds(),
    ...(ended && { ended }),
  });

  let failuresInARow = 0;
  for (const [done, entry] of chosen.entries()) {
    const { id, title } = entry.episode;
    const onAct: Tools['onAct'] = (act, audioSeconds, transcribedSeconds) => {
      const within =
        audioSeconds === undefined || transcribedSeconds === undefined ? {} : { audioSeconds, transcribedSeconds };
      onProgress?.({ title, act, done, total: chosen.length, ...within });
    };
    try {
      signal?.throwIfAborted();
      // What was begun may need nothing more than what is kept.
      if (!folder.holds(entry.episode)) await allowance.check();
      const tools = { library, fetcher, settings, allowance, service, folder, signal, onAct };
      const result = await transcribeEpisode(entry, tools);
      await folder.clear(entry.episode);
      if (result !== undefined) transcribed.push(result);
      failuresInARow = 0;
    } catch (error) {
      if (signal?.aborted) return reportOf({ by: 'signal', reason: 'It was stopped. What was paid for is kept.' });
      if (error instanceof AllowanceUsed) {
        await tellOnce(library, log, 'info', error.message);
        return reportOf({ by: 'allowance', reason: error.message });
      }
      const ends = error instanceof Trouble || (error instanceof VerbatimError && error.code.startsWith('library-'));
      if (!ends || (error instanceof Trouble && error.aside)) {
        await putAside(library, entry);
        await folder.clear(entry.episode);
      }
      if (!(error instanceof Trouble) && !(error instanceof VerbatimError)) throw error;
      await tellOnce(library, log, 'warn', `"${title}" is not transcribed: ${error.message}`);
      failed.push({ episodeId: id, title, reason: error.message });
      failuresInARow += 1;
      if (ends) return reportOf({ by: 'trouble', reason: error.message });
      if (failuresInARow === mostFailuresInARow) return reportOf({ by: 'trouble', reason: sameForAll });
    }
  }
  return reportOf();
}

const sameForAll = `${mostFailuresInARow} episodes in a row failed: the rest is for later.`;

function asideKey({ episode }: EpisodeEntry): string {
  return `transcribe:aside:${episode.id}`;
}

function putAside(state: StateStore, entry: EpisodeEntry): Promise<void> {
  return state.putState([{ key: asideKey(entry), value: true, expiresAt: new Date(Date.now() + asideMs) }]);
}

/** A bot looks every few minutes; the same news once a day is enough. */
async function tellOnce(
  state: StateStore,
  log: TranscriptionLog | undefined,
  level: keyof TranscriptionLog,
  message: string,
): Promise<void> {
  if (log === undefined) return;
  const key = `transcribe:told:${createHash('sha256').update(message).digest('hex').slice(0, 16)}`;
  if (await state.claimState(key, new Date(Date.now() + 24 * 3600_000))) log[level](message);
}
