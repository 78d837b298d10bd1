// The environment's variables, each with the shape it must have and the mend where it has another.

import { z } from 'zod';
import { parseAllowedAddress } from '../text/allowed-address.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const address = z
  .url({ protocol: /^https?$/, error: 'give a whole address such as https://bot.example.org.' })
  .transform((url) => url.replace(/\/+$/, ''));
const snowflake = (mend: string) => z.string().regex(/^\d{17,20}$/, mend);

const allowedAddresses = z.string().transform((text, context) =>
  text.split(/[\s,]+/).flatMap((entry) => {
    const allowed = parseAllowedAddress(entry);
    if (allowed === undefined && entry !== '') {
      context.addIssue(
        `“${entry}” is no host, address or network. Give for example nas.local, 192.168.1.20:8080, 10.0.0.0/8 or [fd00::1]:8080, with commas in between.`,
      );
    }
    return allowed ?? [];
  }),
);

export const variables = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      'give the bot token from the Bot page of your application; it has two dots in it.',
    )
    .optional(),
  DISCORD_APPLICATION_ID: snowflake(
    'give the number from the General Information page of your application.',
  ).optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'give the 64 hexadecimal digits from the General Information page of your application.')
    .optional(),
  DISCORD_GUILD_ID: snowflake('give the number of a server (Copy Server ID in its menu).').optional(),
  DISCORD_API_URL: address.optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'give the Bot User OAuth Token; it starts with xoxb-.').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'give the app-level token; it starts with xapp-.').optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{16,}$/i, 'give the Signing Secret from the Basic Information page of your app.')
    .optional(),
  SLACK_API_URL: address.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('give a number from 0 to 65535.')
    .int('give a whole number from 0 to 65535.')
    .min(0, 'give a number from 0 to 65535.')
    .max(65_535, 'give a number from 0 to 65535.')
    .default(3000),
  PUBLIC_URL: address.optional(),
  FETCH_ALLOW: allowedAddresses.default([]),
  DEFAULT_LOCALE: z
    .string()
    .regex(/^(en|id)([-_]\w+)*$/i, 'give a language that Verbatim speaks: en or id.')
    .default('en'),
  TRANSCRIBE_URL: address
    .refine(
      (url) => new URL(url).username === '',
      'give it without a name and password; a key goes to TRANSCRIBE_API_KEY.',
    )
    .transform(transcriptionAddress)
    .optional(),
  TRANSCRIBE_API_KEY: z.string().optional(),
  TRANSCRIBE_MODEL: z.string().default('whisper-1'),
  TRANSCRIBE_MAX_HOURS_PER_DAY: z.coerce
    .number('give a number of hours, such as 2 or 0.5; 0 transcribes nothing.')
    .min(0, 'give a number of hours, such as 2 or 0.5; 0 transcribes nothing.')
    .default(2),
  TRANSCRIBE_MAX_MB: z.coerce
    .number('give a number of megabytes, such as 25.')
    .min(0.5, 'give 0.5 megabytes or more: less holds no 15 seconds of audio.')
    .default(25),
  LOG_LEVEL: z.enum(logLevels, { error: `give one of ${logLevels.join(', ')}.` }).default('info'),
});

export type Variables = z.output<typeof variables>;

/** `/v1/audio/transcriptions` hangs below it, unless a part of that, or whisper.cpp's own path, stands there already. */
function transcriptionAddress(url: string): string {
  const address = new URL(url);
  const path = address.pathname.replace(/\/+$/, '');
  if (/\/(audio\/transcriptions|inference)$/.test(path)) return address.href;
  address.pathname = `${path}${path.endsWith('/v1') ? '' : '/v1'}/audio/transcriptions`;
  return address.href;
}
