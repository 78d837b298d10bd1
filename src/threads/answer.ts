// A thread's own half: calls the method that was asked for, and tells what it gave or how it failed.

import { parentPort } from 'node:worker_threads';
import { VerbatimError } from '../errors.ts';
import type { Answer, Failure, Question } from './ask.ts';

/**
 * Answers until the thread is ended.
 * @param opening gives an object whose methods are async; where it fails, whoever asks hears why and the thread ends.
 */
export function answerQuestions(opening: Promise<object>): void {
  const tell = (answer: Answer) => parentPort?.postMessage(answer);
  const isOpen = opening.then(
    () => true,
    () => false,
  );
  parentPort?.on('message', async ({ id, method, values }: Question) => {
    try {
      const asked = await opening;
      // The values came from the same port on the asker's side.
      tell({ id, answer: await Reflect.apply(Reflect.get(asked, method), asked, values) });
    } catch (error) {
      tell({ id, failure: failureOf(error) });
      if (!(await isOpen)) parentPort?.close();
    }
  });
}

function failureOf(error: unknown): Failure {
  if (error instanceof VerbatimError) return { message: error.message, code: error.code };
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
