// Asks the methods of something that lives in a thread of its own: what each call gives comes back as a message.

import { Worker, type WorkerOptions } from 'node:worker_threads';
import { type ErrorCode, VerbatimError } from '../errors.ts';
import { builtFile } from '../package-root.ts';
import { createTurns } from '../turns.ts';

export interface Question {
  readonly id: number;
  readonly method: string;
  readonly values: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: Failure };

/** `code` where the thread could say what people can do about it. */
export interface Failure {
  readonly message: string;
  readonly code?: ErrorCode;
}

export interface AskedThread {
  /** The method of a name, with values that can be copied. */
  ask(method: string, values: readonly unknown[]): Promise<unknown>;
  /** Questions that are not answered yet. */
  pending(): number;
  /** What is under way fails. */
  end(): Promise<unknown>;
}

/** Many answers often come in one piece: what each sets going has a round of the event loop of its own. */
export const inTurn = createTurns();

/**
 * Starts a thread that answers (`answerQuestions`) until it is ended.
 * @param source the thread's own file, `src/search/worker.ts`.
 */
export function startThread(source: string, options: WorkerOptions, onEnd: () => void = () => {}): AskedThread {
  const thread = new Worker(builtFile(source), options);
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const hear = (message: Answer): void => {
    const asker = waiting.get(message.id);
    waiting.delete(message.id);
    if (waiting.size === 0) thread.unref();
    if ('answer' in message) asker?.resolve(message.answer);
    else asker?.reject(errorOf(message.failure));
  };
  thread.on('message', (message: Answer) => void inTurn(async () => hear(message)));
  // In turn as well: what the thread has said before is heard first.
  thread.on('error', (error) => void inTurn(async () => fail(error)));
  thread.on('exit', () => {
    void inTurn(async () => fail(new Error(`The thread ${options.name} ended before it answered.`)));
    onEnd();
  });
  // An idle thread keeps no process alive.
  thread.unref();
  return {
    ask: (method, values) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const question: Question = { id: asked, method, values };
        waiting.set(asked, { resolve, reject });
        thread.ref();
        thread.postMessage(question);
      }),
    pending: () => waiting.size,
    end: () => thread.terminate(),
  };
}

function errorOf({ message, code }: Failure): Error {
  return code === undefined ? new Error(message) : new VerbatimError(code, message);
}
