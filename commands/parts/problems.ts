// What search could not understand in a query, told kindly with an example.

import type { Context } from '../../src/bot/command.ts';
import { notice } from '../../src/reply/blocks.ts';
import type { Block, Call, RichText } from '../../src/reply/reply.ts';
import type { QueryProblem } from '../../src/search/search.ts';
import { truncate } from '../../src/text/truncate.ts';
import { isNameless } from './barred.ts';

const examples: Readonly<Record<string, string>> = {
  from: 'from:name',
  in: 'in:"episode title"',
  podcast: 'podcast:name',
  after: 'after:2020',
  before: 'before:2021-06',
};
const mostNearest = 3;
const mostCharacters = 60;

export function problemNotices(problems: readonly QueryProblem[], context: Context): Block<Call>[] {
  return problems.map((problem) =>
    notice(problem.kind === 'no-words' ? 'info' : 'warning', problemText(problem, context)),
  );
}

/** As `problemNotices`, where the rest was searched without what nobody here is called. */
export function leftOutNotices(problems: readonly QueryProblem[], context: Context): Block<Call>[] {
  const { leftOut } = context.messages.problems;
  return problems.flatMap((problem) => {
    const text = problemText(problem, context);
    return typeof text === 'string' && isNameless(problem.kind)
      ? [notice('warning', `${text} ${leftOut}`)]
      : problemNotices([problem], context);
  });
}

function problemText(problem: QueryProblem, { messages, prefix }: Context): string | RichText {
  const { problems, quote } = messages;
  const filter = problem.filter ?? '';
  const value = truncate(problem.value ?? '', mostCharacters);
  const nearest = problem.nearest.slice(0, mostNearest).map((name) => truncate(name, mostCharacters));
  switch (problem.kind) {
    case 'date':
      return problems.date(filter, value);
    case 'no-speaker':
      return problems.noSpeaker(value, nearest);
    case 'no-episode':
      return problems.noEpisode(value, nearest);
    case 'no-podcast':
      return problems.noPodcast(value, nearest);
    case 'empty-filter':
      return problems.emptyFilter(filter, examples[filter] ?? `${filter}:…`);
    case 'no-words':
      return quote.noWords(`${prefix}quote tiktok`);
    case 'too-long':
      return problems.tooLong;
  }
}
