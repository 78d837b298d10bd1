// JSON of whisper.cpp (https://github.com/ggml-org/whisper.cpp, --output-json): a list "transcription", times in milliseconds.
import { known } from '../../text/known.ts';
import {
  isObject,
  type JsonObject,
  jsonFormat,
  languageOf,
  listOf,
  millisecondsOf,
  objectsOf,
  secondsOf,
  textOf,
} from '../json.ts';
import type { Cue } from '../transcript.ts';

export const whisperCppJson = jsonFormat({
  name: 'whisper-cpp-json',
  needs: 'The JSON of whisper.cpp is an object with a list "transcription".',

  recognise(value) {
    return isObject(value) && listOf(value.transcription, 'text') ? 0.95 : 0;
  },

  read(value) {
    const file = isObject(value) ? value : {};
    const facts = languageOf(isObject(file.result) ? file.result.language : undefined);
    return { facts, cues: cuesOf(objectsOf(file.transcription)) };
  },
});

function* cuesOf(entries: readonly JsonObject[]): Generator<Cue> {
  for (const { text, offsets, timestamps } of entries) {
    const milliseconds = isObject(offsets) ? offsets : {};
    const times = isObject(timestamps) ? timestamps : {};
    yield {
      // "[SPEAKER_TURN]" is written where another voice begins, nobody knows whose.
      text: (textOf(text) ?? '').replaceAll('[SPEAKER_TURN]', ''),
      ...known({
        startSeconds: millisecondsOf(milliseconds.from) ?? secondsOf(times.from),
        endSeconds: millisecondsOf(milliseconds.to) ?? secondsOf(times.to),
      }),
    };
  }
}
