// JSON of Rev AI (https://docs.rev.ai/api/asynchronous/transcript/): monologues of elements; words have times, punctuation has none.
import { known } from '../../text/known.ts';
import { isObject, type JsonObject, jsonFormat, listOf, objectsOf, secondsOf, speakerOf, textOf } from '../json.ts';
import type { Cue } from '../transcript.ts';

export const revaiJson = jsonFormat({
  name: 'revai-json',
  needs: 'Rev AI’s JSON is an object with a list "monologues", each with "elements".',

  recognise(value) {
    return isObject(value) && listOf(value.monologues, 'elements') ? 0.95 : 0;
  },

  read(value) {
    return { facts: {}, cues: cuesOf(objectsOf(isObject(value) ? value.monologues : undefined)) };
  },
});

function* cuesOf(monologues: readonly JsonObject[]): Generator<Cue> {
  for (const monologue of monologues) yield* monologueCues(monologue);
}

/** "<laugh>", "<crosstalk>": heard, and no word. */
const sound = /^\s*<([a-z][a-z _-]{0,40})>\s*$/i;
const wordStart = /^[\p{L}\p{N}"“]/u;

/** The values joined are the text: spaces are elements as well. */
function* monologueCues(monologue: JsonObject): Generator<Cue> {
  const info = isObject(monologue.speaker_info) ? monologue.speaker_info : {};
  const speaker = speakerOf(info.display_name) ?? speakerOf(monologue.speaker);
  let isFirst = true;
  let spaced = true;
  let afterSound = false;
  for (const element of objectsOf(monologue.elements)) {
    const written = textOf(element.value) ?? '';
    const value = written.includes('<') ? written.replace(sound, ' [$1]') : written;
    const text = value.trim();
    if (text !== '') {
      yield {
        text,
        glued: !(spaced || /^\s/.test(value) || (afterSound && wordStart.test(text))),
        paragraph: isFirst,
        ...known({ speaker, startSeconds: secondsOf(element.ts), endSeconds: secondsOf(element.end_ts) }),
      };
      isFirst = false;
      spaced = false;
      afterSound = text.startsWith('[');
    }
    if (/\s$/.test(value)) spaced = true;
  }
}
