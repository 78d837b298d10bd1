// A command whose answer holds every block and every action there is.

import { defineCommand } from '../../src/bot/command.ts';
import { call, open, press } from '../../src/reply/actions.ts';
import { notice } from '../../src/reply/blocks.ts';
import type { Call, Reply } from '../../src/reply/reply.ts';

export const everything = defineCommand({
  name: 'everything',
  description: { en: 'Every block and every action', id: 'Semua blok dan semua tindakan' },
  reach: 'typed',
  options: {},
  carried: { step: 'text' },
  async run({ step }, context) {
    const again = (label: string) => call('everything', { step: label }, { delivery: 'replace' });
    const reply: Reply<Call> = {
      blocks: [
        { kind: 'heading', text: `A heading${step === undefined ? '' : ` after ${step}`}` },
        {
          kind: 'text',
          text: [
            { text: 'Plain, ' },
            { text: 'strong', mark: 'strong' },
            { text: ', ' },
            { text: '/a command', mark: 'code' },
            { text: ' and ' },
            { text: 'a link', url: 'https://linked.example.org/page?a=1&b=2' },
            { text: '.' },
          ],
        },
        {
          kind: 'quote',
          text: '…the words that were said, and some more of them…',
          highlights: [
            [5, 10],
            [21, 25],
          ],
          speaker: 'Mira Castell',
          episode: 'An episode',
          podcast: 'A podcast',
          date: 'Aug 15, 2020',
          caveat: 'machine-made transcript',
          moment: { label: '▶ 2:11', url: 'https://player.example.org/e?t=131' },
          links: [{ label: 'Elsewhere', url: 'https://elsewhere.example.org/#t=131' }],
          actions: [
            press('On the quote', again('the quote')),
            open('Out of the quote', 'https://out.example.org/quote'),
          ],
          focus: true,
        },
        {
          kind: 'quote',
          text: 'A quote of nobody in particular.',
          highlights: [],
          moment: { label: '▶ ~59:59' },
          links: [],
          actions: [],
        },
        {
          kind: 'facts',
          facts: [
            { label: 'A fact', value: [{ text: 'its value' }] },
            { label: 'Another fact', value: [{ text: 'with a link', url: 'https://fact.example.org/' }] },
          ],
        },
        {
          kind: 'list',
          items: [
            {
              text: [{ text: 'First item', mark: 'strong' }],
              detail: 'its detail',
              action: press('Open first', again('first')),
            },
            { text: [{ text: 'Second item' }], action: open('Open second', 'https://second.example.org/') },
            { text: [{ text: 'Third item' }] },
          ],
        },
        { kind: 'image', url: 'https://image.example.org/cover.png', alt: 'A lighthouse at dusk' },
        notice('info', 'A notice to know.'),
        notice('success', 'A notice of success.'),
        notice('warning', 'A notice of warning.'),
        notice('error', 'A notice of error.'),
      ],
      actions: [
        press('Main action', again('the main action'), { primary: true }),
        press('Cannot be pressed', again('nothing'), { disabled: true }),
        open('Out of here', 'https://out.example.org/'),
      ],
      visibility: context.visibility,
      summary: 'Every block in one line',
      locale: context.locale,
    };
    return reply;
  },
});
