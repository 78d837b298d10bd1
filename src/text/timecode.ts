// Reads a time as any transcript writes it, and writes one as people read it.

/** `H:MM:SS`, `MM:SS` or `SS`, a fraction after a dot or a comma, frames after a fourth colon (or a semicolon, as SMPTE has it). */
const shape = /^(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,7})?(?:[.,](\d{1,9}))?$/;
const frames = /^(\d{1,4}:\d{1,2}:\d{1,2})[:;]\d{1,2}$/;

/**
 * Seconds, or `undefined` where the text is no time. A fraction is a decimal fraction whatever its length (`0:01.5` is one and a
 * half seconds); frames are dropped, since how many make a second is not written; hours may have any number of digits.
 */
export function parseTimecode(text: string): number | undefined {
  const clock = text.trim();
  const match = shape.exec(clock) ?? shape.exec(frames.exec(clock)?.[1] ?? '');
  if (match === null) return undefined;
  const [, hours, minutes, seconds, fraction] = match;
  if (seconds === undefined && (minutes !== undefined || fraction === undefined)) return undefined;
  // Above the smallest unit that is written first, sixty make the next: "1:75:00" is no time, "75:00" is.
  if (minutes !== undefined && Number(seconds) >= 60) return undefined;
  if (hours !== undefined && Number(minutes) >= 60) return undefined;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  if (fraction === undefined) return whole;
  // One division of whole numbers comes out as the decimal itself would.
  const unit = 10 ** fraction.length;
  return (whole * unit + Number(fraction)) / unit;
}

/** `2:11`, `1:02:11`: whole seconds, rounded down, so that a link starts before the words and not after them. */
export function formatTimecode(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
