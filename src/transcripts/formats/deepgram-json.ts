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
  needs: 'Deepgram’s JSON is an object with "results" that hold "channels".',

  recognise(value) {
    return isObject(value) && isObject(value.results) && listOf(value.results.channels, 'alternatives') ? 0.95 : 0;
  },

  read(value) {
    const results = isObject(value) && isObject(value.results) ? value.results : {};
    const channels = objectsOf(results.channels);
    const utterances = objectsOf(results.utterances);
    // Several channels are several people who talk at once: each stands for itself, and who speaks when tells the order.
    const cues = channels.length > 1 && utterances.length > 0 ? spokenCues(utterances) : channelsCues(channels);
    return { facts: languageOf(channels[0]?.detected_language), cues };
  },
});

function* spokenCues(utterances: readonly JsonObject[]): Generator<Cue> {
  for (const utterance of utterances) yield* utteranceCues(utterance);
}

function channelsCues(channels: readonly JsonObject[]): Iterable<Cue> {
  const [first, ...others] = channels;
  if (first === undefined) return [];
  if (channels.length > mostChannels)
    throw new VerbatimError('malformed', 'It has more channels than any recording.', { line: 1 });
  return others.length === 0
    ? channelCues(first, {})
    : inOrder(channels.map((channel, index) => [...channelCues(channel, { speaker: String(index) })]));
}

interface Owner {
  readonly speaker?: string;
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

/** @param owner who speaks on it, where there are several. */
function* channelCues(channel: JsonObject, owner: Owner): Generator<Cue> {
  const best = objectsOf(channel.alternatives)[0] ?? {};
  const paragraphs = objectsOf(isObject(best.paragraphs) ? best.paragraphs.paragraphs : undefined);
  for (const paragraph of paragraphs) yield* paragraphCues(paragraph, owner);
  if (paragraphs.length > 0) return;
  const words = objectsOf(best.words);
  if (owner.speaker === undefined && words.every(({ speaker }) => speaker === undefined)) {
    yield* alignedWords({ text: textOf(best.transcript) ?? '', words: timed(words) });
    return;
  }
  for (const word of words) yield { ...owner, ...cueOf(word, word.punctuated_word ?? word.word) };
}

function paragraphCues(paragraph: JsonObject, owner: Owner): Cue[] {
  return objectsOf(paragraph.sentences).map((sentence, index) => ({
    ...owner,
    ...cueOf(sentence, sentence.text),
    ...known({ speaker: labelOf(paragraph.speaker) }),
    paragraph: index === 0,
  }));
}

function utteranceCues(utterance: JsonObject): Iterable<Cue> {
  return alignedWords({
    text: textOf(utterance.transcript) ?? '',
    words: timed(objectsOf(utterance.words)),
    speaker: labelOf(utterance.speaker ?? utterance.channel),
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
