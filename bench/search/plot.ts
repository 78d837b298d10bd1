// A bar chart as SVG, on a scale of powers of ten, readable in the light and in the dark.

export interface Bar {
  readonly label: string;
  readonly value: number;
}

const [labels, width, row, foot] = [230, 760, 34, 34];

/** @param unit what stands behind each figure (`ms`). */
export function plotBars(title: string, bars: readonly Bar[], unit: string): string {
  const least = 10 ** Math.floor(Math.log10(Math.min(...bars.map(({ value }) => value))));
  const most = 10 ** Math.ceil(Math.log10(Math.max(...bars.map(({ value }) => value))));
  const place = (value: number) =>
    labels + ((width - labels - 90) * Math.log10(value / least)) / Math.log10(most / least);
  const height = 44 + bars.length * row + foot;
  const marks = Array.from({ length: Math.round(Math.log10(most / least)) + 1 }, (_, at) => least * 10 ** at);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${inert(title)}">
<style>
  text { font: 14px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600 } .mark { font-size: 12px; fill: #57606a } line { stroke: #d0d7de }
  rect { fill: #8c959f } .ours { fill: #1a7f37 }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .mark { fill: #8b949e } line { stroke: #30363d } }
</style>
<text class="title" x="0" y="20">${inert(title)}</text>
${marks
  .map(
    (mark) =>
      `<line x1="${place(mark)}" x2="${place(mark)}" y1="36" y2="${height - foot}"/><text class="mark" x="${place(mark)}" y="${height - foot + 18}" text-anchor="middle">${mark.toLocaleString('en')} ${unit}</text>`,
  )
  .join('\n')}
${bars
  .map(({ label, value }, at) => {
    const y = 44 + at * row;
    return `<text x="0" y="${y + 16}">${inert(label)}</text><rect${at === 0 ? ' class="ours"' : ''} x="${labels}" y="${y}" width="${(place(value) - labels).toFixed(1)}" height="22" rx="3"/><text x="${(place(value) + 8).toFixed(1)}" y="${y + 16}">${value.toLocaleString('en', { maximumSignificantDigits: 2 })} ${unit}</text>`;
  })
  .join('\n')}
</svg>
`;
}

function inert(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
