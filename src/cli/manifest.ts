// `verbatim manifest slack`: the manifest that makes a Slack app out of Verbatim's commands.

import { Command } from 'commander';
import { commands } from '../../commands/index.ts';
import { declareSlack } from '../adapters/slack/declare.ts';
import { type Environment, readEnvironment } from '../config.ts';
import { VerbatimError } from '../errors.ts';
import { localeFor } from '../i18n/languages.ts';

interface ManifestOptions {
  readonly socketMode?: boolean;
  readonly locale?: string;
}

export function manifestCommand(): Command {
  const slack = new Command('slack')
    .description('prints the manifest to paste at https://api.slack.com/apps → Create New App → From a manifest')
    .option(
      '--socket-mode',
      'Slack is reached over a socket: no public address needed (the usual without PUBLIC_URL, and with SLACK_APP_TOKEN alone)',
    )
    .option('--no-socket-mode', 'Slack sends signed requests to PUBLIC_URL (the usual where that is set)')
    .option('--locale <language>', 'the language of the descriptions: en or id (DEFAULT_LOCALE, if left out)')
    .action((options: ManifestOptions) => {
      process.stdout.write(`${JSON.stringify(slackManifest(options), undefined, 2)}\n`);
    });
  return new Command('manifest').description('prints what a platform needs to know of the commands').addCommand(slack);
}

function slackManifest({ socketMode, locale }: ManifestOptions): object {
  // Read unchecked: somebody who has no tokens yet, or a wrong one, is just who needs a manifest.
  const environment = readEnvironment();
  const { PUBLIC_URL: publicUrl, DEFAULT_LOCALE: defaultLocale } = environment;
  const facts = { locale: localeFor(locale ?? defaultLocale, 'en') };
  if (socketMode ?? isOverSocket(environment)) return declareSlack(commands, facts);
  if (publicUrl !== undefined && URL.canParse(publicUrl) && new URL(publicUrl).protocol === 'https:') {
    return declareSlack(commands, { ...facts, publicUrl });
  }
  throw new VerbatimError(
    'configuration',
    `PUBLIC_URL is ${publicUrl ?? 'not set'}. Slack sends its requests to an https address only: set PUBLIC_URL to one such as https://bot.example.org, or add --socket-mode, which needs none.`,
  );
}

/** As `verbatim start` would reach Slack with these; without any token yet, PUBLIC_URL decides. */
function isOverSocket(environment: Environment): boolean {
  if (environment.PUBLIC_URL === undefined) return true;
  return environment.SLACK_APP_TOKEN !== undefined && environment.SLACK_SIGNING_SECRET === undefined;
}
