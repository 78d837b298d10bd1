// The thread that reads transcripts: one question after the other, each answered.

import { parentPort } from 'node:worker_threads';
import { VerbatimError } from '../errors.ts';
import { stepBack } from '../priority.ts';
import { expectShortLived } from '../short-lived.ts';
import { detectLanguage } from '../text/language.ts';
import { parseTranscript } from '../transcripts/parse.ts';
import type { ParserAnswer, ParserQuestion } from './parser.ts';
import { TallyTeller } from './told-tally.ts';

stepBack('imports');
expectShortLived();
const teller = new TallyTeller();
parentPort?.on('message', (question: ParserQuestion) => parentPort?.postMessage(answerTo(question)));

function answerTo({ act, text }: ParserQuestion): ParserAnswer {
  if (act === 'detect-language') return { kind: 'language', language: detectLanguage(text) };
  try {
    const transcript = parseTranscript(text);
    return { kind: 'transcript', transcript, tally: teller.tell(transcript.segments.map((segment) => segment.text)) };
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    const { code, message, line } = error;
    return { kind: 'error', code, message, line };
  }
}
