// What the environment's variables mean, checked: everything that is wrong is reported at once, each with its mend.

import type { z } from 'zod';
import { type Environment, libraryFile } from './config.ts';
import { VerbatimError } from './errors.ts';
import { type Variables, variables } from './settings/variables.ts';
import type { AllowedAddress } from './text/allowed-address.ts';
import { known } from './text/known.ts';

/** Either all that the platform needs, or the variable that it lacks. */
export type Platform<T> =
  | { readonly configured: true; readonly settings: T }
  | { readonly configured: false; readonly lacks: string };

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
