// Transcripts for tests that care about where they come from and not about how they are written.

/** A WebVTT transcript in which each turn is `Name: what is said`, five seconds each. */
export function vtt(...turns: readonly string[]): string {
  const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);
  const cues = turns.map((turn, at) => {
    const [, name = '', said = ''] = /^(.+?): (.*)$/s.exec(turn) ?? [];
    return `${time(at * 5)} --> ${time(at * 5 + 5)}\n<v ${name}>${said}`;
  });
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}
