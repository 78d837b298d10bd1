// The conversation's memory: it lasts as long as the tab is open, so that a reload loses nothing.

import type { WireReply } from '../wire.ts';
import type { Shown } from './exchange.ts';

/** What somebody asked or pressed, and the answer as it stands now. */
export interface Entry {
  readonly shown: Shown;
  reply: WireReply;
}

const key = 'verbatim.conversation';
/** Older exchanges are forgotten, so that it never grows past what a tab may keep. */
const mostKept = 50;

export function keep(entries: readonly Entry[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(entries.slice(-mostKept)));
  } catch {
    // Full or forbidden: the conversation is still on the page.
  }
}

/** As it was kept, perhaps by an older page: whoever draws it must be ready for another shape. */
export function recall(): Entry[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
