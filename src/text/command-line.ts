// How a subcommand is typed in a checkout: told wherever somebody is to type one, so that it works as it stands.

export const commandLine = (subcommand: string): string => `npm run -s verbatim -- ${subcommand}`;
