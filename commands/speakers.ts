// /speakers: the list of people, those who said most first.

import { type Context, defineCommand } from '../src/bot/command.ts';
import type { SpeakerEntry } from '../src/library/library.ts';
import { call, press } from '../src/reply/actions.ts';
import { notice, noticeReply } from '../src/reply/notice.ts';
import type { Call, ListItem, Reply } from '../src/reply/reply.ts';
import { plain, strong } from '../src/reply/rich-text.ts';
import { emptyLibraryReply } from './parts/empty-library.ts';
import { pageActions, readOffset } from './parts/paging.ts';

const speakersPerPage = 8;

export const speakers = defineCommand({
  name: 'speakers',
  localNames: { id: 'daftar-pembicara' },
  description: {
    en: 'Everyone who is heard here, those who said most first',
    id: 'Semua yang terdengar di sini, yang paling banyak bicara dulu',
  },
  reach: 'typed',
  answers: 'private',
  examples: ['speakers'],
  options: {},
  carried: { offset: 'number' },
  async run(options, context) {
    const { messages, library } = context;
    const offset = readOffset(options.offset);
    const { items, total } = await library.speakers({ offset, limit: speakersPerPage });
    if (items.length === 0) {
      const { episodes } = await library.stats();
      return episodes === 0
        ? emptyLibraryReply(context)
        : noticeReply([notice('info', messages.speakers.nothing)], context);
    }
    const at = (next: number): Call => call('speakers', { offset: next }, { delivery: 'replace' });
    const shown = messages.quote.shown(offset + 1, offset + items.length, total, false);
    const reply: Reply<Call> = {
      blocks: [
        { kind: 'heading', text: messages.speakers.heading },
        { kind: 'list', items: items.map((entry) => speakerItem(entry, context)) },
        ...(total > items.length ? [{ kind: 'text', text: plain(shown) } as const] : []),
      ],
      actions: pageActions({ offset, limit: speakersPerPage, total, at }, messages),
      visibility: context.visibility,
      summary: messages.speakers.summary(total),
      locale: context.locale,
    };
    return reply;
  },
});

function speakerItem({ speaker, episodes, words }: SpeakerEntry, { messages }: Context): ListItem<Call> {
  return {
    text: [strong(speaker.name)],
    detail: messages.speakers.much(episodes, words),
    action: press(messages.speakers.open, call('speaker', { name: `#${speaker.id}` }, { delivery: 'new' })),
  };
}
