// Reads transcripts in a thread of its own, with a bound on time and memory: what others wrote can hold up nothing else.

import { type ResourceLimits, Worker } from 'node:worker_threads';
import { type ErrorCode, VerbatimError } from '../errors.ts';
import type { Language } from '../model.ts';
import { builtFile } from '../package-root.ts';
import { known } from '../text/known.ts';
import type { Tally } from '../text/tally.ts';
import type { ParsedTranscript } from '../transcripts/transcript.ts';
import { TallyListener, type ToldTally } from './told-tally.ts';

/** With the words of its segments, told in the same thread: whoever shelves them has enough to do. */
export interface ReadTranscript extends ParsedTranscript {
  readonly tally: Tally;
}

export interface Parser {
  /** As `parseTranscript`. @throws VerbatimError as that does, and `too-large` where it takes too long or too much memory. */
  parse(text: string): Promise<ReadTranscript>;
  /** As `detectLanguage`. */
  detectLanguage(text: string): Promise<Language | undefined>;
  /** What is still under way is given up. */
  close(): Promise<void>;
}

export interface ParserLimits {
  readonly mostMs: number;
  readonly mostMegabytes: number;
}

/** Ten megabytes are read within two seconds; the rest is for machines that have much else to do. */
const defaults: ParserLimits = { mostMs: 20_000, mostMegabytes: 384 };

/** What is young is thrown away sooner: by itself it would take 48 MB beside the file. */
export const memoryLimits = (mostMegabytes = defaults.mostMegabytes): ResourceLimits => ({
  maxOldGenerationSizeMb: mostMegabytes,
  maxYoungGenerationSizeMb: 16,
});

/** What the thread is asked, one answer each and in that order. */
export interface ParserQuestion {
  readonly act: 'parse' | 'detect-language';
  readonly text: string;
}

export type ParserAnswer =
  | { readonly kind: 'transcript'; readonly transcript: ParsedTranscript; readonly tally: ToldTally }
  | OtherAnswer;

type OtherAnswer =
  | { readonly kind: 'language'; readonly language: Language | undefined }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly message: string; readonly line: number | undefined };

/** As its askers get it. */
type HeardAnswer = { readonly kind: 'transcript'; readonly transcript: ReadTranscript } | OtherAnswer;

interface Job {
  readonly question: ParserQuestion;
  readonly settle: (answer: HeardAnswer) => void;
  readonly fail: (error: Error) => void;
}

export interface ParserThread extends Parser {
  /** Starts the thread, so that the first question need not wait for it. */
  begin(): void;
  /** Whether the process goes on for its sake. */
  keepAlive(alive: boolean): void;
}

/** The thread starts with the first question, if not before, and is replaced where it had to be ended. */
export function startParser(
  { mostMs, mostMegabytes }: ParserLimits = defaults,
  worker = builtFile('src/ingest/parse-worker.ts'),
): ParserThread {
  const jobs: Job[] = [];
  let thread: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isKeptAlive = true;
  let listener = new TallyListener();

  const start = (): Worker => {
    listener = new TallyListener();
    const started = new Worker(worker, {
      name: 'parser',
      resourceLimits: memoryLimits(mostMegabytes),
    });
    started.on('online', () => {
      if (started !== thread) return;
      isRunning = true;
      watch();
    });
    started.on('message', (answer: ParserAnswer) => {
      if (started !== thread) return;
      jobs.shift()?.settle(answer.kind === 'transcript' ? heard(answer, listener) : answer);
      watch();
    });
    let failure = new Error('The thread that reads transcripts ended.');
    started.on('error', (error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      failure = outOfMemory ? tooMuch(`more than ${mostMegabytes} MB of memory`) : error;
    });
    // Not before: an error may overtake the answers that the thread gave before it.
    started.on('exit', () => {
      if (started === thread) replace(failure);
    });
    if (!isKeptAlive) started.unref();
    return started;
  };
  const begin = (): Worker => {
    thread ??= start();
    return thread;
  };
  const ask = ({ question }: Job) => begin().postMessage(question);
  /** One job's time begins when the one before it is done, and the thread runs. */
  const watch = () => {
    clearTimeout(timer);
    if (jobs.length === 0 || !isRunning) return;
    const seconds = Math.round(mostMs / 1000);
    timer = setTimeout(() => replace(tooMuch(`more than ${seconds} seconds`)), mostMs);
  };
  const replace = (error: Error) => {
    void thread?.terminate();
    thread = undefined;
    isRunning = false;
    jobs.shift()?.fail(error);
    jobs.forEach(ask);
    watch();
  };
  const answerTo = (question: ParserQuestion) =>
    new Promise<HeardAnswer>((settle, fail) => {
      const job = { question, settle, fail };
      jobs.push(job);
      ask(job);
      if (jobs.length === 1) watch();
    }).then((answer) => {
      if (answer.kind !== 'error') return answer;
      throw new VerbatimError(answer.code, answer.message, known({ line: answer.line }));
    });

  return {
    begin,
    async parse(text) {
      const answer = await answerTo({ act: 'parse', text });
      if (answer.kind !== 'transcript') throw new Error(`The parser answered with a ${answer.kind}.`);
      return answer.transcript;
    },
    async detectLanguage(text) {
      const answer = await answerTo({ act: 'detect-language', text });
      return answer.kind === 'language' ? answer.language : undefined;
    },
    keepAlive(alive) {
      isKeptAlive = alive;
      if (alive) thread?.ref();
      else thread?.unref();
    },
    async close() {
      clearTimeout(timer);
      const ended = thread?.terminate();
      thread = undefined;
      isRunning = false;
      for (const job of jobs.splice(0)) job.fail(new VerbatimError('unavailable', 'The import was ended.'));
      await ended;
    },
  };
}

function heard(
  { kind, transcript, tally }: Extract<ParserAnswer, { kind: 'transcript' }>,
  listener: TallyListener,
): HeardAnswer {
  return { kind, transcript: { ...transcript, tally: listener.hear(tally) } };
}

function tooMuch(what: string): VerbatimError {
  const mend = 'Split it by episode, or export it in another format.';
  return new VerbatimError('too-large', `This transcript takes ${what} to read, so it was given up. ${mend}`);
}
