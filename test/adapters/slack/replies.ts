// Neutral replies as commands give them, for golden payloads: fixed, so that only Slack's rendering can change those.

import type { Action, Block, QuoteBlock, Reply } from '../../../src/reply/reply.ts';

const press = (label: string, id: string, more: object = {}): Action<string> => ({
  kind: 'press',
  label,
  press: `abcdefghijklmnop.${id}`,
  ...more,
});

const lighthouse: QuoteBlock<string> = {
  kind: 'quote',
  text: 'I would rather buy a lighthouse. At least a lighthouse does not collect customer data.',
  highlights: [
    [21, 31],
    [44, 54],
  ],
  speaker: 'Jonas Pell',
  episode: 'TikTok and the price of a customer',
  podcast: 'Harbour Lights',
  date: 'Aug 15, 2020',
  moment: { label: '▶ 2:11', url: 'https://www.youtube.com/watch?v=abcdefghijk&t=131' },
  links: [
    { label: 'Spotify', url: 'https://open.spotify.com/episode/abc?t=131' },
    { label: 'Web page', url: 'https://harbour.example.org/12#:~:text=I%20would%20rather,customer%20data.' },
  ],
  actions: [press('Context', '0'), press('Share', '1')],
};

const untimed: QuoteBlock<string> = {
  kind: 'quote',
  text: '…ini ditulis tanpa nama dan tanpa waktu.',
  highlights: [],
  episode: 'Catatan tanpa waktu',
  links: [],
  actions: [press('Context', '2')],
};

const turn = (speaker: string, text: string, label: string, focus: boolean): Block<string> => ({
  kind: 'quote',
  text,
  highlights: focus ? [[0, 7]] : [],
  speaker,
  moment: { label, url: `https://harbour.example.org/12#t=${label.slice(-2)}` },
  links: [],
  actions: [],
  focus,
});

const reply = (
  summary: string,
  blocks: readonly Block<string>[],
  more: Partial<Pick<Reply<string>, 'visibility' | 'actions' | 'locale'>> = {},
): Reply<string> => ({ blocks, actions: [], visibility: 'public', summary, locale: 'en', ...more });

export const replies = {
  quotes: reply(
    'Jonas Pell: “I would rather buy a lighthouse.” (TikTok and the price of a customer)',
    [
      { kind: 'notice', tone: 'info', text: [{ text: 'Showing quotes for “lighthouse” instead of “lighthose”.' }] },
      lighthouse,
      untimed,
      { kind: 'text', text: [{ text: '1–2 of 8' }] },
    ],
    { actions: [press('Previous', '3', { disabled: true }), press('Next', '4', { primary: true })] },
  ),
  nothing: reply(
    'I found no quote for “zeppelin”.',
    [
      { kind: 'notice', tone: 'info', text: [{ text: 'I found no quote for “zeppelin”.' }] },
      { kind: 'text', text: [{ text: 'Did you mean “tiktok”?' }] },
    ],
    { visibility: 'private', actions: [press('tiktok', '0')] },
  ),
  exchange: reply(
    'Around a quote in TikTok and the price of a customer',
    [
      { kind: 'heading', text: 'TikTok and the price of a customer' },
      { kind: 'text', text: [{ text: 'Harbour Lights · Aug 15, 2020' }] },
      turn('Jonas Pell', 'Nobody reads the terms, so nobody knows what was taken.', '▶ ~4:23', false),
      turn('שרה', 'Respect is a big word.', '▶ 5:29', true),
      turn('Mira Castell', 'Time is not loyalty.', '▶ 6:35', false),
    ],
    { visibility: 'private', actions: [press('Earlier', '0'), press('Share this exchange', '1', { primary: true })] },
  ),
  episode: reply('TikTok and the price of a customer, Aug 15, 2020', [
    { kind: 'heading', text: 'TikTok and the price of a customer' },
    { kind: 'image', url: 'https://harbour.example.org/cover.png', alt: 'Harbour Lights' },
    {
      kind: 'facts',
      facts: [
        { label: 'Podcast', value: [{ text: 'Harbour Lights', url: 'https://harbour.example.org' }] },
        { label: 'People', value: [{ text: 'Mira Castell' }, { text: ' (host)' }] },
        { label: 'Most telling words', value: [{ text: 'lighthouse', mark: 'strong' }, { text: ', ferry' }] },
      ],
    },
    lighthouse,
  ]),
  episodes: reply('Episodes: 2 episodes', [
    { kind: 'heading', text: 'Episodes' },
    {
      kind: 'list',
      items: [
        { text: [{ text: 'Lanterns', mark: 'strong' }], detail: 'Harbour Lights · 2021', action: press('Open', '0') },
        { text: [{ text: '<b>Storm</b> & **thunder** @everyone' }], action: press('Open', '1') },
      ],
    },
  ]),
  help: reply(
    'What you can ask, and how to search',
    [
      { kind: 'heading', text: 'What you can ask' },
      {
        kind: 'list',
        items: [
          { text: [{ text: '/quote words [speaker]', mark: 'code' }], detail: 'Find what was really said' },
          { text: [{ text: '/help', mark: 'code' }], detail: 'What you can ask' },
        ],
      },
    ],
    { visibility: 'private' },
  ),
  notices: reply(
    'Terjadi kesalahan',
    [
      { kind: 'notice', tone: 'success', text: [{ text: 'Selesai.' }] },
      { kind: 'notice', tone: 'warning', text: [{ text: 'Tanggal ' }, { text: 'after:x', mark: 'code' }] },
      { kind: 'notice', tone: 'error', text: [{ text: 'Terjadi kesalahan.' }] },
    ],
    { visibility: 'private', locale: 'id' },
  ),
} satisfies Readonly<Record<string, Reply<string>>>;
