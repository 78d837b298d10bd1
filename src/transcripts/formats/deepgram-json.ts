// JSON of Deepgram (https://developers.deepgram.com/docs/pre-recorded-audio): paragraphs, utterances or words in seconds.
import { known } from '../../text/known.ts';
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
    // Several channels are several people who talk at once: each stands for itself, and who speaks when tells the order.
    const cues =
      channels.length > 1 && utterances.length > 0
        ? utterances.flatMap(utteranceCues)
        : inOrder(channels.map(channelCues));
    return { facts: languageOf(channels[0]?.detected_language), cues };
  },
});

/** As long a silence as ends what somebody says where no full stop does. */
const pauseSeconds = 2;

/** By the start of their sentences, so that "mm-hmm" from the other side tears none. */
function inOrder(channels: readonly (readonly Cue[])[]): readonly Cue[] {
  if (channels.length < 2) return channels.flat();
  const timed = channels.flatMap((cues) => {
    let at = 0;
    let goesOn = false;
    let silentSince = 0;
    return cues.map((cue) => {
      const { startSeconds = at, endSeconds = startSeconds } = cue;
      if (!goesOn || startSeconds - silentSince > pauseSeconds) at = Math.max(at, startSeconds);
      goesOn = !/[.!?…。！？]["”’)]*\s*$/.test(cue.text);
      silentSince = endSeconds;
      return { cue, at };
    });
  });
  return timed.sort((one, other) => one.at - other.at).map(({ cue }) => cue);
}

function channelCues(channel: JsonObject, index: number, channels: readonly JsonObject[]): Cue[] {
  const best = objectsOf(channel.alternatives)[0] ?? {};
  const owner = channels.length > 1 ? { speaker: String(index) } : {};
  const paragraphs = objectsOf(isObject(best.paragraphs) ? best.paragraphs.paragraphs : undefined);
  if (paragraphs.length > 0) return paragraphs.flatMap((paragraph) => paragraphCues(paragraph, owner));
  const words = objectsOf(best.words);
  const diarised = words.some(({ speaker }) => speaker !== undefined);
  if (diarised || channels.length > 1)
    return words.map((word) => ({ ...owner, ...cueOf(word, word.punctuated_word ?? word.word) }));
  return alignedWords({ text: textOf(best.transcript) ?? '', words: words.map(timed) });
}

function paragraphCues(paragraph: JsonObject, owner: { readonly speaker?: string }): Cue[] {
  return objectsOf(paragraph.sentences).map((sentence, index) => ({
    ...owner,
    ...cueOf(sentence, sentence.text),
    ...known({ speaker: labelOf(paragraph.speaker) }),
    paragraph: index === 0,
  }));
}

function utteranceCues(utterance: JsonObject): Cue[] {
  return alignedWords({
    text: textOf(utterance.transcript) ?? '',
    words: objectsOf(utterance.words).map(timed),
    speaker: labelOf(utterance.speaker ?? utterance.channel),
    startSeconds: secondsOf(utterance.start),
    endSeconds: secondsOf(utterance.end),
  });
}

function timed(word: JsonObject) {
  return {
    text: textOf(word.punctuated_word ?? word.word) ?? '',
    startSeconds: secondsOf(word.start),
    endSeconds: secondsOf(word.end),
  };
}

function cueOf({ speaker, start, end }: JsonObject, text: unknown): Cue {
  const facts = { speaker: labelOf(speaker), startSeconds: secondsOf(start), endSeconds: secondsOf(end) };
  return { text: textOf(text) ?? '', ...known(facts) };
}
