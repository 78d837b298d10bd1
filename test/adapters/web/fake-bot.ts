// A bot that says what a test wants to see on the page: quotes of invented people, every block, every kind of button.

import type { Answer, Bot, Command, Invocation } from '../../../src/bot/command.ts';
import type { Action, Block, QuoteBlock, Reply } from '../../../src/reply/reply.ts';

const press = (label: string, id: string, more: Partial<Extract<Action<string>, { kind: 'press' }>> = {}) =>
  ({ kind: 'press', label, press: id, ...more }) as const;

export function quote(text: string, word: string, more: Partial<QuoteBlock<string>> = {}): QuoteBlock<string> {
  const at = text.indexOf(word);
  return {
    kind: 'quote',
    text,
    highlights: at < 0 ? [] : [[at, at + word.length]],
    speaker: 'Mara Lindqvist',
    episode: 'Who owns the loyalty card?',
    date: '15 August 2020',
    moment: { label: '▶ 2:11', url: 'https://www.youtube.com/watch?v=abc&t=131' },
    links: [
      { label: 'Spotify', url: 'https://open.spotify.com/episode/1?t=131' },
      { label: 'Website', url: 'https://example.org/7' },
    ],
    actions: [press('Context', 'context'), press('Share', 'share')],
    ...more,
  };
}

const pages = [
  [
    quote(
      '…when TikTok knows what you will buy before you do, the shop on the corner is not competing on price any more. It competes on memory.',
      'TikTok',
    ),
    quote('Nobody joined TikTok to be measured, and yet that is the first thing it did with them.', 'TikTok', {
      speaker: 'Dewi Kartika',
      episode: 'Data pelanggan dan kepercayaan',
      date: '3 March 2021',
      moment: { label: '▶ 41:07', url: 'https://open.spotify.com/episode/2?t=2467' },
      links: [],
    }),
    quote(
      'We tried TikTok for a month. The videos were terrible and the bakery sold out every single Saturday…',
      'TikTok',
      {
        speaker: 'Jonas Achterberg',
        moment: { label: '18:30' },
        links: [],
      },
    ),
  ],
  [quote('TikTok again, on the second page.', 'TikTok')],
];

export function reply(blocks: readonly Block<string>[], more: Partial<Reply<string>> = {}): Reply<string> {
  return { blocks, actions: [], visibility: 'public', summary: 'Here is what was said.', locale: 'en', ...more };
}

const pageOf = (page: number): Reply<string> =>
  reply(
    [{ kind: 'text', text: [{ text: '4 quotes with ' }, { text: 'tiktok', mark: 'strong' }] }, ...(pages[page] ?? [])],
    {
      summary: `4 quotes with tiktok, page ${page + 1}`,
      actions: [
        press('← Previous', 'page-0', { disabled: page === 0 }),
        press('Next →', 'page-1', { primary: true, disabled: page === 1 }),
      ],
    },
  );

const option = (description: string, more: Partial<Command['options'][string]> = {}) => ({
  kind: 'text' as const,
  description: { en: description, id: `${description} (id)` },
  required: false,
  ...more,
});

const command = (
  name: string,
  description: string,
  options: Command['options'],
  examples: readonly string[],
): Command => ({
  name,
  description: { en: description, id: `${description} (id)` },
  options,
  reach: 'typed',
  examples,
  run: () => Promise.reject(new Error('the fake bot runs for itself')),
});

const suggests = { suggest: async () => [] };
const commands: readonly Command[] = [
  command(
    'quote',
    'What was really said about something',
    {
      words: option('Words you remember', { rest: 'query', required: true, example: 'tiktok', ...suggests }),
      speaker: option('Who said it', { key: 'from', ...suggests }),
      episode: option('In which episode', { key: 'in', ...suggests }),
      after: option('From this day on', { kind: 'day', example: '2020-08' }),
      private: option('Only you see the answer', { kind: 'flag' }),
    },
    ['quote tiktok', 'quote "customer data" from:mara'],
  ),
  command('random', 'A quote by chance', { speaker: option('Whose', { key: 'from', ...suggests }) }, ['random']),
  command('speakers', 'Everybody who is heard', {}, ['speakers']),
  command('help', 'What Verbatim can do', {}, ['help']),
];

const answers: Readonly<Record<string, Answer>> = {
  'page-0': { delivery: 'replace', reply: pageOf(0) },
  'page-1': { delivery: 'replace', reply: pageOf(1) },
  context: {
    delivery: 'new',
    reply: reply(
      [
        { kind: 'heading', text: 'Who owns the loyalty card?' },
        quote('So what changed for the small shops?', '-', { speaker: 'Ines Calder', links: [], actions: [] }),
        quote('When TikTok knows what you will buy…', 'TikTok', { focus: true, links: [], actions: [] }),
      ],
      {
        visibility: 'private',
        summary: 'The exchange around it',
        actions: [press('Earlier', 'context'), press('Share', 'share')],
      },
    ),
  },
  share: {
    delivery: 'new',
    reply: reply([
      { kind: 'text', text: [{ text: 'Shared by You' }] },
      quote('When TikTok knows what you will buy…', 'TikTok'),
    ]),
  },
};

export interface FakeBot extends Bot {
  readonly invocations: Invocation[];
}

/** Answers `/quote` with pages of quotes, and everything else with what `other` makes of the words typed. */
export function createFakeBot(
  other: (words: string) => Reply<string> = () => reply([{ kind: 'heading', text: 'Something else' }]),
): FakeBot {
  const invocations: Invocation[] = [];
  return {
    invocations,
    commands,
    run: async (invocation) => {
      invocations.push(invocation);
      return {
        delivery: 'new',
        reply: invocation.command === 'quote' ? pageOf(0) : other(String(invocation.options.words)),
      };
    },
    press: async ({ id }) =>
      answers[id] ?? { delivery: 'new', reply: reply([], { summary: 'That button is too old.' }) },
    foresee: async () => ({ delivery: 'new', visibility: 'public' }),
    read: (_, text) => (text === '' ? {} : { words: text }),
    suggest: async ({ option, typed }) =>
      option === 'speaker'
        ? [{ label: 'Mara Lindqvist', value: 'mara lindqvist' }]
        : pages.flat().map(({ text, speaker }, at) => ({
            label: `${speaker}: ${text} (${typed})`.slice(0, 100),
            value: `pick-${at}`,
          })),
  };
}
