// A bot that says what a test wants, so that the adapter alone is on trial.

import type { Answer, Bot, Command, Course } from '../../../src/bot/command.ts';
import type { Block, QuoteBlock, Reply } from '../../../src/reply/reply.ts';

export const quote: QuoteBlock<string> = {
  kind: 'quote',
  text: 'We never asked TikTok for their data, and they never asked us.',
  highlights: [[15, 21]],
  speaker: 'Mira Solberg',
  episode: 'Who owns the data?',
  date: '15 Aug 2020',
  moment: { label: '▶ 2:11', url: 'https://youtu.be/abc?t=131' },
  links: [{ label: 'Spotify', url: 'https://open.spotify.example.org/episode/1?t=131' }],
  actions: [
    { kind: 'press', label: 'Context', press: 'c0ffee' },
    { kind: 'press', label: 'Share', press: 'decade' },
  ],
};

export function replyOf(blocks: readonly Block<string>[], parts: Partial<Reply<string>> = {}): Reply<string> {
  return { blocks, actions: [], visibility: 'public', summary: 'An answer', locale: 'en', ...parts };
}

export const saying = (text: string, parts: Partial<Reply<string>> = {}): Answer => ({
  reply: replyOf([{ kind: 'text', text: [{ text }] }], { summary: text, ...parts }),
  delivery: 'new',
});

const never = () => Promise.reject(new Error('No test has asked for this'));

/** Each method fails unless it is given. */
export function fakeBot(methods: Partial<Bot> & { readonly commands?: readonly Command[] } = {}): Bot {
  return {
    commands: [],
    run: never,
    press: never,
    foresee: async (): Promise<Course> => ({ delivery: 'new', visibility: 'public' }),
    read: (_command, text) => ({ words: text }),
    suggest: never,
    ...methods,
  };
}

/** Something that a test lets happen when it wants. */
export function gate<T>(): { readonly opened: Promise<T>; open(value: T): void } {
  let open: (value: T) => void = () => {};
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened, open: (value) => open(value) };
}
