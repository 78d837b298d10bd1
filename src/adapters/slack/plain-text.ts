// Slack's plain text: what every label, title and small print is made of.

import type { types } from '@slack/bolt';
import { truncate } from '../../text/truncate.ts';
import { wellFormed } from './escape.ts';

/** Nothing in it is formatted; without `emoji` not even `:smile:`. */
export function plainText(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: truncate(wellFormed(text), most), emoji: false };
}
