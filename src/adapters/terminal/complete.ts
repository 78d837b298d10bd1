// Tab at the prompt: commands, their options' keys, and values such as speakers' names.

import type { Asker, Bot } from '../../bot/command.ts';

/** What readline's completer returns: whole replacements for the end of the line, and that end. */
export type Completion = [replacements: string[], end: string];

export async function completeLine(bot: Bot, person: Asker, line: string): Promise<Completion> {
  const name = /^\/([\p{L}\p{N}_-]*)$/u.exec(line);
  const typed = bot.commands.filter((command) => command.reach === 'typed');
  if (name !== null) {
    return [typed.filter((command) => command.name.startsWith(name[1] ?? '')).map(({ name }) => `/${name} `), line];
  }
  const command = typed.find((one) => line.startsWith(`/${one.name} `));
  if (command === undefined) return [[], line];

  const end = /\S*$/.exec(line)?.[0] ?? '';
  const keyed = /^([\p{L}]+):"?(.*)$/u.exec(end);
  const options = Object.entries(command.options);
  if (keyed === null) {
    const keys = options.flatMap(([option, { key, rest }]) => (rest ? [] : [`${key ?? option}:`]));
    return [end === '' ? [] : keys.filter((key) => key.startsWith(end)), end];
  }
  const [, key = '', value = ''] = keyed;
  const option = options.find(([option, declared]) => option === key || declared.key === key)?.[0];
  if (option === undefined) return [[], end];
  const suggestions = await bot.suggest({ command: command.name, option, typed: value, given: {}, person });
  return [suggestions.map((one) => `${key}:${/\s/.test(one.value) ? `"${one.value}"` : one.value} `), end];
}
