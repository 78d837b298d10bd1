// The log: lines of JSON on standard error, or lines for people where that is a terminal. Tokens and what people ask
// are never logged at `info`; a field that could hold a token is blotted out wherever it appears.

import { destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

const secrets = ['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'password'];

export async function createLog(level: string): Promise<Logger> {
  const options = {
    level,
    base: null,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.headers.${name}`]), censor: '…' },
  };
  // Written at once: a log that is lost with the process that failed has told nothing.
  if (!process.stderr.isTTY) return pino(options, destination({ dest: 2, sync: true }));
  const { default: pretty } = await import('pino-pretty');
  return pino(options, pretty({ destination: 2, sync: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' }));
}
