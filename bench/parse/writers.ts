// Writes one talk in each format that transcripts come in, as the programs that make them do.
import { jsonWriters } from './json-writers.ts';
import { clock, endOf, lines, milliseconds, startOf, textOf } from './lines.ts';
import type { Turn } from './talk.ts';

/** By the name of the format, and of its dialect where it has several. */
export const writers: Readonly<Record<string, (turns: readonly Turn[]) => string>> = {
  webvtt: (turns) => captions(turns, '.', (text, { speaker }) => `<v ${speaker}>${text}`, 'WEBVTT\n\n'),
  'webvtt, rolling': (turns) => `WEBVTT\nKind: captions\n\n${rolling(turns)}`,
  srt: (turns) => captions(turns, ',', (text, { speaker }, first) => (first ? `${speaker}: ${text}` : text), '', true),
  ...jsonWriters,
  'timed-table': (turns) =>
    `start\tend\ttext\n${lines(turns)
      .map(({ text, start, end }) => `${milliseconds(start)}\t${milliseconds(end)}\t${text}`)
      .join('\n')}`,
  sbv: (turns) =>
    lines(turns)
      .map(({ text, start, end }) => `${clock(start, '.')},${clock(end, '.')}\n${text}\n`)
      .join('\n'),
  ttml: (turns) =>
    `<tt xmlns="http://www.w3.org/ns/ttml"><body><div>${lines(turns)
      .map(({ text, start, end }) => `<p begin="${start}s" end="${end}s">${text}</p>`)
      .join('\n')}</div></body></tt>`,
  'headed-turns': (turns) =>
    turns.map((turn) => `${turn.speaker} (${clock(startOf(turn), '.').slice(0, -4)})\n${textOf(turn)}`).join('\n\n'),
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
