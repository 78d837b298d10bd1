// Transcribes episodes that have audio and no transcript: what was begun first, then the newest, as far as the day's hours go.

import { VerbatimError } from '../errors.ts';
import { openAllowance } from './allowance.ts';
import { type AwaitedEpisode, awaitedEpisodes } from './awaited.ts';
import { isAside, isResting, putAside, rest, tellOnce } from './patience.ts';
import { createService } from './service.ts';
import { AllowanceUsed, Trouble } from './stop.ts';
import { type Tools, transcribeEpisode } from './transcribe-episode.ts';
import type {
  TranscribedEpisode,
  TranscriptionReport,
  TranscriptionRequest,
  UntranscribedEpisode,
} from './transcription.ts';
import { enterWorkFolder, type WorkFolder } from './work-folder.ts';

/** Audio that could not be had may be there later; audio without speech will not have any soon. */
const asideMs = 6 * 3600_000;
const longAsideMs = 7 * 24 * 3600_000;
/** So many in a row have one reason, and it is not theirs. */
const mostFailuresInARow = 5;

/**
 * What is wrong with an episode, or ends the run, is in the report.
 * @throws VerbatimError where the library cannot even be read.
 */
export async function transcribeAwaited(request: TranscriptionRequest): Promise<TranscriptionReport> {
  const { library, settings, log, episodes } = request;
  const nothing: TranscriptionReport = { transcribed: [], failed: [], askedSeconds: 0 };
  if (episodes === undefined && (await isResting(library, settings))) return nothing;
  const report = await transcribeAlone(request).catch((error: unknown): TranscriptionReport => {
    if (!(error instanceof Trouble)) throw error;
    return { ...nothing, ended: { by: 'trouble', reason: error.message } };
  });
  for (const { title, reason } of report.failed) {
    await tellOnce(library, log, 'warn', `"${title}" is not transcribed: ${reason}`);
  }
  if (report.ended?.by === 'trouble') {
    await rest(library, settings);
    await tellOnce(library, log, 'warn', report.ended.reason);
  }
  if (report.ended?.by === 'allowance') await tellOnce(library, log, 'info', report.ended.reason);
  return report;
}

/** @throws Trouble where another process is at it. */
async function transcribeAlone(request: TranscriptionRequest): Promise<TranscriptionReport> {
  const { library, settings } = request;
  const waiting = await awaitedEpisodes(library);
  const folder = await enterWorkFolder(
    settings.folder,
    waiting.map(({ episode }) => episode),
  );
  try {
    const report = await transcribeAll(request, await choose(waiting, folder, request), folder);
    if (report.transcribed.length > 0) await library.settle();
    return report;
  } finally {
    await folder.leave();
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
    const { id } = entry.episode;
    const isWanted = episodes === undefined ? !entry.offered && !(await isAside(library, id)) : episodes.includes(id);
    if (isWanted) chosen.push(entry);
  }
  return chosen;
}

async function transcribeAll(
  { library, fetcher, settings, onProgress, signal, backOffMs }: TranscriptionRequest,
  chosen: readonly AwaitedEpisode[],
  folder: WorkFolder,
): Promise<TranscriptionReport> {
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
    failuresInARow = outcome.kind === 'failed' ? failuresInARow + 1 : 0;

    const forMs = outcome.kind === 'done' ? undefined : outcome.asideMs;
    if (forMs !== undefined) await putAside(library, episodeId, forMs);
    if (outcome.kind === 'done' || forMs !== undefined) await folder.clear(episode);

    if (outcome.kind === 'ended') ended = { by: outcome.by, reason: outcome.reason };
    else if (failuresInARow === mostFailuresInARow) ended = { by: 'trouble', reason: sameForAll };
    if (ended !== undefined) break;
  }
  return { transcribed, failed, askedSeconds: allowance.takenSeconds(), ...(ended && { ended }) };
}

const sameForAll = `${mostFailuresInARow} episodes in a row failed: the rest is for later.`;

type Outcome =
  | { readonly kind: 'done'; readonly episode: TranscribedEpisode | undefined }
  | { readonly kind: 'failed'; readonly reason: string; readonly asideMs: number }
  | ({ readonly kind: 'ended'; readonly asideMs?: number } & NonNullable<TranscriptionReport['ended']>);

async function attempt(entry: AwaitedEpisode, tools: Tools): Promise<Outcome> {
  try {
    tools.signal?.throwIfAborted();
    await tools.allowance.check();
    return { kind: 'done', episode: await transcribeEpisode(entry, tools) };
  } catch (error) {
    if (tools.signal?.aborted)
      return { kind: 'ended', by: 'signal', reason: 'It was stopped. What was paid for is kept.' };
    if (error instanceof AllowanceUsed) return { kind: 'ended', by: 'allowance', reason: error.message };
    if (error instanceof Trouble) {
      return { kind: 'ended', by: 'trouble', reason: error.message, ...(error.aside && { asideMs }) };
    }
    if (!(error instanceof VerbatimError)) throw error;
    const { code, message: reason } = error;
    if (code.startsWith('library-') || code === 'unavailable') return { kind: 'ended', by: 'trouble', reason };
    return { kind: 'failed', reason, asideMs: code === 'malformed' || code === 'too-large' ? longAsideMs : asideMs };
  }
}
