// Moments as people say them: "12 min ago", "in 3 hours".

const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** At most 11 characters, so that it fits a column. */
export function inWords(moment: Date, now: Date): string {
  const seconds = (moment.getTime() - now.getTime()) / 1000;
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length * 0.99) ?? ['minute', 60];
  const count = Math.round(seconds / length);
  if (count === 0) return seconds > 0 ? 'in a minute' : 'just now';
  return new Intl.RelativeTimeFormat('en', { style: 'short' }).format(count, unit).replace('.', '');
}
