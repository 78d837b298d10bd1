// How far an import is.

import type { ImportProgress } from '../ingest/report.ts';
import { createBar } from './bar.ts';

export interface ProgressBar {
  readonly show: (progress: ImportProgress) => void;
  readonly clear: () => void;
}

export function showProgress(stream: NodeJS.WritableStream): ProgressBar {
  const format = '{bar} {value}/{total} · {eta_formatted} left · {current}';
  const { show, clear } = createBar(stream, { format, formatTime: timeLeft });
  return { show: ({ done, total, current }) => show(total, done, { current }), clear };
}

/** Nothing is known before the first episode is through. */
function timeLeft(seconds: number): string {
  if (!Number.isFinite(seconds)) return '…';
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)}h${minutes % 60}m`;
  return minutes === 0 ? `${Math.ceil(seconds)}s` : `${minutes}m${Math.floor(seconds % 60)}s`;
}
