// What the adapter itself has to say: kind lines for the asker alone, in their language.

import type { Answer } from '../../bot/command.ts';
import { localeFor, messagesFor } from '../../i18n/languages.ts';
import type { Tone } from '../../reply/reply.ts';

const tones = {
  notTaken: 'error',
  tooLate: 'warning',
  cannotPost: 'warning',
  restarting: 'info',
  unknown: 'info',
} as const satisfies Readonly<Record<string, Tone>>;

export type Excuse = keyof typeof tones;

export function excuse(which: Excuse, asker: { readonly locale?: string }): Answer {
  const locale = localeFor(asker.locale, 'en');
  const text = messagesFor(locale).platform[which];
  const blocks = [{ kind: 'notice', tone: tones[which], text: [{ text }] } as const];
  return { reply: { blocks, actions: [], visibility: 'private', summary: text, locale }, delivery: 'new' };
}
