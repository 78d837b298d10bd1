// Transcribes episodes that have audio and no transcript: what was begun first, then the newest, as far as the day's hours go.

import { createHash } from 'node:crypto';
import { VerbatimError } from '../errors.ts';
import type { StateStore } from '../library/library.ts';
import { openAllowance } from './allowance.ts';
import { type AwaitedEpisode, awaitedEpisodes } from './awaited.ts';
import { createService } from './service.ts';
import { AllowanceUsed, Trouble } from './stop.ts';
import { type Tools, transcribeEpisode } from './transcribe-episode.ts';
import type {
  TranscribedEpisode,
  TranscriptionLog,
  TranscriptionReport,
  TranscriptionRequest,
  TranscriptionSettings,
  UntranscribedEpisode,
} from './transcription.ts';
import { enterWorkFolder, type WorkFolder } from './work-folder.ts';

/** One whose audio could not be had or read is left alone for so long. */
const asideMs = 6 * 3600_000;
const restMs = 15 * 60_000;
/** So many in a row have one reason, and it is not theirs. */
const mostFailuresInARow = 5;

/**
 * What is wrong with an episode, or ends the run, is in the report.
 * @throws VerbatimError where the library cannot even be read.
 */
export async function transcribeAwaited(request: TranscriptionRequest): Promise<TranscriptionReport> {
  const { library, settings, log, episodes: wanted } = request;
  const nothing: TranscriptionReport = { transcribed: [], failed: [], askedSeconds: 0 };
  if (wanted === undefined && (await library.getState(restKey(settings))) !== undefined) return nothing;
  const waiting = await awaitedEpisodes(library);
  try {
    const episodes = waiting.map(({ episode }) => episode);
    const folder = await enterWorkFolder(settings.folder, episodes);
    try {
      const report = await transcribeAll(request, await choose(waiting, folder, request), folder);
      if (report.transcribed.length > 0) await library.settle();
      if (report.ended?.by === 'trouble') await rest(request);
      return report;
    } finally {
      await folder.leave();
    }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    await tellOnce(library, log, 'warn', error.message);
    await rest(request);
    return { ...nothing, ended: { by: 'trouble', reason: error.message } };
  }
}

/** The named ones; else those that did not fail of late and are not to be had for nothing. What was begun goes first. */
async function choose(
  waiting: readonly AwaitedEpisode[],
  folder: WorkFolder,
  { library, episodes, limit }: TranscriptionRequest,
): Promise<AwaitedEpisode[]> {
  const isBegun = ({ episode }: AwaitedEpisode) => folder.holds(episode);
  const chosen: AwaitedEpisode[] = [];
  for (const entry of [...waiting.filter(isBegun), ...waiting.filter((one) => !isBegun(one))]) {
    if (chosen.length === limit) break;
    const isWanted =
      episodes === undefined
        ? !entry.offered && (await library.getState(asideKey(entry))) === undefined
        : episodes.includes(entry.episode.id);
    if (isWanted) chosen.push(entry);
  }
  return chosen;
}

async function transcribeAll(
  request: TranscriptionRequest,
  chosen: readonly AwaitedEpisode[],
  folder: WorkFolder,
): Promise<TranscriptionReport> {
  const { library, fetcher, settings, log, onProgress, signal, backOffMs } = request;
  const allowance = openAllowance(library, settings.mostHoursADay);
  const service = createService(settings, { signal, backOffMs });
  const transcribed: TranscribedEpisode[] = [];
  const failed: UntranscribedEpisode[] = [];
  let ended: TranscriptionReport['ended'];
  let failuresInARow = 0;
  for (const [done, entry] of chosen.entries()) {
    const { episode } = entry;
    const { id: episodeId, title } = episode;
    const onAct: Tools['onAct'] = (act, within) => onProgress?.({ title, act, done, total: chosen.length, ...within });
    const outcome = await attempt(entry, { library, fetcher, settings, allowance, service, folder, signal, onAct });
    if (outcome.kind === 'done' && outcome.episode !== undefined) transcribed.push(outcome.episode);
    if (outcome.kind === 'failed') failed.push({ episodeId, title, reason: outcome.reason });
    if (outcome.kind === 'failed' || (outcome.kind === 'ended' && outcome.aside)) await putAside(library, entry);
    if (outcome.kind !== 'ended' || outcome.aside) await folder.clear(episode);
    failuresInARow = outcome.kind === 'failed' ? failuresInARow + 1 : 0;

    if (outcome.kind === 'ended') ended = outcome;
    else if (failuresInARow === mostFailuresInARow) ended = { by: 'trouble', reason: sameForAll };
    if (outcome.kind === 'failed')
      await tellOnce(library, log, 'warn', `"${title}" is not transcribed: ${outcome.reason}`);
    if (ended === undefined) continue;
    if (ended.by !== 'signal') await tellOnce(library, log, ended.by === 'trouble' ? 'warn' : 'info', ended.reason);
    break;
  }
  return {
    transcribed,
    failed,
    askedSeconds: allowance.takenSeconds(),
    ...(ended && { ended: { by: ended.by, reason: ended.reason } }),
  };
}

const sameForAll = `${mostFailuresInARow} episodes in a row failed: the rest is for later.`;

type Outcome =
  | { readonly kind: 'done'; readonly episode: TranscribedEpisode | undefined }
  | { readonly kind: 'failed'; readonly reason: string }
  | ({ readonly kind: 'ended'; readonly aside: boolean } & NonNullable<TranscriptionReport['ended']>);

async function attempt(entry: AwaitedEpisode, tools: Tools): Promise<Outcome> {
  const ended = (by: 'allowance' | 'signal' | 'trouble', reason: string, aside = false): Outcome => {
    return { kind: 'ended', by, reason, aside };
  };
  try {
    tools.signal?.throwIfAborted();
    await tools.allowance.check();
    return { kind: 'done', episode: await transcribeEpisode(entry, tools) };
  } catch (error) {
    if (tools.signal?.aborted) return ended('signal', 'It was stopped. What was paid for is kept.');
    if (error instanceof AllowanceUsed) return ended('allowance', error.message);
    if (error instanceof Trouble) return ended('trouble', error.message, error.aside);
    if (!(error instanceof VerbatimError)) throw error;
    const isOurs = error.code.startsWith('library-') || error.code === 'unavailable';
    return isOurs ? ended('trouble', error.message) : { kind: 'failed', reason: error.message };
  }
}

/** A service that is out of order is left alone for a while by whoever only looks; other settings are worth a new try. */
function rest({ library, settings }: TranscriptionRequest): Promise<void> {
  return library.putState([{ key: restKey(settings), value: true, expiresAt: new Date(Date.now() + restMs) }]);
}

function restKey({ address, apiKey, model, mostBytes }: TranscriptionSettings): string {
  return `transcribe:rest:${digest([address, apiKey, model, mostBytes].join('\n'))}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function asideKey({ episode }: AwaitedEpisode): string {
  return `transcribe:aside:${episode.id}`;
}

function putAside(state: StateStore, entry: AwaitedEpisode): Promise<void> {
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
  const key = `transcribe:told:${digest(message)}`;
  if (await state.claimState(key, new Date(Date.now() + 24 * 3600_000))) log[level](message);
}
