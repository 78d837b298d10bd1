// The simple blocks, from plain text or from text with meaning.

import type { Block, Fact, ListItem, RichText, Tone } from './reply.ts';
import { plain } from './rich-text.ts';

type Text = string | RichText;
const rich = (text: Text): RichText => (typeof text === 'string' ? plain(text) : text);

export const heading = (text: string): Block<never> => ({ kind: 'heading', text });

export const paragraph = (text: Text): Block<never> => ({ kind: 'text', text: rich(text) });

export const notice = (tone: Tone, text: Text): Block<never> => ({ kind: 'notice', tone, text: rich(text) });

export const list = <Press>(items: readonly ListItem<Press>[]): Block<Press> => ({ kind: 'list', items });

/** Those whose value is not known are left out. */
export function facts(all: readonly (readonly [label: string, value: Text | undefined])[]): Block<never> {
  const known = all.flatMap(([label, value]): Fact[] => (value === undefined ? [] : [{ label, value: rich(value) }]));
  return { kind: 'facts', facts: known };
}
