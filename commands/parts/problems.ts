// What search could not understand in a query, told kindly with an example.

import type { Context } from '../../src/bot/command.ts';
import { notice } from '../../src/reply/notice.ts';
import type { Block, Call, RichText } from '../../src/reply/reply.ts';
import type { QueryProblem } from '../../src/search/search.ts';
import { truncate } from '../../src/text/truncate.ts';

const examples: Readonly<Record<string, string>> = {
  from: 'from:paul',
  in: 'in:"episode title"',
  podcast: 'podcast:name',
  after: 'after:2020',
  before: 'before:2021-06',
};

export function problemNotices(problems: readonly QueryProblem[], context: Context): Block<Call>[] {
  return problems.map((problem) => notice(problem.kind === 'no-words' ? 'info' : 'warning', tell(problem, context)));
}

function tell(problem: QueryProblem, { messages, prefix }: Context): string | RichText {
  const filter = problem.filter ?? '';
  const value = truncate(problem.value ?? '', 60);
  const nearest = problem.nearest.slice(0, 3).map((name) => truncate(name, 60));
  switch (problem.kind) {
    case 'date':
      return messages.problems.date(filter, value);
    case 'no-speaker':
      return messages.problems.noSpeaker(value, nearest);
    case 'no-episode':
      return messages.problems.noEpisode(value, nearest);
    case 'no-podcast':
      return messages.problems.noPodcast(value, nearest);
    case 'empty-filter':
      return messages.problems.emptyFilter(filter, examples[filter] ?? `${filter}:…`);
    case 'no-words':
      return messages.quote.noWords(`${prefix}quote tiktok`);
    case 'too-long':
      return messages.problems.tooLong;
  }
}
