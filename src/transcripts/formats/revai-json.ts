// JSON of Rev AI (https://docs.rev.ai/api/asynchronous/transcript/): monologues of elements; words have times, punctuation has none.
import { isObject, type JsonObject, jsonFormat, labelOf, listOf, objectsOf, secondsOf, textOf } from '../json.ts';
import { cleanName } from '../speaker.ts';
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
  const label = labelOf(info.display_name) ?? labelOf(monologue.speaker);
  const cues: Cue[] = [];
  let spaced = true;
  for (const element of objectsOf(monologue.elements)) {
    const value = textOf(element.value) ?? '';
    const text = value.trim();
    if (text !== '') {
      const startSeconds = secondsOf(element.ts);
      const endSeconds = secondsOf(element.end_ts);
      cues.push({
        text,
        glued: !(spaced || /^\s/.test(value)),
        ...(label === undefined ? {} : { speaker: cleanName(label) }),
        ...(startSeconds === undefined ? {} : { startSeconds }),
        ...(endSeconds === undefined ? {} : { endSeconds }),
      });
      spaced = false;
    }
    if (/\s$/.test(value)) spaced = true;
  }
  return cues.map((cue, index) => (index === 0 ? { ...cue, paragraph: true } : cue));
}
