// No quote for what was asked: over how much it looked, and what was perhaps meant, as buttons.

import type { Context } from '../../src/bot/command.ts';
import type { LibraryStats } from '../../src/library/library.ts';
import { call, press } from '../../src/reply/actions.ts';
import { notice, paragraph } from '../../src/reply/blocks.ts';
import { tell } from '../../src/reply/compose.ts';
import type { Action, Block, Call, Reply } from '../../src/reply/reply.ts';
import type { QueryFilters, QueryProblem, QuoteAnswer } from '../../src/search/search.ts';
import { truncate } from '../../src/text/truncate.ts';
import { wordsOf } from '../../src/text/words.ts';
import { type Barred, isNameless } from './barred.ts';
import { isNarrowed } from './filters.ts';
import { isPickedQuote } from './picked.ts';
import { leftOutNotices, problemNotices } from './problems.ts';

const mostSuggestions = 5;
const mostNearest = 3;
const mostCharacters = 100;
const mostOnButton = 50;

export async function tellNothingFound(
  words: string,
  filters: QueryFilters,
  { problems, looked, suggestions: all }: QuoteAnswer,
  context: Context,
): Promise<Reply<Call>> {
  const { quote } = context.messages;
  const told = leftOutNotices(problems, context);
  if (problems.some((problem) => problem.kind === 'no-words')) {
    const unknown = problems.filter(({ kind }) => isNameless(kind));
    return unknown.length > 0 ? tellUnknown(unknown, filters, context) : tell(context, told);
  }
  if (isPickedQuote(words)) return tell(context, [notice('info', quote.gone)]);

  // An exact phrase that nobody said, as its words alone: it would read like what was typed.
  const asTyped = wordsOf(words)
    .map(({ written }) => written)
    .join(' ');
  const suggestions = all.filter((other) => other !== asTyped).slice(0, mostSuggestions);
  const isLoose = all.includes(asTyped);
  const nothing = quote.nothing(truncate(words.trim(), mostCharacters));
  const over = isNarrowed(filters) ? quote.lookedWithin : quote.looked(looked.episodes, looked.segments);
  return tell(
    context,
    [
      notice('info', `${nothing} ${over}`),
      ...told,
      ...(await undatedNotice(words, filters, looked, context)),
      ...(isLoose ? [paragraph(quote.notInThisOrder)] : []),
      ...(suggestions.length > 0 ? [paragraph(quote.didYouMean(suggestions))] : []),
    ],
    [
      ...(isLoose ? [tryInstead(quote.unquoted, asTyped, filters, context)] : []),
      ...suggestions.map((instead) => tryInstead(instead, instead, filters, context)),
      ...(isNarrowed(filters) ? [tryInstead(quote.everywhere, words, {}, context)] : []),
    ],
  );
}

/** A date leaves out what has none, which nobody can tell by looking. */
async function undatedNotice(
  words: string,
  { after, before }: QueryFilters,
  looked: LibraryStats,
  { library, messages }: Context,
): Promise<readonly Block<Call>[]> {
  const isDated = after !== undefined || before !== undefined || /(?:^|\s)(?:after|before):/i.test(words);
  if (!isDated) return [];
  const { total } = await library.episodes({ undated: true }, { offset: 0, limit: 1 });
  if (total === 0) return [];
  const { noneDated, someUndated } = messages.quote;
  return [notice('info', total >= looked.episodes ? noneDated() : someUndated(total))];
}

/** Who or what was asked for is not known here: the nearest names as buttons, and all others on demand. */
export function tellBarred(
  words: string,
  filters: QueryFilters,
  barred: readonly Barred[],
  context: Context,
): Reply<Call> {
  const near = barred.flatMap(({ option, problem }) =>
    problem.nearest
      .slice(0, mostNearest)
      .map((name) => tryInstead(name, words, { ...filters, [option]: name }, context)),
  );
  return tell(
    context,
    problemNotices(
      barred.map(({ problem }) => problem),
      context,
    ),
    [...near, tryInstead(context.messages.quote.everywhere, words, {}, context)],
  );
}

/** Nothing but names were typed, and none of them is known here: the nearest ones as buttons, and what was typed as words. */
function tellUnknown(unknown: readonly QueryProblem[], filters: QueryFilters, context: Context): Reply<Call> {
  const { messages } = context;
  const instead = unknown.flatMap(({ filter, value = '', nearest }) => [
    ...nearest.slice(0, mostNearest).map((name) => tryInstead(name, `${filter}:"${name}"`, filters, context)),
    tryInstead(messages.quote.searchFor(truncate(value, mostOnButton)), value, filters, context),
  ]);
  return tell(context, problemNotices(unknown, context), instead.slice(0, mostSuggestions));
}

/** What was asked in the channel is answered in the channel, once there is an answer. */
function tryInstead(label: string, words: string, filters: QueryFilters, { visibility }: Context): Action<Call> {
  return press(
    label,
    call(
      'quote',
      { words, ...filters },
      visibility === 'public' ? { delivery: 'new', visibility } : { delivery: 'replace' },
    ),
  );
}
