// What the environment's variables mean, checked: everything that is wrong is reported at once, each with its mend.

import { z } from 'zod';
import { type Environment, libraryFile } from './config.ts';
import { VerbatimError } from './errors.ts';
import { type AllowedAddress, parseAllowedAddress } from './text/allowed-address.ts';
import { known } from './text/known.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Either all that the platform needs, or the variable that it lacks. */
export type Platform<T> =
  | { readonly configured: true; readonly settings: T }
  | { readonly configured: false; readonly lacks: string };

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

const variables = z.object({
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

export type Settings = ReturnType<typeof readSettings>;

/** @throws VerbatimError `configuration` that names every variable that is wrong, and its mend. */
export function readSettings(environment: Environment) {
  const set = check(variables, environment);
  return {
    libraryFile: libraryFile(environment),
    http: { host: set.HOST, port: set.PORT, ...known({ publicUrl: set.PUBLIC_URL }) },
    fetchAllow: set.FETCH_ALLOW,
    defaultLocale: set.DEFAULT_LOCALE,
    logLevel: set.LOG_LEVEL,
    discord: discordSettings(set),
    slack: slackSettings(set),
    transcription: transcriptionSettings(set, environment),
  } as const;
}

/** What may be fetched inside private networks, alone: a bad token is none of the business of whoever only fetches. */
export function readFetchAllow(environment: Environment): readonly AllowedAddress[] {
  return check(variables.pick({ FETCH_ALLOW: true }), environment).FETCH_ALLOW;
}

/** Where transcripts are made, alone, and what that may fetch. */
export function readTranscription(environment: Environment) {
  const set = check(variables.pick(forTranscription), environment);
  return { fetchAllow: set.FETCH_ALLOW, transcription: transcriptionSettings(set, environment) };
}

const forTranscription = {
  FETCH_ALLOW: true,
  TRANSCRIBE_URL: true,
  TRANSCRIBE_API_KEY: true,
  TRANSCRIBE_MODEL: true,
  TRANSCRIBE_MAX_HOURS_PER_DAY: true,
  TRANSCRIBE_MAX_MB: true,
} as const;

function check<S extends z.ZodType>(schema: S, environment: Environment): z.output<S> {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new VerbatimError('configuration', `These variables need a mend:\n${lines.join('\n')}`);
}

type Variables = z.output<typeof variables>;

export interface DiscordSettings {
  readonly token: string;
  readonly applicationId: string | undefined;
  readonly guildId: string | undefined;
  readonly apiUrl: string | undefined;
}

function discordSettings(set: Variables): Platform<DiscordSettings> {
  if (set.DISCORD_TOKEN === undefined) return { configured: false, lacks: 'DISCORD_TOKEN' };
  return {
    configured: true,
    settings: {
      token: set.DISCORD_TOKEN,
      applicationId: set.DISCORD_APPLICATION_ID,
      guildId: set.DISCORD_GUILD_ID,
      apiUrl: set.DISCORD_API_URL,
    },
  };
}

export interface SlackSettings {
  readonly botToken: string;
  readonly appToken: string | undefined;
  readonly signingSecret: string | undefined;
  readonly apiUrl: string | undefined;
}

function slackSettings(set: Variables): Platform<SlackSettings> {
  if (set.SLACK_BOT_TOKEN === undefined) return { configured: false, lacks: 'SLACK_BOT_TOKEN' };
  if (set.SLACK_APP_TOKEN === undefined && set.SLACK_SIGNING_SECRET === undefined) {
    return { configured: false, lacks: 'SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP)' };
  }
  return {
    configured: true,
    settings: {
      botToken: set.SLACK_BOT_TOKEN,
      appToken: set.SLACK_APP_TOKEN,
      signingSecret: set.SLACK_SIGNING_SECRET,
      apiUrl: set.SLACK_API_URL,
    },
  };
}

function transcriptionSettings(set: Pick<Variables, keyof typeof forTranscription>, environment: Environment) {
  if (set.TRANSCRIBE_URL === undefined) return { configured: false, lacks: 'TRANSCRIBE_URL' } as const;
  return {
    configured: true,
    settings: {
      address: set.TRANSCRIBE_URL,
      apiKey: set.TRANSCRIBE_API_KEY,
      model: set.TRANSCRIBE_MODEL,
      mostHoursADay: set.TRANSCRIBE_MAX_HOURS_PER_DAY,
      mostBytes: set.TRANSCRIBE_MAX_MB * 1_000_000,
      folder: `${libraryFile(environment)}.transcribing`,
      searchPath: environment.PATH,
    },
  } as const;
}

/** `/v1/audio/transcriptions` hangs below it, unless a part of that, or whisper.cpp's own path, stands there already. */
function transcriptionAddress(url: string): string {
  const address = new URL(url);
  const path = address.pathname.replace(/\/+$/, '');
  if (/\/(audio\/transcriptions|inference)$/.test(path)) return address.href;
  address.pathname = `${path}${path.endsWith('/v1') ? '' : '/v1'}/audio/transcriptions`;
  return address.href;
}
