// /help: what can be asked, from the commands' own declarations, and how to search.

import { type Command, type Context, defineCommand } from '../src/bot/command.ts';
import type { Block, Call, ListItem, Reply } from '../src/reply/reply.ts';
import { code, plain } from '../src/reply/rich-text.ts';
import { emptyLibraryNotice } from './parts/empty-library.ts';

export const help = defineCommand({
  name: 'help',
  localNames: { id: 'bantuan' },
  description: { en: 'What you can ask, and how to search', id: 'Yang bisa kamu tanyakan, dan cara mencari' },
  reach: 'typed',
  answers: 'private',
  options: {},
  async run(_options, context) {
    const { messages, commands, library } = context;
    const { episodes, segments } = await library.stats();
    const intro: Block<Call> =
      segments === 0
        ? emptyLibraryNotice(context)
        : { kind: 'text', text: plain(messages.help.intro(episodes, segments)) };
    const typed = commands.filter((command) => command.reach === 'typed');
    const reply: Reply<Call> = {
      blocks: [
        { kind: 'heading', text: messages.help.heading },
        intro,
        { kind: 'list', items: typed.map((command) => commandItem(command, context)) },
        { kind: 'heading', text: messages.help.searching },
        {
          kind: 'list',
          items: messages.help.syntax.map(({ typed, means }) => ({ text: [code(typed)], detail: means })),
        },
        { kind: 'text', text: plain(messages.help.buttons) },
      ],
      actions: [],
      visibility: context.visibility,
      summary: messages.help.summary,
      locale: context.locale,
    };
    return reply;
  },
});

/** `/quote words [speaker] [episode]`, what it does, and one way to type it. */
function commandItem(command: Command, { locale, prefix, messages }: Context): ListItem<Call> {
  const options = Object.entries(command.options).map(([name, { required }]) => (required ? name : `[${name}]`));
  const example = command.examples?.at(-1);
  const description = command.description[locale];
  return {
    text: [code([`${prefix}${command.name}`, ...options].join(' '))],
    detail:
      example === undefined || example === command.name
        ? description
        : `${description}. ${messages.help.example([`${prefix}${example}`])}`,
  };
}
