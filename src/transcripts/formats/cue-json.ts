// A bare JSON list of cues, `[{start, end, text}]`, in milliseconds or seconds.
import { entryCues } from '../cue-entries.ts';
import { jsonFormat, listOf, objectsOf } from '../json.ts';

export const cueJson = jsonFormat({
  name: 'cue-json',
  needs: 'A JSON list of cues needs "start" and "text" in each.',

  recognise(value) {
    return listOf(value, 'start', 'text') ? 0.8 : 0;
  },

  read(value) {
    return { facts: {}, cues: entryCues(objectsOf(value)) };
  },
});
