// What may be wrong with the service, each as a sentence with its mend. The key is in none of them.

import type { Answer } from './post-form.ts';
import { Trouble } from './stop.ts';
import type { TranscriptionSettings } from './transcription.ts';

/** Nothing could be asked, or the connection broke off. */
export function silence(error: unknown, settings: TranscriptionSettings): Trouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const late = error instanceof Error && error.name === 'TimeoutError';
  const why = late ? 'it took more than an hour' : (code ?? (error instanceof Error ? error.message : String(error)));
  return new Trouble(
    `The transcription service at ${settings.address} did not answer (${why}). Check that it runs, and TRANSCRIBE_URL.`,
    { free: /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code ?? ''), cause: error },
  );
}

/** It answered with an error. */
export function refusal(settings: TranscriptionSettings, answer: Answer): Trouble {
  const { status } = answer;
  const told = toldBy(answer, settings);
  const free = status >= 400 && status !== 408 && status !== 504;
  const aside = status === 400 || status === 422;
  return new Trouble(`The transcription service at ${settings.address} ${reasonFor(status, settings)}${told}`, {
    free,
    aside,
  });
}

function reasonFor(status: number, { model, apiKey }: TranscriptionSettings): string {
  if (status === 401 || status === 403) {
    return apiKey === undefined
      ? 'wants a key: set TRANSCRIBE_API_KEY.'
      : 'does not take the key in TRANSCRIBE_API_KEY.';
  }
  if (status === 404) return `has nothing there, or no model "${model}": check TRANSCRIBE_URL and TRANSCRIBE_MODEL.`;
  if (status === 413) return 'takes only smaller files (413): set TRANSCRIBE_MAX_MB to what it takes.';
  if (status === 429) return 'takes no more for now (429): the rest is for later.';
  if (status >= 300 && status < 400)
    return `sends on to elsewhere (${status}): set TRANSCRIBE_URL to its real address.`;
  if (status >= 500) return `is out of order (${status}): the rest is for later.`;
  return `does not understand what it is asked (${status}): check TRANSCRIBE_MODEL ("${model}").`;
}

/** It answered something else than a transcript. */
export function nonsense(settings: TranscriptionSettings, answer: Answer): Trouble {
  return new Trouble(
    `The transcription service at ${settings.address} answered with something that is no transcript. ` +
      `Check that TRANSCRIBE_URL is an OpenAI-compatible service.${toldBy(answer, settings)}`,
  );
}

/** Words without times are no use: every quote has its moment. */
export function untimed({ model }: TranscriptionSettings): Trouble {
  return new Trouble(
    `The model "${model}" tells words without their times. Set TRANSCRIBE_MODEL to one that tells both, ` +
      'such as whisper-1 or gpt-4o-transcribe-diarize.',
  );
}

/** The service's own words, as far as they may be shown. */
function toldBy({ body }: Answer, { apiKey }: TranscriptionSettings): string {
  const message = /"(?:message|error|detail)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body)?.[1] ?? body;
  const line = (apiKey === undefined ? message : message.replaceAll(apiKey, '…'))
    .replace(/<[^>]*>|\p{Cc}|\\n/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? '' : ` It says: ${line.length > 160 ? `${line.slice(0, 160)}…` : line}`;
}
