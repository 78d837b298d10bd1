// Reads items in batches; where a batch breaks, it is halved until the item that breaks it stands alone.

import { findBroken } from './broken-xml.ts';
import type { Piece } from './cut.ts';
import type { Item } from './parse-xml.ts';

export interface ReadItems {
  readonly items: readonly { readonly item: Item; readonly piece: Piece }[];
  readonly broken: readonly BrokenItem[];
  /** How many there are beyond those that are read. */
  readonly beyond: number;
}

export interface BrokenItem {
  /** In the feed, from 1. */
  readonly line: number;
  readonly what: string;
}

/** Each call costs feedsmith a millisecond; a large one, memory. */
const batchSize = 64;
/** Enough to find every broken one among thousands. Where more are broken than that, nobody means them to be read. */
const mostCalls = 2000;
/** Daily for half a century. */
const mostItems = 20_000;

/** @param read those that say anything, in their order; throws where any of them is broken. */
export function readBatches(pieces: readonly Piece[], read: (pieces: readonly Piece[]) => readonly Item[]): ReadItems {
  const items: { item: Item; piece: Piece }[] = [];
  const broken: BrokenItem[] = [];
  let calls = 0;

  const readBatch = (batch: readonly Piece[]): void => {
    const [first] = batch;
    if (first === undefined) return;
    try {
      calls++;
      const found = read(batch);
      if (found.length === batch.length || (batch.length === 1 && found.length === 0)) {
        items.push(...batch.map((piece, index) => ({ piece, item: found[index] ?? {} })));
        return;
      }
    } catch (error) {
      if (batch.length === 1) {
        broken.push(breakOf(first, error));
        return;
      }
    }
    if (calls > mostCalls) {
      broken.push({ line: first.line, what: `among ${batch.length} from here on, and too many before` });
      return;
    }
    const half = Math.ceil(batch.length / 2);
    readBatch(batch.slice(0, half));
    readBatch(batch.slice(half));
  };

  const taken = pieces.slice(0, mostItems);
  for (let at = 0; at < taken.length; at += batchSize) readBatch(taken.slice(at, at + batchSize));
  return { items, broken, beyond: pieces.length - taken.length };
}

function breakOf({ xml, line }: Piece, error: unknown): BrokenItem {
  const found = findBroken(xml);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return { line: line + (found?.line ?? 1) - 1, what: found?.what ?? cause };
}
