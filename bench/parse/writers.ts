// Writes one talk in each format that transcripts come in, as the programs that make them do.
import type { Turn, Word } from './talk.ts';

/** By the name of the format, and of its dialect where it has several. */
export const writers: Readonly<Record<string, (turns: readonly Turn[]) => string>> = {
  webvtt: (turns) => captions(turns, '.', (text, { speaker }) => `<v ${speaker}>${text}`, 'WEBVTT\n\n'),
  'webvtt, rolling': (turns) => `WEBVTT\nKind: captions\n\n${rolling(turns)}`,
  srt: (turns) => captions(turns, ',', (text, { speaker }, first) => (first ? `${speaker}: ${text}` : text), '', true),
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
        speaker: label(turns, turn),
        words: timed.map((word) => ({
          word: word.text,
          start: word.startSeconds,
          end: word.endSeconds,
          score: 0.9,
          speaker: label(turns, turn),
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
        speaker: label(turns, turn),
        start: milliseconds(startOf(turn)),
        end: milliseconds(endOf(turn)),
        text: textOf(turn),
        words: turn.sentences.flat().map(({ text, startSeconds, endSeconds }) => ({
          text,
          start: milliseconds(startSeconds),
          end: milliseconds(endSeconds),
          confidence: 0.9,
          speaker: label(turns, turn),
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
                  speaker: turns.indexOf(turn) % 3,
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
  'podlove-xml': (turns) =>
    `<?xml version="1.0"?>\n<pst:transcript xmlns:pst="https://example.org/pst">\n${turns
      .map(
        (turn) =>
          `<pst:speech><pst:speaker id="x">${turn.speaker}</pst:speaker>${lines([turn])
            .map(
              ({ text, start, end }) =>
                `<pst:item start="${clock(start, '.')}" end="${clock(end, '.')}">${text}</pst:item>`,
            )
            .join('\n')}</pst:speech>`,
      )
      .join('\n')}</pst:transcript>`,
  'youtube-xml': (turns) =>
    `<?xml version="1.0"?><transcript>${lines(turns)
      .map(({ text, start, end }) => `<text start="${start}" dur="${(end - start).toFixed(2)}">${text}</text>`)
      .join('')}</transcript>`,
  'youtube-xml, srv3': (turns) =>
    `<?xml version="1.0"?><timedtext format="3"><body>${lines(turns)
      .map(
        ({ start, end, words: timed }) =>
          `<p t="${milliseconds(start)}" d="${milliseconds(end - start)}">${timed
            .map(({ text, startSeconds }) => `<s t="${milliseconds(startSeconds - start)}"> ${text}</s>`)
            .join('')}</p>`,
      )
      .join('\n')}</body></timedtext>`,
  'front-matter': (turns) =>
    `---\ntitle: Kettles\ntranscript:\n${turns
      .map((turn) => `  - line: "${textOf(turn)}"\n    sec: ${startOf(turn)}\n    who: ${turn.speaker}`)
      .join('\n')}\n---\nNotes.\n`,
  'changelog-markdown': (turns) =>
    turns.map((turn) => `**${turn.speaker}:** ${textOf(turn)} \\[${clock(endOf(turn), '.')}\\]`).join('\n\n'),
  'podcast-html': (turns) =>
    turns
      .map((turn) => `<cite>${turn.speaker}:</cite>\n<time>${clock(startOf(turn), '.')}</time>\n<p>${textOf(turn)}</p>`)
      .join('\n'),
  otter: (turns) =>
    turns.map((turn) => `${turn.speaker}  ${clock(startOf(turn), '.').slice(0, -4)}\n${textOf(turn)}`).join('\n\n'),
  'timed-lines': (turns) =>
    lines(turns)
      .map(({ turn, text, start }) => `[${clock(start, '.').slice(0, -4)}] ${turn.speaker}: ${text}`)
      .join('\n'),
  'html-page': (turns) =>
    `<!doctype html><html><head><title>Kettles</title></head><body><nav>Home</nav><article><h1>Kettles</h1>${turns
      .map((turn) => `<p><strong>${turn.speaker}:</strong> ${textOf(turn)}</p>`)
      .join('\n')}</article></body></html>`,
  prose: (turns) => `Kettles\n\n${turns.map((turn) => `${turn.speaker}: ${textOf(turn)}`).join('\n\n')}`,
};

const json = JSON.stringify;
const milliseconds = (seconds: number): number => Math.round(seconds * 1000);
const wordsText = (timed: readonly Word[]): string => timed.map(({ text }) => text).join(' ');
const textOf = ({ sentences }: Turn): string => sentences.map(wordsText).join(' ');
const startOf = ({ sentences }: Turn): number => sentences[0]?.[0]?.startSeconds ?? 0;
const endOf = ({ sentences }: Turn): number => sentences.at(-1)?.at(-1)?.endSeconds ?? 0;

function label(_turns: readonly Turn[], { speaker }: Turn): string {
  return `SPEAKER_0${speaker.length % 3}`;
}

function words(turns: readonly Turn[]): { turn: Turn; word: Word }[] {
  return turns.flatMap((turn) => turn.sentences.flatMap((sentence) => sentence.map((word) => ({ turn, word }))));
}

interface Line {
  readonly turn: Turn;
  readonly words: readonly Word[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly first: boolean;
}

const wordsALine = 8;

/** As captions break them: some words, wherever a sentence ends. */
function lines(turns: readonly Turn[]): Line[] {
  return turns.flatMap((turn) => {
    const all = turn.sentences.flat();
    return Array.from({ length: Math.ceil(all.length / wordsALine) }, (_, at) => {
      const timed = all.slice(at * wordsALine, (at + 1) * wordsALine);
      return {
        turn,
        words: timed,
        text: wordsText(timed),
        start: timed[0]?.startSeconds ?? 0,
        end: timed.at(-1)?.endSeconds ?? 0,
        first: at === 0,
      };
    });
  });
}

function captions(
  turns: readonly Turn[],
  point: string,
  said: (text: string, turn: Turn, first: boolean) => string,
  head: string,
  numbered = false,
): string {
  const blocks = lines(turns).map(
    ({ turn, text, start, end, first }, at) =>
      `${numbered ? `${at + 1}\n` : ''}${clock(start, point)} --> ${clock(end, point)}\n${said(text, turn, first)}\n`,
  );
  return head + blocks.join('\n');
}

/** As YouTube writes them: each line is shown growing word by word, then whole, then above the next. */
function rolling(turns: readonly Turn[]): string {
  let above = ' ';
  return lines(turns)
    .map(({ words: timed, text, start, end }) => {
      const growing = timed.map((word, at) =>
        at === 0 ? word.text : `<${clock(word.startSeconds, '.')}><c> ${word.text}</c>`,
      );
      const blocks = [
        `${clock(start, '.')} --> ${clock(end, '.')} align:start position:0%\n${above}\n${growing.join('')}\n`,
        `${clock(end, '.')} --> ${clock(end + 0.01, '.')} align:start position:0%\n${text}\n \n`,
      ];
      above = text;
      return blocks.join('\n');
    })
    .join('\n');
}

/** `01:02:03.004`. */
function clock(seconds: number, point: string): string {
  const all = milliseconds(seconds);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const rest = String(all % 1000).padStart(3, '0');
  return `${two(all / 3_600_000)}:${two((all / 60_000) % 60)}:${two((all / 1000) % 60)}${point}${rest}`;
}
