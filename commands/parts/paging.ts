// Pages of a longer answer: where one stands, and the buttons to the next and the one before.

import type { Messages } from '../../src/i18n/messages.ts';
import { press } from '../../src/reply/actions.ts';
import { paragraph } from '../../src/reply/blocks.ts';
import type { Action, Block, Call } from '../../src/reply/reply.ts';

export interface Paging {
  readonly offset: number;
  /** How many a page holds, and how many this one does. */
  readonly limit: number;
  readonly shown: number;
  readonly total: { readonly count: number; readonly atLeast: boolean };
  /** The answer from another offset on. */
  readonly at: (offset: number) => Call;
}

/** "1–3 of 27"; nothing where all of it is in sight. */
export function pagePlace({ offset, shown, total }: Paging, { quote }: Messages): Block<Call>[] {
  if (total.count <= shown && !total.atLeast) return [];
  const count = total.atLeast ? roundDown(total.count) : total.count;
  return [paragraph(quote.shown(offset + 1, offset + shown, count, total.atLeast))];
}

/** "More than 543" claims to have counted; "more than 500" does not. */
function roundDown(count: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, count)));
  return Math.floor(count / unit) * unit;
}

/** No buttons where everything stands on one page; else both, so that they keep their places. */
export function pageActions({ offset, limit, total, at }: Paging, { actions }: Messages): Action<Call>[] {
  if (offset === 0 && total.count <= limit) return [];
  const after = offset + limit;
  return [
    press(actions.previous, at(Math.max(0, offset - limit)), { disabled: offset === 0 }),
    press(actions.next, at(after), { primary: true, disabled: after >= total.count }),
  ];
}

/** What a button carried as an offset, made safe. */
export function readOffset(offset: number | undefined): number {
  return offset === undefined || !Number.isSafeInteger(offset) || offset < 0 ? 0 : offset;
}
