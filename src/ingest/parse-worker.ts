// The thread that reads transcripts: one question after the other, each answered.

import { parentPort } from 'node:worker_threads';
import { VerbatimError } from '../errors.ts';
import { stepBack } from '../priority.ts';
import { expectShortLived } from '../short-lived.ts';
import { detectLanguage } from '../text/language.ts';
import { tallyOf } from '../text/tally.ts';
import { parseTranscript } from '../transcripts/parse.ts';
import type { ParserAnswer, ParserQuestion } from './parser.ts';

stepBack('imports');
expectShortLived();
parentPort?.on('message', (question: ParserQuestion) => parentPort?.postMessage(answerTo(question)));

function answerTo({ act, text }: ParserQuestion): ParserAnswer {
  if (act === 'detect-language') return { kind: 'language', language: detectLanguage(text) };
  try {
    const transcript = parseTranscript(text);
    const tally = tallyOf(transcript.segments.map((segment) => segment.text));
    return { kind: 'transcript', transcript: { ...transcript, tally } };
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    const { code, message, line } = error;
    return { kind: 'error', code, message, line };
  }
}
