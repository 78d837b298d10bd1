// One episode from its audio's address to a transcript on the shelf.

import { rm } from 'node:fs/promises';
import type { Fetcher } from '../fetch/fetcher.ts';
import { lendCredentials } from '../text/lend-credentials.ts';
import type { Allowance } from './allowance.ts';
import type { AwaitedEpisode } from './awaited.ts';
import { decode } from './decode.ts';
import { findKept, keep, keyOf } from './kept.ts';
import { cutIntoPieces } from './pieces.ts';
import type { Question, Service } from './service.ts';
import { asWav, openSound, type Sound, samplesASecond, samplesWithin } from './sound.ts';
import type { Spoken } from './spoken.ts';
import { Trouble } from './stop.ts';
import { transcriptOf, type UnderstoodPiece } from './transcript.ts';
import type {
  TranscribedEpisode,
  TranscriptionProgress,
  TranscriptionRequest,
  TranscriptionSettings,
} from './transcription.ts';
import { createVoices } from './voices.ts';
import type { WorkFolder } from './work-folder.ts';

type Within = Pick<TranscriptionProgress, 'audioSeconds' | 'transcribedSeconds'>;

export interface Tools {
  readonly library: TranscriptionRequest['library'];
  readonly fetcher: Fetcher;
  readonly settings: TranscriptionSettings;
  readonly allowance: Allowance;
  readonly service: Service;
  readonly folder: WorkFolder;
  readonly signal?: AbortSignal | undefined;
  readonly onAct: (act: TranscriptionProgress['act'], within?: Within) => void;
}

/** Crashed in the middle, little is lost with ten minutes; and OpenAI's newer models take no more than 23 at once. */
const longestPieceSeconds = 600;
/** Two hours in the best quality there is. */
const mostAudioBytes = 2_000_000_000;
const downloadTimeoutMs = 3600_000;

/**
 * @returns `undefined` where a transcript came from elsewhere meanwhile.
 * @throws VerbatimError what is wrong with this episode; Trouble, AllowanceUsed.
 */
export async function transcribeEpisode(entry: AwaitedEpisode, tools: Tools): Promise<TranscribedEpisode | undefined> {
  const { folder, settings, fetcher, signal, onAct } = tools;
  const { episode } = entry;
  const file = folder.audioFile(episode);
  const samples = folder.samplesFile(episode);
  if (!folder.holds(episode)) {
    onAct('fetching');
    const request = {
      ...(await addressOf(entry, tools)),
      accept: 'audio/*, video/*',
      mostBytes: mostAudioBytes,
      timeoutMs: downloadTimeoutMs,
    };
    await fetcher.download({ ...request, ...(signal && { signal }) }, file);
  }
  onAct('decoding');
  try {
    const name = `The audio of "${episode.title}"`;
    await decode(file, samples, { name, searchPath: settings.searchPath, signal });
    const sound = await openSound(samples);
    try {
      const pieces = await understand(sound, entry, tools);
      return await shelve(entry, pieces, sound.samples / samplesASecond, tools);
    } finally {
      await sound.close();
    }
  } finally {
    await rm(samples, { force: true });
  }
}

/** A private feed's audio may want the same name and password. */
async function addressOf({ audio, podcast }: AwaitedEpisode, { library }: Tools) {
  const feeds = (await library.feeds()).filter(({ podcastId }) => podcastId === podcast.id);
  const hosts = feeds.map(({ address }) => new URL(address).hostname);
  return {
    url: feeds.reduce((address, feed) => lendCredentials(address, feed.address), audio),
    isOfOthers: hosts.length > 0 && !hosts.includes(new URL(audio).hostname),
  };
}

async function understand(sound: Sound, { podcast }: AwaitedEpisode, tools: Tools): Promise<UnderstoodPiece[]> {
  const { settings, onAct } = tools;
  const pieces = await cutIntoPieces(sound, longestPiece(settings));
  const voices = createVoices(sound);
  const understood: UnderstoodPiece[] = [];
  for (const piece of pieces) {
    onAct('transcribing', {
      audioSeconds: sound.samples / samplesASecond,
      transcribedSeconds: piece.from / samplesASecond,
    });
    const question: Question = {
      audio: asWav(await sound.read(piece.from, piece.to)),
      seconds: (piece.to - piece.from) / samplesASecond,
      language: podcast.language,
      voices: voices.known,
    };
    const spoken = await answerTo(question, tools);
    understood.push({ piece, spoken, nameOf: await voices.hear(piece, spoken) });
  }
  return understood;
}

/** A day's hours hold one piece at least. */
function longestPiece({ mostBytes, mostHoursADay }: TranscriptionSettings): number {
  const seconds = Math.min(longestPieceSeconds, mostHoursADay * 3600 || longestPieceSeconds);
  return Math.min(samplesWithin(mostBytes), Math.floor(seconds * samplesASecond));
}

async function answerTo(question: Question, { library, settings, allowance, service }: Tools): Promise<Spoken> {
  const key = keyOf(question, settings);
  const kept = await findKept(library, key);
  if (kept !== undefined) return kept;
  await allowance.take(question.seconds);
  try {
    const spoken = await service.ask(question);
    await keep(library, key, spoken);
    return spoken;
  } catch (error) {
    if (error instanceof Trouble && error.free) await allowance.giveBack(question.seconds);
    throw error;
  }
}

/** With the facts and the hash as they are now: the feed's next look finds the episode unchanged. */
async function shelve(
  { episode: { id, title } }: AwaitedEpisode,
  pieces: readonly UnderstoodPiece[],
  audioSeconds: number,
  { library }: Tools,
): Promise<TranscribedEpisode | undefined> {
  const { language, segments } = transcriptOf(pieces);
  const now = await library.episode(id);
  const shelved = (await library.shelved()).find(({ episodeId }) => episodeId === id);
  if (now === undefined || shelved === undefined || now.episode.transcript !== 'awaited') return undefined;
  await library.shelve({
    podcast: now.podcast,
    episode: {
      ...now.episode,
      transcript: 'machine-made',
      language: now.podcast.language === undefined ? language : now.episode.language,
      durationSeconds: Math.round(audioSeconds),
    },
    origin: shelved.origin,
    contentHash: shelved.contentHash,
    segments,
  });
  return { episodeId: id, title, audioSeconds, segments: segments.length };
}
