// What an option offers while somebody types, within what every platform takes.

import { truncate } from '../text/truncate.ts';
import type { Context, Option, Suggestion, Typing } from './command.ts';

/** Discord's limits, kept everywhere: https://docs.discord.com/developers/interactions/application-commands */
const mostSuggestions = 25;
const mostCharacters = 100;

export async function suggestValues(
  option: Option | undefined,
  { typed, given }: Typing,
  context: Context,
): Promise<readonly Suggestion[]> {
  const offered = (await option?.suggest?.(typed, given, context)) ?? [];
  const seen = new Set<string>();
  return offered
    .filter(({ value }) => value !== '' && value.length <= mostCharacters && !seen.has(value) && seen.add(value))
    .slice(0, mostSuggestions)
    .map(({ label, value }) => ({ label: truncate(label, mostCharacters), value }));
}
