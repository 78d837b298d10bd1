// JSON of AssemblyAI (https://www.assemblyai.com/docs/api-reference/transcripts/get): utterances and words in milliseconds.
import { VerbatimError } from '../../errors.ts';
import { alignedWords, type TimedWord } from '../aligned-words.ts';
import {
  isObject,
  type JsonObject,
  jsonFormat,
  languageOf,
  listOf,
  millisecondsOf,
  objectsOf,
  speakerOf,
  textOf,
} from '../json.ts';
import type { Cue } from '../transcript.ts';

export const assemblyaiJson = jsonFormat({
  name: 'assemblyai-json',
  needs: 'AssemblyAI’s JSON is an object with "text" and a list "words" or "utterances".',

  recognise(value) {
    if (!isObject(value)) return 0;
    if (listOf(value.utterances, 'start', 'text', 'words')) return 0.95;
    if (textOf(value.status) !== undefined && 'utterances' in value && 'words' in value) return 0.9;
    return 'text' in value && !('segments' in value) && listOf(value.words, 'start', 'text', 'confidence') ? 0.95 : 0;
  },

  read(value) {
    const file = isObject(value) ? value : {};
    const utterances = objectsOf(file.utterances);
    if (utterances.length === 0 && objectsOf(file.words).length === 0) throw nothingHeard(file);
    return { facts: languageOf(file.language_code), cues: cuesOf(utterances.length > 0 ? utterances : [file]) };
  },
});

/** What the service says of a file that it has not written down. */
function nothingHeard({ status, error }: JsonObject): VerbatimError {
  const told =
    textOf(status) === 'error'
      ? `could not be transcribed: ${textOf(error) ?? 'no reason is given'}`
      : 'holds no words';
  return new VerbatimError('malformed', `This is AssemblyAI’s answer for a recording that ${told}.`, { line: 1 });
}

function* cuesOf(passages: readonly JsonObject[]): Generator<Cue> {
  for (const passage of passages) yield* passageCues(passage);
}

function passageCues(passage: JsonObject): Iterable<Cue> {
  return alignedWords({
    text: textOf(passage.text) ?? '',
    words: timed(objectsOf(passage.words), passage.speaker === undefined),
    speaker: speakerOf(passage.speaker),
    startSeconds: millisecondsOf(passage.start),
    endSeconds: millisecondsOf(passage.end),
  });
}

/** Where there are no utterances, the words themselves may say whose they are. */
function* timed(words: readonly JsonObject[], areOfMany: boolean): Generator<TimedWord> {
  for (const { text, start, end, speaker } of words) {
    yield {
      text: textOf(text) ?? '',
      startSeconds: millisecondsOf(start),
      endSeconds: millisecondsOf(end),
      speaker: areOfMany ? speakerOf(speaker) : undefined,
    };
  }
}
