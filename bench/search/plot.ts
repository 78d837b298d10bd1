// Plots as SVG on scales of powers of ten, readable in the light and in the dark.

const style = `<style>
  text { font: 14px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600 } .mark { font-size: 12px; fill: #57606a }
  line { stroke: #d0d7de } polyline { fill: none; stroke-width: 2.5 } .bar { fill: #8c959f } .ours { fill: #1a7f37 }
  .first { stroke: #1a7f37; fill: #1a7f37 } .second { stroke: #0969da; fill: #0969da } .third { stroke: #bc4c00; fill: #bc4c00 }
  .pace { stroke: #8c959f; stroke-dasharray: 5 5 } text.first, text.second, text.third { stroke: none } polyline.first,
  polyline.second, polyline.third { fill: none }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .mark { fill: #8b949e } line { stroke: #30363d } .ours { fill: #3fb950 }
    .first { stroke: #3fb950; fill: #3fb950 } .second { stroke: #58a6ff; fill: #58a6ff } .third { stroke: #f0883e; fill: #f0883e }
  }
</style>`;

/** Powers of ten around these values, and where a value stands among them: from 0 to 1. */
function scaleOf(values: readonly number[]) {
  const least = 10 ** Math.floor(Math.log10(Math.min(...values)));
  const most = Math.max(10 ** Math.ceil(Math.log10(Math.max(...values))), least * 10);
  const powers = Math.round(Math.log10(most / least));
  return {
    marks: Array.from({ length: powers + 1 }, (_, at) => least * 10 ** at),
    place: (value: number) => Math.log10(value / least) / powers,
  };
}

export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** The first bar is ours. @param unit what stands behind each figure (`ms`). */
export function plotBars(title: string, bars: readonly Bar[], unit: string): string {
  const [labels, width, row, foot] = [230, 760, 34, 34];
  const { marks, place } = scaleOf(bars.map(({ value }) => value));
  const x = (value: number) => Math.round(labels + (width - labels - 90) * place(value));
  const height = 44 + bars.length * row + foot;
  return picture(title, width, height, [
    ...marks.map(
      (mark) =>
        `<line x1="${x(mark)}" x2="${x(mark)}" y1="36" y2="${height - foot}"/><text class="mark" x="${x(mark)}" y="${height - foot + 18}" text-anchor="middle">${figure(mark)} ${unit}</text>`,
    ),
    ...bars.map(({ label, value }, at) => {
      const y = 44 + at * row;
      return `<text x="0" y="${y + 16}">${inert(label)}</text><rect class="${at === 0 ? 'ours' : 'bar'}" x="${labels}" y="${y}" width="${x(value) - labels}" height="22" rx="3"/><text x="${x(value) + 8}" y="${y + 16}">${figure(value)} ${unit}</text>`;
    }),
  ]);
}

export interface Curve {
  readonly label: string;
  /** One for each place along the bottom. */
  readonly values: readonly number[];
}

/**
 * Up to three curves over a growing quantity, the first of them beside one that grows as that does.
 * @param along how much there is at each place, ascending; named by `names`.
 */
export function plotCurves(
  title: string,
  along: readonly number[],
  names: readonly string[],
  curves: readonly Curve[],
  unit: string,
): string {
  const [left, right, top, bottom, width, height] = [70, 120, 44, 320, 760, 370];
  const [start = 1] = along;
  const first = curves[0]?.values[0] ?? 1;
  const pace = along.map((each) => (first * each) / start);
  const { marks, place } = scaleOf([...curves.flatMap(({ values }) => values), ...pace]);
  const end = along.at(-1) ?? 1;
  const x = (value: number) =>
    Math.round(left + ((width - left - right) * Math.log10(value / start)) / Math.log10(end / start));
  const y = (value: number) => Math.round(bottom - (bottom - top) * place(value));
  const line = (values: readonly number[], kind: string) =>
    `<polyline class="${kind}" points="${values.map((value, at) => `${x(along[at] ?? start)},${y(value)}`).join(' ')}"/>`;
  const kinds = ['first', 'second', 'third'];
  return picture(title, width, height, [
    ...marks.map(
      (mark) =>
        `<line x1="${left}" x2="${width - right}" y1="${y(mark)}" y2="${y(mark)}"/><text class="mark" x="${left - 8}" y="${y(mark) + 4}" text-anchor="end">${figure(mark)} ${unit}</text>`,
    ),
    ...along.map(
      (each, at) =>
        `<text class="mark" x="${x(each)}" y="${bottom + 22}" text-anchor="middle">${inert(names[at] ?? '')}</text>`,
    ),
    line(pace, 'pace'),
    `<text class="mark" x="${width - right + 10}" y="${y(pace.at(-1) ?? 1) + 4}">pace of the archive</text>`,
    ...curves.flatMap(({ label, values }, at) => {
      const kind = kinds[at] ?? 'third';
      const last = values.at(-1) ?? 1;
      return [
        line(values, kind),
        ...values.map((value, step) => {
          const [cx, cy] = [x(along[step] ?? start), y(value)];
          const said =
            step === values.length - 1 ? '' : `<text class="mark" x="${cx}" y="${cy - 10}">${figure(value)}</text>`;
          return `<circle class="${kind}" cx="${cx}" cy="${cy}" r="4"/>${said}`;
        }),
        `<text class="${kind}" x="${width - right + 10}" y="${y(last) + 4}">${inert(label)} ${figure(last)} ${unit}</text>`,
      ];
    }),
  ]);
}

function picture(title: string, width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${inert(title)}">
${style}
<text class="title" x="0" y="20">${inert(title)}</text>
${parts.join('\n')}
</svg>
`;
}

function figure(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 2 : 3 });
}

function inert(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
