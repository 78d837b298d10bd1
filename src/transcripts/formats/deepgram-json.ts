// JSON of Deepgram (https://developers.deepgram.com/docs/pre-recorded-audio): paragraphs, utterances or words in seconds.
import { alignedWords } from '../aligned-words.ts';
import {
  isObject,
  type JsonObject,
  jsonFormat,
  labelOf,
  languageOf,
  listOf,
  objectsOf,
  secondsOf,
  textOf,
} from '../json.ts';
import type { Cue } from '../transcript.ts';

export const deepgramJson = jsonFormat({
  name: 'deepgram-json',
  needs: 'Deepgram’s JSON is an object with "results" that hold "channels".',

  recognise(value) {
    return isObject(value) && isObject(value.results) && listOf(value.results.channels, 'alternatives') ? 0.95 : 0;
  },

  read(value) {
    const results = isObject(value) && isObject(value.results) ? value.results : {};
    const channels = objectsOf(results.channels);
    const utterances = objectsOf(results.utterances);
    // Several channels are several people who talk at once: only utterances stand in the order in which they were said.
    const cues =
      channels.length > 1 && utterances.length > 0 ? utterances.flatMap(utteranceCues) : channels.flatMap(channelCues);
    return { facts: languageOf(channels[0]?.detected_language), cues };
  },
});

function channelCues(channel: JsonObject, index: number, channels: readonly JsonObject[]): Cue[] {
  const best = objectsOf(channel.alternatives)[0] ?? {};
  const owner = channels.length > 1 ? { speaker: String(index) } : {};
  const paragraphs = objectsOf(isObject(best.paragraphs) ? best.paragraphs.paragraphs : undefined);
  if (paragraphs.length > 0) return paragraphs.flatMap((paragraph) => paragraphCues(paragraph, owner));
  const words = objectsOf(best.words);
  const diarised = words.some(({ speaker }) => speaker !== undefined);
  if (diarised || channels.length > 1)
    return words.map((word) => ({ ...owner, ...cueOf(word, word.punctuated_word ?? word.word) }));
  return alignedWords(textOf(best.transcript) ?? '', words.map(timed));
}

function paragraphCues(paragraph: JsonObject, owner: { readonly speaker?: string }): Cue[] {
  const label = labelOf(paragraph.speaker);
  return objectsOf(paragraph.sentences).map((sentence, index) => ({
    ...owner,
    ...cueOf(sentence, sentence.text),
    ...(label === undefined ? {} : { speaker: label }),
    ...(index === 0 ? { paragraph: true } : {}),
  }));
}

function utteranceCues(utterance: JsonObject): Cue[] {
  const label = labelOf(utterance.speaker ?? utterance.channel);
  return alignedWords(textOf(utterance.transcript) ?? '', objectsOf(utterance.words).map(timed)).map((piece) => ({
    ...piece,
    ...(label === undefined ? {} : { speaker: label }),
  }));
}

function timed(word: JsonObject) {
  return {
    text: textOf(word.punctuated_word ?? word.word) ?? '',
    startSeconds: secondsOf(word.start),
    endSeconds: secondsOf(word.end),
  };
}

function cueOf(timed: JsonObject, text: unknown): Cue {
  const startSeconds = secondsOf(timed.start);
  const endSeconds = secondsOf(timed.end);
  const label = labelOf(timed.speaker);
  return {
    text: textOf(text) ?? '',
    ...(label === undefined ? {} : { speaker: label }),
    ...(startSeconds === undefined ? {} : { startSeconds }),
    ...(endSeconds === undefined ? {} : { endSeconds }),
  };
}
