// Buttons: links that open, and presses that carry the bot's opaque id.

import type { types } from '@slack/bolt';
import type { Action } from '../../reply/reply.ts';
import { truncate } from '../../text/truncate.ts';
import { safeUrl, wellFormed } from './escape.ts';
import { limits } from './limits.ts';

export type Button = types.Button;

/** What a press is called in what Slack sends when a button is used; links are called otherwise. */
export const pressId = /^press-/;

/** Rows of buttons; none where there is nothing to press. */
export function buttons(actions: readonly Action<string>[]): types.KnownBlock[] {
  const all = actions.flatMap((action, place) => pressButton(action, place) ?? []);
  const rows: types.KnownBlock[] = [];
  for (let at = 0; at < all.length; at += limits.actionsElements) {
    rows.push({ type: 'actions', elements: all.slice(at, at + limits.actionsElements) });
  }
  return rows;
}

/** Nothing for what cannot be pressed: Slack has no disabled buttons. */
export function pressButton(action: Action<string>, place: number): Button | undefined {
  const label = truncate(wellFormed(action.label), limits.button.text);
  if (label.trim() === '') return undefined;
  const text: types.PlainTextElement = { type: 'plain_text', text: label, emoji: false };
  if (action.kind === 'open') {
    const url = safeUrl(action.url, limits.button.url);
    return url === undefined ? undefined : { type: 'button', text, url, action_id: `open-${place}` };
  }
  // The bot's ids are short; a longer one would come back broken, and a button that does nothing is worse than none.
  if (action.disabled || action.press.length > limits.button.value) return undefined;
  const style = action.primary ? ({ style: 'primary' } as const) : {};
  return { type: 'button', text, value: action.press, action_id: `press-${place}`, ...style };
}
