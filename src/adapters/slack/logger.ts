// Bolt's log lines in Verbatim's own log. What Bolt calls debug holds what people typed: that is for `trace` alone.

import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

export function boltLogger(log: Logger): BoltLogger {
  const say = (level: 'trace' | 'info' | 'warn' | 'error', lines: readonly unknown[]): void => {
    const [error] = lines.filter((line) => line instanceof Error);
    const words = lines.filter((line) => !(line instanceof Error)).map(String);
    log[level](error === undefined ? {} : { err: error }, words.join(' ') || String(error?.message));
  };
  return {
    debug: (...lines) => say('trace', lines),
    info: (...lines) => say('info', lines),
    warn: (...lines) => say('warn', lines),
    // What Bolt calls an error it mends or hands on: those that cost somebody an answer are logged where that is known.
    error: (...lines) => say('warn', lines),
    setLevel: () => {},
    getLevel: () => (log.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
    setName: () => {},
  };
}
