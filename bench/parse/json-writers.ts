// Writes one talk in each format that is JSON, as the programs that make them do.
import { clock, endOf, label, lines, milliseconds, startOf, textOf, words } from './lines.ts';
import type { Turn } from './talk.ts';

/** By the name of the format, and of its dialect where it has several. */
export const jsonWriters: Readonly<Record<string, (turns: readonly Turn[]) => string>> = {
  'podcast-json': (turns) =>
    json({
      version: '1.0.0',
      segments: lines(turns).map(({ turn, text, start, end }) => ({
        speaker: turn.speaker,
        startTime: start,
        endTime: end,
        body: text,
      })),
    }),
  'podcast-json, words': (turns) =>
    json({
      version: '1.0.0',
      segments: words(turns).map(({ turn, word }) => ({
        speaker: turn.speaker,
        startTime: word.startSeconds,
        endTime: word.endSeconds,
        body: word.text,
      })),
    }),
  'podlove-json': (turns) =>
    json(
      lines(turns).map(({ turn, text, start, end }) => ({
        start: clock(start, '.'),
        start_ms: start * 1000,
        end: clock(end, '.'),
        end_ms: end * 1000,
        speaker: turn.speaker,
        voice: turn.speaker,
        text,
      })),
    ),
  'whisper-json': (turns) =>
    json({
      text: '',
      segments: lines(turns).map(({ text, start, end }, id) => ({
        id,
        seek: 0,
        start,
        end,
        text: ` ${text}`,
        tokens: [50364, 440, 1219, 307, 322],
        temperature: 0,
        avg_logprob: -0.2,
        compression_ratio: 1.1,
        no_speech_prob: 0.01,
      })),
      language: 'en',
    }),
  'whisper-json, words and speakers': (turns) =>
    json({
      segments: lines(turns).map(({ turn, text, start, end, words: timed }) => ({
        start,
        end,
        text: ` ${text}`,
        speaker: label(turn),
        words: timed.map((word) => ({
          word: word.text,
          start: word.startSeconds,
          end: word.endSeconds,
          score: 0.9,
          speaker: label(turn),
        })),
      })),
    }),
  'whisper-cpp-json': (turns) =>
    json({
      transcription: lines(turns).map(({ text, start, end }) => ({
        timestamps: { from: clock(start, ','), to: clock(end, ',') },
        offsets: { from: start * 1000, to: end * 1000 },
        text: ` ${text}`,
      })),
    }),
  'assemblyai-json': (turns) =>
    json({
      status: 'completed',
      utterances: turns.map((turn) => ({
        speaker: label(turn),
        start: milliseconds(startOf(turn)),
        end: milliseconds(endOf(turn)),
        text: textOf(turn),
        words: turn.sentences.flat().map(({ text, startSeconds, endSeconds }) => ({
          text,
          start: milliseconds(startSeconds),
          end: milliseconds(endSeconds),
          confidence: 0.9,
          speaker: label(turn),
        })),
      })),
    }),
  'deepgram-json': (turns) =>
    json({
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: turns.map(textOf).join(' '),
                words: words(turns).map(({ turn, word }) => ({
                  word: word.text,
                  start: word.startSeconds,
                  end: word.endSeconds,
                  confidence: 0.9,
                  speaker: turn.speaker.length % 3,
                  punctuated_word: word.text,
                })),
              },
            ],
          },
        ],
      },
    }),
  'revai-json': (turns) =>
    json({
      monologues: turns.map((turn, at) => ({
        speaker: at % 3,
        elements: turn.sentences.flat().flatMap(({ text, startSeconds, endSeconds }) => [
          { type: 'text', value: text, ts: startSeconds, end_ts: endSeconds, confidence: 1 },
          { type: 'punct', value: ' ' },
        ]),
      })),
    }),
  'youtube-json3': (turns) =>
    json({
      wireMagic: 'pb3',
      events: lines(turns).flatMap(({ start, end, words: timed }) => [
        {
          tStartMs: milliseconds(start),
          dDurationMs: milliseconds(end - start),
          segs: timed.map(({ text, startSeconds }) => ({
            utf8: ` ${text}`,
            tOffsetMs: milliseconds(startSeconds - start),
          })),
        },
        { tStartMs: milliseconds(end), dDurationMs: 10, aAppend: 1, segs: [{ utf8: '\n' }] },
      ]),
    }),
  'positioned-json': (turns) =>
    json({
      publication: 'Crumbs',
      transcript: lines(turns).map(({ turn, text, start, end }, pos) => ({
        pos,
        timestamp: milliseconds(start) * 1e6,
        duration: milliseconds(end - start) * 1e6,
        timestamp_inferred: false,
        type: 'chat',
        actor: turn.speaker,
        content: text,
      })),
    }),
  'cue-json': (turns) =>
    json(lines(turns).map(({ text, start, end }) => ({ start: milliseconds(start), end: milliseconds(end), text }))),
};

const json = JSON.stringify;
