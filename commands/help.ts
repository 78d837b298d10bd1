// /help: what can be asked, from the commands' own declarations, and how to search.

import { type Command, type Context, defineCommand } from '../src/bot/command.ts';
import { heading, list, paragraph } from '../src/reply/blocks.ts';
import { answer } from '../src/reply/compose.ts';
import type { Call, ListItem } from '../src/reply/reply.ts';
import { code } from '../src/reply/rich-text.ts';
import { emptyLibraryNotice } from './parts/empty-library.ts';
import { type ExampleNames, namesHere, withNames } from './parts/examples.ts';

export const help = defineCommand({
  name: 'help',
  localNames: { id: 'bantuan' },
  description: { en: 'What you can ask, and how to search', id: 'Yang bisa kamu tanyakan, dan cara mencari' },
  reach: 'typed',
  answers: 'private',
  options: {},
  async run(_options, context) {
    const { messages, library } = context;
    const { episodes, segments } = await library.stats();
    const names = await namesHere(context);
    const typed = context.commands.filter((command) => command.reach === 'typed');
    return answer(context, {
      blocks: [
        heading(messages.help.heading),
        segments === 0 ? await emptyLibraryNotice(context) : paragraph(messages.help.intro(episodes, segments)),
        list(typed.map((command) => commandItem(command, names, context))),
        heading(messages.help.searching),
        list(
          messages.help.syntax.map(({ typed, means }) => ({
            text: [code(withNames(typed, names))],
            detail: withNames(means, names),
          })),
        ),
        paragraph(messages.help.buttons),
      ],
      summary: messages.help.summary,
    });
  },
});

/** `/quote words [speaker] [episode]`, what it does, and one way to type it. */
function commandItem(command: Command, names: ExampleNames, { locale, prefix, messages }: Context): ListItem<Call> {
  const options = Object.entries(command.options).map(([name, { required }]) => (required ? name : `[${name}]`));
  const example = command.examples?.at(-1);
  const description = command.description[locale];
  return {
    text: [code([`${prefix}${command.name}`, ...options].join(' '))],
    detail:
      example === undefined || example === command.name
        ? description
        : `${description}. ${messages.help.example([`${prefix}${withNames(example, names)}`])}`,
  };
}
