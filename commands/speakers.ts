// /speakers: the list of people, those who said most first.

import { type Context, defineCommand } from '../src/bot/command.ts';
import type { SpeakerEntry } from '../src/library/library.ts';
import { call, press } from '../src/reply/actions.ts';
import { heading, list, notice } from '../src/reply/blocks.ts';
import { answer, tell } from '../src/reply/compose.ts';
import type { Call, ListItem } from '../src/reply/reply.ts';
import { strong } from '../src/reply/rich-text.ts';
import { tellEmptyLibrary } from './parts/empty-library.ts';
import { type Paging, pageActions, pagePlace, readOffset } from './parts/paging.ts';
import { pickValue } from './parts/picked.ts';

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
      return episodes === 0 ? tellEmptyLibrary(context) : tell(context, [notice('info', messages.speakers.nothing)]);
    }
    const paging: Paging = {
      offset,
      limit: speakersPerPage,
      shown: items.length,
      total: { count: total, atLeast: false },
      at: (next) => call('speakers', { offset: next }, { delivery: 'replace' }),
    };
    return answer(context, {
      blocks: [
        heading(messages.speakers.heading),
        list(items.map((entry) => speakerItem(entry, context))),
        ...pagePlace(paging, messages),
      ],
      actions: pageActions(paging, messages),
      summary: messages.speakers.summary(total),
    });
  },
});

function speakerItem({ speaker, episodes, words }: SpeakerEntry, { messages }: Context): ListItem<Call> {
  return {
    text: [strong(speaker.name)],
    detail: messages.speakers.much(episodes, words),
    action: press(
      messages.speakers.open,
      call('speaker', { name: pickValue(speaker.id, speaker.name) }, { delivery: 'new' }),
    ),
  };
}
