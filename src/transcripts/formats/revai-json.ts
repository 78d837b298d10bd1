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
    return { facts: {}, cues: objectsOf(isObject(value) ? value.monologues : undefined).flatMap(monologueCues) };
  },
});

/** The values joined are the text: spaces are elements as well. */
function monologueCues(monologue: JsonObject): Cue[] {
  const info = isObject(monologue.speaker_info) ? monologue.speaker_info : {};
  const speaker = speakerOf(info.display_name) ?? speakerOf(monologue.speaker);
  const cues: Cue[] = [];
  let spaced = true;
  for (const element of objectsOf(monologue.elements)) {
    const value = textOf(element.value) ?? '';
    const text = value.trim();
    if (text !== '') {
      cues.push({
        text,
        glued: !(spaced || /^\s/.test(value)),
        paragraph: cues.length === 0,
        ...known({ speaker, startSeconds: secondsOf(element.ts), endSeconds: secondsOf(element.end_ts) }),
      });
      spaced = false;
    }
    if (/\s$/.test(value)) spaced = true;
  }
  return cues;
}
