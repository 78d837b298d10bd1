// An episode's chapters and soundbites as lists, each with a link to where it begins.

import type { Context } from '../../src/bot/command.ts';
import { momentLinks } from '../../src/links/moment-links.ts';
import type { Episode } from '../../src/model.ts';
import { list, paragraph } from '../../src/reply/blocks.ts';
import type { Block, Call, ListItem, Span } from '../../src/reply/reply.ts';
import { formatTimecode } from '../../src/text/timecode.ts';
import { truncate } from '../../src/text/truncate.ts';

/** More would drown the card that they stand in. */
const mostChapters = 12;
const mostSoundbites = 3;
const mostCharacters = 100;

interface Landmark {
  readonly startSeconds: number;
  readonly title?: string;
}

export function landmarkBlocks(episode: Episode, { messages }: Context): Block<Call>[] {
  const { chapters = [], soundbites = [] } = episode;
  const items = (landmarks: readonly Landmark[], most: number): ListItem<Call>[] => {
    const shown = landmarks.slice(0, most).map((landmark) => landmarkItem(episode, landmark));
    const left = landmarks.length - shown.length;
    return left > 0 ? [...shown, { text: [{ text: messages.episode.more(left) }] }] : shown;
  };
  return [
    ...section(messages.episode.soundbites, items(soundbites, mostSoundbites)),
    ...section(messages.episode.chapters, items(chapters, mostChapters)),
  ];
}

function section(title: string, items: readonly ListItem<Call>[]): Block<Call>[] {
  return items.length === 0 ? [] : [paragraph(`${title}:`), list(items)];
}

/** "12:30 The kettle boils", the time a link where the episode can be heard at it. */
function landmarkItem(episode: Episode, { startSeconds, title }: Landmark): ListItem<Call> {
  const time = formatTimecode(startSeconds);
  const link = momentLinks(episode, { startSeconds, timing: 'exact' }, '').find(
    (moment) => moment.startSeconds !== undefined,
  );
  const when: Span = link === undefined ? { text: time } : { text: time, url: link.url };
  return { text: title === undefined ? [when] : [when, { text: ` ${truncate(title, mostCharacters)}` }] };
}
