// Gets one episode's transcript: what is offered is tried in order until one can be loaded and read.

import { VerbatimError } from '../errors.ts';
import type { SourceEpisode, TranscriptOffer } from '../sources/source.ts';
import { failureOf } from './failure.ts';
import type { Parser, ReadTranscript } from './parser.ts';
import { isPassing } from './retry.ts';

export type Offered =
  | { readonly kind: 'read'; readonly transcript: ReadTranscript; readonly notes: readonly string[] }
  /** `error`: of the best one; `notes`: of the others. */
  | {
      readonly kind: 'failed';
      readonly error: unknown;
      readonly offer: TranscriptOffer;
      readonly notes: readonly string[];
    };

export interface OfferReader {
  /** @param onLoad is told what is asked for. The episode must have an offer. */
  read(episode: SourceEpisode, onLoad: (file: string) => void): Promise<Offered>;
}

/** So often in a row a host may be away before it is left alone until the next import: each time costs a timeout. */
const mostFailures = 3;

export function openOfferReader(parser: Parser): OfferReader {
  const failuresOf = new Map<string, number>();

  const load = async (offer: TranscriptOffer): Promise<string> => {
    const host = hostOf(offer.file);
    const failures = () => failuresOf.get(host) ?? 0;
    if (failures() >= mostFailures) {
      const why = `${host} failed ${mostFailures} times in a row`;
      throw new VerbatimError('unreachable', `${offer.file} was not asked for: ${why}. It is tried again later.`);
    }
    try {
      const text = await offer.load();
      failuresOf.delete(host);
      return text;
    } catch (error) {
      if (isPassing(error)) failuresOf.set(host, failures() + 1);
      throw error;
    }
  };

  return {
    async read({ offers }, onLoad) {
      const failed: { readonly error: unknown; readonly offer: TranscriptOffer }[] = [];
      const noted = () => failed.map(({ error, offer }) => failureOf(error, offer.file));
      for (const offer of offers) {
        try {
          onLoad(offer.file);
          const transcript = await parser.parse(await load(offer));
          const notes = noted().map(({ reason, file }) => `${told(reason, file)} Another one was taken: ${offer.file}`);
          return { kind: 'read', transcript, notes };
        } catch (error) {
          failed.push({ error, offer });
        }
      }
      const [best] = failed;
      if (best === undefined) throw new Error('An episode without any offer cannot be read.');
      const notes = noted()
        .slice(1)
        .map(({ reason, file }) => told(reason, file));
      return { kind: 'failed', ...best, notes };
    },
  };
}

function told(reason: string, file: string | undefined): string {
  return file === undefined || reason.includes(file) ? reason : `${file}: ${reason}`;
}

function hostOf(file: string): string {
  return URL.canParse(file) ? new URL(file).host : '';
}
