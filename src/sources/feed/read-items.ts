// The items of a feed to episodes: each once, and what is left out is told with its line.

import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import type { EpisodeFacts, SourceEpisode } from '../source.ts';
import { resolveAddress, resolveLink } from './addresses.ts';
import { itemKey } from './identity.ts';
import { readFacts, readTranscripts } from './item-facts.ts';
import type { ParsedFeed, ParsedItem } from './parse-xml.ts';
import { readPeople } from './people.ts';
import type { OfferedTranscript } from './transcripts.ts';

export interface FeedItem {
  /** What it is known by. */
  readonly key: string;
  readonly facts: EpisodeFacts;
  readonly fallback: SourceEpisode['fallback'];
  readonly transcripts: readonly OfferedTranscript[];
  readonly chaptersAddress?: string;
}

/** Whoever reads of so many need not read of the rest. */
const mostProblems = 50;

/** @param base what addresses are relative to. @param file the feed, as people may see it. */
export function readItems({ channel, items, broken, beyond }: ParsedFeed, base: string, file: string) {
  const problem = (line: number | undefined, told: string) =>
    new VerbatimError('malformed', `${file}${line === undefined ? '' : `:${line}`}: ${told}`, {
      file,
      ...known({ line }),
    });
  const people = readPeople(channel.podcast?.persons);
  const read = new Map<string, FeedItem>();
  const problems = broken.map(({ line, what }) =>
    problem(line, `an episode is broken XML (${what}). It was left out.`),
  );
  let unheard = 0;
  for (const parsed of items) {
    const item = readItem(parsed, base, people);
    if (item === undefined) {
      problems.push(problem(parsed.line, 'an episode has neither guid, audio, link nor title. It was left out.'));
    } else if (read.has(item.key)) {
      problems.push(problem(parsed.line, `${told(item)} is there twice. The first one counts.`));
    } else if (item.transcripts.length === 0 && item.facts.audio === undefined) {
      unheard++;
    } else {
      read.set(item.key, item);
    }
  }
  if (unheard > 0 && read.size === 0) {
    problems.push(problem(undefined, 'none of its entries has audio or a transcript. Is it the feed of a podcast?'));
  }
  if (beyond > 0) {
    problems.unshift(
      problem(undefined, `only its first ${items.length + broken.length} episodes are read; ${beyond} more are not.`),
    );
  }
  const more = problems.length - mostProblems;
  const last = more > 0 ? [problem(undefined, `${more} more of its episodes were left out.`)] : [];
  return { items: [...read.values()], problems: [...problems.slice(0, mostProblems), ...last] };
}

function told({ key, facts }: FeedItem): string {
  return facts.title === undefined ? `the episode ${key}` : `"${facts.title}"`;
}

/** `undefined` where it says nothing by which it could be known again. */
function readItem(parsed: ParsedItem, feedBase: string, people: ReturnType<typeof readPeople>): FeedItem | undefined {
  const { item } = parsed;
  const base = resolveLink(item.xml?.base, feedBase) ?? feedBase;
  const facts = readFacts(parsed, base, people);
  const { audio, link, title, publishedAt } = facts;
  const key = itemKey(known({ guid: item.guid?.value, enclosure: audio, link, title, publishedAt }));
  if (key === undefined) return undefined;
  return {
    key,
    facts,
    fallback: { title: nameOfFile(audio) ?? publishedAt ?? key },
    transcripts: readTranscripts(item, base),
    ...known({ chaptersAddress: resolveAddress(item.podcast?.chapters?.url, base) }),
  };
}

function nameOfFile(address: string | undefined): string | undefined {
  const name =
    address === undefined
      ? undefined
      : new URL(address).pathname
          .split('/')
          .at(-1)
          ?.replace(/\.\w+$/, '');
  try {
    return name && decodeURIComponent(name).replaceAll('_', ' ');
  } catch {
    return name;
  }
}
