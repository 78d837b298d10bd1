// JSON of AssemblyAI (https://www.assemblyai.com/docs/api-reference/transcripts/get): utterances and words in milliseconds.
import { alignedWords } from '../aligned-words.ts';
import {
  isObject,
  type JsonObject,
  jsonFormat,
  labelOf,
  languageOf,
  listOf,
  millisecondsOf,
  objectsOf,
  textOf,
} from '../json.ts';
import { cleanName } from '../speaker.ts';
import type { Cue } from '../transcript.ts';

export const assemblyaiJson = jsonFormat({
  name: 'assemblyai-json',
  needs: 'AssemblyAI’s JSON is an object with "text" and a list "words" or "utterances".',

  recognise(value) {
    if (!isObject(value)) return 0;
    if (listOf(value.utterances, 'start', 'text', 'words')) return 0.95;
    return 'text' in value && !('segments' in value) && listOf(value.words, 'start', 'text', 'confidence') ? 0.95 : 0;
  },

  read(value) {
    const file = isObject(value) ? value : {};
    const utterances = objectsOf(file.utterances);
    const passages = utterances.length > 0 ? utterances : [file];
    return { facts: languageOf(file.language_code), cues: passages.flatMap(cuesOf) };
  },
});

function cuesOf(passage: JsonObject): Cue[] {
  const words = objectsOf(passage.words);
  const label = labelOf(passage.speaker);
  const timed = words.map(({ text, start, end }) => ({
    text: textOf(text) ?? '',
    startSeconds: millisecondsOf(start),
    endSeconds: millisecondsOf(end),
  }));
  const startSeconds = millisecondsOf(passage.start);
  return alignedWords(textOf(passage.text) ?? '', timed).map((piece, index) => ({
    ...(index === 0 && startSeconds !== undefined ? { startSeconds } : {}),
    ...piece,
    ...(label === undefined ? {} : { speaker: cleanName(label) }),
  }));
}
