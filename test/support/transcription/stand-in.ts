// A stand-in for a transcription service: the same paths, forms, limits and errors as
// https://platform.openai.com/docs/api-reference/audio/createTranscription, and ears instead of a model.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Heard, listen } from './hearing.ts';
import { toSamples } from './media-tools.ts';
import type { SpokenSentence } from './speech.ts';

export interface Asked {
  readonly authorization: string | undefined;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly audio: Buffer;
  /** What was answered. */
  status: number;
}

/** Something else than a transcript, for one request. */
export type Whim =
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  /** None after all: it listens. */
  | 'listen'
  /** No answer at all, until the request is given up. */
  | 'silence'
  | 'hang up';

export interface StandInOptions {
  /** The sentences that it knows. */
  readonly sentences?: readonly SpokenSentence[];
  readonly apiKey?: string;
  readonly model?: string;
  readonly mostBytes?: number;
  /** Values of `response_format` that it knows. */
  readonly formats?: readonly string[];
  readonly knowsGranularities?: boolean;
  readonly knowsVoices?: boolean;
  /** Answers in order, before it listens to anything. */
  readonly whims?: Whim[];
  /** Changes what it would say. */
  readonly twist?: (answer: object) => unknown;
}

export interface StandIn {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** Resolves when so many requests have come in. */
  until(count: number): Promise<void>;
  readonly whims: Whim[];
}

export async function startTranscriptionStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const asked: Asked[] = [];
  const whims = options.whims ?? [];
  const server = createServer(async (request, response) => {
    const question = await read(request);
    asked.push(question);
    server.emit('asked');
    const whim = whims.shift();
    if (whim === 'silence') return;
    if (whim === 'hang up') return void request.socket.destroy();
    const answer = whim === undefined || whim === 'listen' ? answerTo(request, question, options) : whim;
    question.status = answer.status;
    send(response, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    whims,
    async until(count) {
      while (asked.length < count) await once(server, 'asked');
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(Buffer.concat(parts), { headers }).formData();
  const fields: Record<string, string[]> = {};
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = [...(fields[name] ?? []), value];
  const file = form.get('file');
  const audio = Buffer.from(file instanceof File ? await file.arrayBuffer() : new ArrayBuffer(0));
  return { authorization: request.headers.authorization, fields, audio, status: 0 };
}

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function send(response: ServerResponse, { status, body = '', headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
}

function refuse(status: number, message: string): Answer {
  return { status, body: JSON.stringify({ error: { message, type: 'invalid_request_error' } }) };
}

function answerTo(
  { url, method }: IncomingMessage,
  { authorization, fields, audio }: Asked,
  options: StandInOptions,
): Answer {
  const { apiKey, model = 'whisper-1', mostBytes = 25 * 1024 * 1024, formats = ['json', 'verbose_json'] } = options;
  const [format = 'json'] = fields.response_format ?? [];
  const granularities = [...(fields['timestamp_granularities[]'] ?? []), ...(fields.timestamp_granularities ?? [])];
  if (method !== 'POST' || url !== '/v1/audio/transcriptions') return refuse(404, `Invalid URL (${method} ${url})`);
  if (apiKey !== undefined && authorization !== `Bearer ${apiKey}`) {
    return refuse(401, `Incorrect API key provided: ${authorization?.slice(7)}.`);
  }
  if (fields.model?.[0] !== model) return refuse(404, `The model '${fields.model?.[0]}' does not exist.`);
  if (audio.length > mostBytes) return refuse(413, `Maximum content size limit (${mostBytes}) exceeded.`);
  if (!formats.includes(format))
    return refuse(400, `response_format '${format}' is not compatible with model '${model}'.`);
  if (granularities.length > 0 && options.knowsGranularities === false)
    return refuse(400, 'Unknown parameter: timestamp_granularities.');
  if (fields['known_speaker_names[]'] !== undefined && !options.knowsVoices)
    return refuse(400, 'Unknown parameter: known_speaker_names.');
  if (format === 'diarized_json' && fields.chunking_strategy?.[0] !== 'auto')
    return refuse(400, 'chunking_strategy is required.');
  const heard = listen(toSamples(audio), options.sentences ?? []);
  const seconds = (audio.length - 44) / 32_000;
  const answer =
    format === 'diarized_json' ? diarised(heard, fields, options, seconds) : verbose(heard, format, seconds);
  return { status: 200, body: JSON.stringify(options.twist?.(answer) ?? answer) };
}

/** Whisper's texts begin with a space. */
const textOf = ({ sentence }: Heard): string => ` ${sentence?.text ?? '(something that nobody knows)'}`;

function verbose(heard: readonly Heard[], format: string, duration: number): object {
  const text = heard.map(textOf).join('').trim();
  if (format === 'json') return { text };
  const segments = heard.map((one, id) => ({
    id,
    start: one.start,
    end: one.end,
    text: textOf(one),
    avg_logprob: -0.2,
    no_speech_prob: 0.01,
    compression_ratio: 1.3,
  }));
  return { task: 'transcribe', language: 'english', duration, text, segments };
}

/** Voices are called A, B … as they come, in each request anew; those that it was shown go by the names that came with them. */
function diarised(
  heard: readonly Heard[],
  fields: Asked['fields'],
  { sentences = [] }: StandInOptions,
  duration: number,
): object {
  const names = new Map<string, string>();
  for (const [index, clip] of (fields['known_speaker_references[]'] ?? []).entries()) {
    const [shown] = listen(toSamples(Buffer.from(clip.replace(/^data:audio\/wav;base64,/, ''), 'base64')), sentences);
    const name = fields['known_speaker_names[]']?.[index];
    if (shown?.sentence !== undefined && name !== undefined) names.set(shown.sentence.voice, name);
  }
  let letter = 'A'.charCodeAt(0);
  const segments = heard.map((one, index) => {
    const voice = one.sentence?.voice ?? 'unknown';
    const speaker = names.get(voice) ?? String.fromCharCode(letter++);
    names.set(voice, speaker);
    return {
      type: 'transcript.text.segment',
      id: `seg_${index}`,
      start: one.start,
      end: one.end,
      text: textOf(one),
      speaker,
    };
  });
  return { task: 'transcribe', duration, text: heard.map(textOf).join(''), segments };
}
