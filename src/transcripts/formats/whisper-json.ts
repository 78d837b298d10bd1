// JSON of Whisper and its kin (WhisperX, faster-whisper, OpenAI's verbose_json): segments in seconds, maybe words and speakers.
import { alignedWords, type TimedWord } from '../aligned-words.ts';
import {
  isObject,
  type JsonObject,
  jsonFormat,
  labelOf,
  languageOf,
  listOf,
  objectsOf,
  secondsOf,
  speakerOf,
  textOf,
} from '../json.ts';
import type { Cue } from '../transcript.ts';
import { hasArrow, voiceChanges } from '../voice-changes.ts';

export const whisperJson = jsonFormat({
  name: 'whisper-json',
  needs: 'Whisper’s JSON is an object with a list "segments", each with "start", "end" and "text".',

  recognise(value) {
    if (!isObject(value)) return 0;
    if (listOf(value.segments, 'start', 'text')) return 0.9;
    // Asked for words alone, some services leave the segments out.
    if (textOf(value.text) !== undefined && listOf(value.words, 'start', 'word')) return 0.9;
    return Array.isArray(value.segments) ? 0.2 : 0;
  },

  read(value) {
    const file = isObject(value) ? value : {};
    const names = namesOf(file.speakers);
    const segments = objectsOf(file.segments);
    return { facts: languageOf(file.language), cues: cuesOf(segments.length > 0 ? segments : [file], names) };
  },
});

/** Some name the labels beside the segments: `{"spk_0": "Ann"}` or `[{"label": "spk_0", "name": "Ann"}]`. */
function namesOf(speakers: unknown): ReadonlyMap<string, string> {
  const named: [string | undefined, string | undefined][] = isObject(speakers)
    ? Object.entries(speakers).map(([label, name]) => [label, isObject(name) ? textOf(name.name) : textOf(name)])
    : objectsOf(speakers).map((one) => [labelOf(one.label ?? one.id ?? one.speakerLabel), textOf(one.name)]);
  return new Map(named.flatMap(([label, name]) => (label && name ? [[label, name] as const] : [])));
}

function* cuesOf(segments: readonly JsonObject[], names: ReadonlyMap<string, string>): Generator<Cue> {
  for (const segment of segments) {
    if (!hasArrow(textOf(segment.text) ?? '')) yield* segmentCues(segment, names);
    else for (const cue of segmentCues(segment, names)) yield* voiceChanges(cue);
  }
}

function segmentCues(segment: JsonObject, names: ReadonlyMap<string, string>): Iterable<Cue> {
  const words = objectsOf(segment.words);
  const label = labelOf(segment.speaker ?? segment.speakerLabel ?? segment.speaker_label ?? words[0]?.speaker);
  return alignedWords({
    text: textOf(segment.text) ?? '',
    words: timed(words),
    speaker: speakerOf(names.get(label ?? '') ?? label),
    startSeconds: secondsOf(segment.start),
    endSeconds: secondsOf(segment.end),
  });
}

function* timed(words: readonly JsonObject[]): Generator<TimedWord> {
  for (const word of words) {
    yield {
      text: textOf(word.word ?? word.text) ?? '',
      startSeconds: secondsOf(word.start),
      endSeconds: secondsOf(word.end),
    };
  }
}
