// Asks the service for one piece: in the way that it knows, and again where it is busy.

import { setTimeout as sleep } from 'node:timers/promises';
import { type Form, formsFor, type KnownVoice } from './forms.ts';
import { type Answer, postForm } from './post-form.ts';
import { nonsense, refusal, silence, untimed } from './service-trouble.ts';
import { readAnswer, type Spoken } from './spoken.ts';
import type { Trouble } from './stop.ts';
import type { TranscriptionSettings } from './transcription.ts';

export interface Question {
  /** A whole WAV file. */
  readonly audio: Buffer;
  readonly seconds: number;
  /** ISO 639-1, where the podcast says so. */
  readonly language: string | undefined;
  /** Whose names a service should use again, where it can. */
  readonly voices: readonly KnownVoice[];
}

export interface Service {
  /** @throws Trouble. */
  ask(question: Question): Promise<Spoken>;
}

export interface ServiceOptions {
  readonly signal?: AbortSignal | undefined;
  /** The first wait; it doubles each time. */
  readonly backOffMs?: number | undefined;
}

const mostAttempts = 5;
/** A service that wants to be left alone for longer is left alone: the run ends. */
const longestWaitMs = 5 * 60_000;

export function createService(settings: TranscriptionSettings, { signal, backOffMs = 1000 }: ServiceOptions): Service {
  const { address, apiKey, model } = settings;
  const headers = {
    accept: 'application/json',
    ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
  };
  const unknownForms = new Set<string>();

  const post = async ({ fields }: Form, { audio }: Question): Promise<Answer> => {
    try {
      return await postForm(address, { audio, fields: [['model', model], ...fields] }, headers, signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw silence(error, settings);
    }
  };

  const postPatiently = async (form: Form, question: Question): Promise<Answer> => {
    for (let attempt = 1; ; attempt++) {
      const answer = await post(form, question);
      const waitMs = isBusy(answer) ? (retryAfterMs(answer) ?? jittered(backOffMs * 2 ** (attempt - 1))) : undefined;
      if (waitMs === undefined || waitMs > longestWaitMs || attempt === mostAttempts) return answer;
      await sleep(waitMs, undefined, signal && { signal });
    }
  };

  return {
    async ask(question) {
      const forms = formsFor(model, question.language, question.voices).filter(({ name }) => !unknownForms.has(name));
      let refused: Trouble | undefined;
      for (const form of forms) {
        const answer = await postPatiently(form, question);
        if (answer.status === 200) {
          const spoken = readAnswer(answer.body, question.seconds);
          if (spoken === undefined) throw nonsense(settings, answer);
          if (spoken === 'untimed') throw untimed(settings);
          return spoken;
        }
        // What is wrong with the fullest question tells more than what is wrong with the plainest.
        refused ??= refusal(settings, answer);
        if (answer.status !== 400 && answer.status !== 422) throw refused;
        unknownForms.add(form.name);
      }
      throw refused ?? untimed(settings);
    },
  };
}

/** A quota that is used up is told as 429 too, and waiting does not fill it. */
function isBusy({ status, body }: Answer): boolean {
  return (
    (status === 429 && !body.includes('insufficient_quota')) || status === 408 || (status >= 500 && status !== 501)
  );
}

/** Seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfterMs({ retryAfter }: Answer): number | undefined {
  if (retryAfter === undefined) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function jittered(ms: number): number {
  return ms * (0.5 + Math.random());
}
