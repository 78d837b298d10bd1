// A quote by chance: drawn until one reads well alone.

import type { Library } from '../library/library.ts';
import type { Scope } from '../library/word-index.ts';
import type { Placed } from '../model.ts';
import { plainHit } from './hits.ts';
import type { Known } from './known.ts';
import { givenFilters, scopeOf } from './scope.ts';
import type { Hit, QueryFilters, RandomAnswer } from './search.ts';
import { standsAlone } from './stand-alone.ts';

const draws = 12;
/** One that reads so well is taken at once. */
const goodEnough = 0.95;
const leastCharacters = 60;

export async function randomQuote(filters: QueryFilters, library: Library, known: Known): Promise<RandomAnswer> {
  const { scope, problems } = await scopeOf(givenFilters(filters), known);
  let best: Hit | undefined;
  for (let draw = 0; draw < draws; draw++) {
    const placed = await drawOne(scope, library);
    if (placed === undefined) break;
    const hit = { ...plainHit(placed), score: 0 };
    if (best === undefined || standsAlone(hit.quote.text) > standsAlone(best.quote.text)) best = hit;
    if (standsAlone(best.quote.text) >= goodEnough) break;
  }
  return { ...(best === undefined ? {} : { hit: best }), problems };
}

async function drawOne(scope: Scope, library: Library): Promise<Placed | undefined> {
  if (scope.after !== undefined || scope.before !== undefined) {
    const within = await library.candidates({ wanted: { all: [] }, scope, limit: 400 });
    const drawn = oneOf(within);
    if (drawn === undefined) return undefined;
    return (await library.placed([drawn.segment]))[0];
  }
  return (await library.randomSegment({ ...scope, leastCharacters })) ?? library.randomSegment(scope);
}

function oneOf<T>(items: readonly T[]): T | undefined {
  return items[Math.floor(Math.random() * items.length)];
}
