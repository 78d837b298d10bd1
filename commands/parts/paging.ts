// Pages of a longer answer: where one stands, and the buttons to the next and the one before.

import type { Messages } from '../../src/i18n/messages.ts';
import { press } from '../../src/reply/actions.ts';
import type { Action, Call } from '../../src/reply/reply.ts';

interface Pages {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  /** The answer from another offset on. */
  readonly at: (offset: number) => Call;
}

/** No buttons where everything stands on one page; else both, so that they keep their places. */
export function pageActions({ offset, limit, total, at }: Pages, { actions }: Messages): Action<Call>[] {
  if (offset <= 0 && total <= limit) return [];
  const before = Math.max(0, offset - limit);
  const after = offset + limit;
  return [
    press(actions.previous, at(before), { disabled: offset <= 0 }),
    press(actions.next, at(after), { primary: true, disabled: after >= total }),
  ];
}

/** What a button carried as an offset, made safe. */
export function readOffset(offset: number | undefined): number {
  return offset === undefined || !Number.isSafeInteger(offset) || offset < 0 ? 0 : offset;
}
