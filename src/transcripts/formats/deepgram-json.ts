// JSON of Deepgram (https://developers.deepgram.com/docs/pre-recorded-audio): paragraphs, utterances or words in seconds.
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
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
  textOf,
} from '../json.ts';
import type { Cue } from '../transcript.ts';

export const deepgramJson = jsonFormat({
  name: 'deepgram-json',
  needs: 'Deepgram’s JSON is an object with "results" that hold "channels" or "utterances".',

  recognise(value) {
    if (!isObject(value) || !isObject(value.results)) return 0;
    const { channels, utterances } = value.results;
    return listOf(channels, 'alternatives') || listOf(utterances, 'start', 'transcript') ? 0.95 : 0;
  },

  read(value) {
    const results = isObject(value) && isObject(value.results) ? value.results : {};
    const channels = objectsOf(results.channels);
    const utterances = objectsOf(results.utterances);
    // Several channels are several people who talk at once: each stands for itself, and who speaks when tells the order.
    const cues = channels.length !== 1 && utterances.length > 0 ? spokenCues(utterances) : channelsCues(channels);
    return { facts: languageOf(channels[0]?.detected_language), cues };
  },
});

function* spokenCues(utterances: readonly JsonObject[]): Generator<Cue> {
  const labelOn = labels(utterances.some(({ channel }) => channel !== undefined && channel !== 0));
  for (const utterance of utterances) yield* utteranceCues(utterance, labelOn);
}

/** Of who speaks on a channel: on each of several they are counted from 0 anew, and the same number is somebody else. */
type Label = (channel: unknown, speaker: unknown) => string | undefined;

function labels(areSeveral: boolean): Label {
  if (!areSeveral) return (channel, speaker) => labelOf(speaker ?? channel);
  const found = new Map<string, string>();
  return (channel, speaker) => {
    const key = JSON.stringify([channel ?? 0, speaker ?? null]);
    const label = found.get(key) ?? String(found.size);
    found.set(key, label);
    return label;
  };
}

function channelsCues(channels: readonly JsonObject[]): Iterable<Cue> {
  const [first, ...others] = channels;
  if (first === undefined) return [];
  if (channels.length > mostChannels)
    throw new VerbatimError('malformed', 'It has more channels than any recording.', { line: 1 });
  if (others.length === 0) return channelCues(first, true);
  const labelOn = labels(true);
  return inOrder(channels.map((channel, index) => [...labelled(channelCues(channel, false), index, labelOn)]));
}

/** Where somebody is named on a channel, who is not named goes on. */
function* labelled(cues: Iterable<Cue>, channel: number, labelOn: Label): Generator<Cue> {
  let speaker: Cue['speaker'];
  for (const cue of cues) {
    speaker = cue.speaker ?? speaker;
    yield { ...cue, ...known({ speaker: labelOn(channel, speaker) }) };
  }
}

/** A panel has a dozen. */
const mostChannels = 1000;

/** As long a silence as ends what somebody says where no full stop does. */
const pauseSeconds = 2;

/** By the start of their sentences, so that "mm-hmm" from the other side tears none. */
function inOrder(channels: readonly (readonly Cue[])[]): readonly Cue[] {
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

/** @param isAlone False where its words are laid between those of other channels. */
function* channelCues(channel: JsonObject, isAlone: boolean): Generator<Cue> {
  const best = objectsOf(channel.alternatives)[0] ?? {};
  const paragraphs = objectsOf(isObject(best.paragraphs) ? best.paragraphs.paragraphs : undefined);
  for (const paragraph of paragraphs) yield* paragraphCues(paragraph);
  if (paragraphs.length > 0) return;
  const words = objectsOf(best.words);
  if (isAlone && words.every(({ speaker }) => speaker === undefined)) {
    yield* alignedWords({ text: textOf(best.transcript) ?? '', words: timed(words) });
    return;
  }
  for (const word of words) yield cueOf(word, word.punctuated_word ?? word.word);
}

function paragraphCues(paragraph: JsonObject): Cue[] {
  return objectsOf(paragraph.sentences).map((sentence, index) => ({
    ...cueOf(sentence, sentence.text),
    ...known({ speaker: labelOf(paragraph.speaker) }),
    paragraph: index === 0,
  }));
}

function utteranceCues(utterance: JsonObject, labelOn: Label): Iterable<Cue> {
  return alignedWords({
    text: textOf(utterance.transcript) ?? '',
    words: timed(objectsOf(utterance.words)),
    speaker: labelOn(utterance.channel, utterance.speaker),
    startSeconds: secondsOf(utterance.start),
    endSeconds: secondsOf(utterance.end),
  });
}

function* timed(words: readonly JsonObject[]): Generator<TimedWord> {
  for (const word of words) {
    yield {
      text: textOf(word.punctuated_word ?? word.word) ?? '',
      startSeconds: secondsOf(word.start),
      endSeconds: secondsOf(word.end),
    };
  }
}

function cueOf({ speaker, start, end }: JsonObject, text: unknown): Cue {
  const facts = { speaker: labelOf(speaker), startSeconds: secondsOf(start), endSeconds: secondsOf(end) };
  return { text: textOf(text) ?? '', ...known(facts) };
}
