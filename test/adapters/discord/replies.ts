// Answers of every kind, as the bot gives them: what the golden payloads are made from.

import type { Action, QuoteBlock, Reply } from '../../../src/reply/reply.ts';
import { replyOf } from '../../support/discord/fake-bot.ts';

const press = (label: string, id: string, look = {}): Action<string> => ({ kind: 'press', label, press: id, ...look });

function said(place: number, text: string, word: string, parts: Partial<QuoteBlock<string>> = {}): QuoteBlock<string> {
  const from = text.indexOf(word);
  return {
    kind: 'quote',
    text,
    highlights: from < 0 ? [] : [[from, from + word.length]],
    speaker: place % 2 === 0 ? 'Mira Solberg' : 'Dr. Ottoline Frey',
    episode: 'Who owns the data?',
    podcast: 'Harbour Lights',
    date: '15 Aug 2020',
    moment: { label: `▶ ${place}:11`, url: `https://video.example.org/watch?v=abc&t=${place * 60 + 11}` },
    links: [{ label: 'Audio', url: `https://audio.example.org/12.mp3#t=${place * 60 + 11}` }],
    actions: [press('Context', `context-${place}`), press('Share', `share-${place}`)],
    ...parts,
  };
}

const exchange = [
  said(2, 'And what did TikTok say to that?', '', { links: [], actions: [] }),
  said(3, 'Nothing at all. We never asked TikTok for their data, and they never asked us.', 'TikTok', {
    focus: true,
    links: [],
    actions: [],
  }),
  said(4, 'So nobody asked. *Nobody*, in all that time.', '', { moment: { label: '~4:11' }, links: [], actions: [] }),
];

export const replies: Readonly<Record<string, Reply<string>>> = {
  quotes: replyOf(
    [
      said(2, 'Everybody talks about TikTok, and nobody about the people who use it…', 'TikTok'),
      said(3, 'We never asked TikTok for their data, and they never asked us.', 'TikTok'),
      said(4, '…a lighthouse that collects no data at all. # 1 in the world, @everyone!', 'data', { podcast: '' }),
      { kind: 'text', text: [{ text: '1–3 of 8' }] },
    ],
    { actions: [press('Previous', 'page-0', { disabled: true }), press('Next', 'page-2', { primary: true })] },
  ),
  context: replyOf([{ kind: 'heading', text: 'Who owns the data?' }, ...exchange], {
    visibility: 'private',
    actions: [press('Earlier', 'earlier'), press('Later', 'later'), press('Share', 'share', { primary: true })],
  }),
  'context-of-thirty': replyOf(
    Array.from({ length: 30 }, (_, place) =>
      said(place, `Turn ${place} of a long exchange about TikTok.`, 'TikTok', { focus: place === 15, links: [] }),
    ),
  ),
  'nothing-found': replyOf(
    [
      { kind: 'notice', tone: 'info', text: [{ text: 'I found no quote for “tik_tok_”.' }] },
      { kind: 'text', text: [{ text: 'Try ' }, { text: '/quote tiktok', mark: 'code' }, { text: '.' }] },
    ],
    { visibility: 'private', actions: [press('tiktok', 'query-1'), press('ticket', 'query-2')] },
  ),
  episode: replyOf(
    [
      { kind: 'heading', text: 'Who owns the data?' },
      { kind: 'image', url: 'https://image.example.org/12.png', alt: 'A lighthouse at dusk' },
      {
        kind: 'facts',
        facts: [
          { label: 'Published', value: [{ text: '15 Aug 2020' }] },
          { label: 'Length', value: [{ text: '42 min' }] },
          { label: 'More', value: [{ text: 'the [web] page', url: 'https://harbour.example.org/12_(b)' }] },
        ],
      },
      said(2, 'Everybody talks about TikTok.', 'TikTok'),
    ],
    { actions: [{ kind: 'open', label: 'Video', url: 'https://video.example.org/watch?v=abc' }] },
  ),
  'list-with-buttons': replyOf([
    {
      kind: 'list',
      items: [
        { text: [{ text: 'Who owns the data?', mark: 'strong' }], detail: '15 Aug 2020', action: press('Open', 'a') },
        { text: [{ text: '1. Lanterns_and_winter' }], detail: 'January 2021', action: press('Open', 'b') },
        { text: [{ text: 'No button here' }] },
      ],
    },
  ]),
  'list-with-menu': replyOf(
    [
      {
        kind: 'list',
        items: Array.from({ length: 12 }, (_, place) => ({
          text: [{ text: `Speaker ${place}`, mark: 'strong' as const }],
          detail: `${place} episodes`,
          action: press('Open', `speaker-${place}`),
        })),
      },
    ],
    { locale: 'id' },
  ),
  notices: replyOf([
    { kind: 'notice', tone: 'info', text: [{ text: 'To know.' }] },
    { kind: 'notice', tone: 'success', text: [{ text: 'Done.' }] },
    { kind: 'notice', tone: 'warning', text: [{ text: 'Careful.' }] },
    {
      kind: 'notice',
      tone: 'error',
      text: [{ text: 'Wrong, with the reference ' }, { text: 'abcd1234', mark: 'code' }],
    },
  ]),
  'only-a-summary': replyOf([], { summary: 'Nothing but *this*' }),
};
