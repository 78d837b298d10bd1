// What an item says of its episode.

import type { Person, Player } from '../../model.ts';
import { known } from '../../text/known.ts';
import { parseTimecode } from '../../text/timecode.ts';
import type { EpisodeFacts } from '../source.ts';
import { isLocked, publicAddress, resolveAddress, resolveLink } from './addresses.ts';
import { readLanguage } from './languages.ts';
import type { Item, ParsedItem } from './parse-xml.ts';
import { readPeople } from './people.ts';
import { plainLine, plainText } from './plain-text.ts';
import { playerOf } from './players.ts';
import { readPublishingDay } from './published.ts';
import type { OfferedTranscript } from './transcripts.ts';

/** @param people of the podcast; an item's own replace them. */
export function readFacts({ item, contentLinks }: ParsedItem, base: string, people: readonly Person[]): EpisodeFacts {
  const { podcast, itunes, media, dc, atom } = item;
  const ownPeople = podcast?.persons === undefined ? undefined : readPeople(podcast.persons);
  const cast = ownPeople ?? people;
  const chapters = readInlineChapters(item);
  const soundbites = readSoundbites(item);
  return {
    ...known({
      title: plainLine(item.title ?? itunes?.title ?? media?.title?.value ?? dc?.titles?.[0]),
      description: plainText(descriptionOf(item)),
      language: readLanguage(dc?.languages?.[0]),
      publishedAt: readPublishingDay(item.pubDate ?? dc?.dates?.[0] ?? atom?.published ?? atom?.updated),
      number: countOf(podcast?.episode?.number ?? itunes?.episode),
      season: countOf(podcast?.season?.number ?? itunes?.season),
      link: pageOf(item, base),
      ...audioFacts(audioOf(item), base),
      image: imageOf(item, base),
      links: linksOf(item, contentLinks, base),
      durationSeconds: countOf(itunes?.duration) || undefined,
    }),
    ...(cast.length > 0 && { people: cast }),
    ...(ownPeople !== undefined && { ownPeople: true }),
    ...(chapters.length > 0 && { chapters }),
    ...(soundbites.length > 0 && { soundbites }),
  };
}

export function readTranscripts({ podcast, media }: Item, base: string): OfferedTranscript[] {
  const subtitles = (media?.subTitles ?? []).map(({ href, type, lang }) => known({ url: href, type, language: lang }));
  return [...(podcast?.transcripts ?? []), ...subtitles].flatMap(({ url, type, language }) => {
    const address = resolveAddress(url, base);
    const mediaType = type?.toLowerCase().replace(/\s*;.*$/s, '');
    return address === undefined ? [] : [{ address, ...known({ mediaType, language: readLanguage(language) }) }];
  });
}

function descriptionOf({ description, itunes, content, media }: Item): string | undefined {
  return description ?? itunes?.summary ?? content?.encoded ?? itunes?.subtitle ?? media?.description?.value;
}

/** A guid that is not said to be something else is a permanent address. https://www.rssboard.org/rss-specification */
function pageOf({ link, guid, atom }: Item, base: string): string | undefined {
  const alternate = atom?.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
  const permanent = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;
  return resolveLink(link, base) ?? resolveLink(alternate, base) ?? resolveLink(permanent, base);
}

/** It can be transcribed with the name and the password of its feed, and heard with them alone. */
function audioFacts(written: string | undefined, base: string): Pick<EpisodeFacts, 'audio' | 'audioLocked'> {
  const address = resolveAddress(written, base);
  if (address === undefined) return {};
  return { audio: publicAddress(address), ...(isLocked(written) ? { audioLocked: true } : {}) };
}

interface Sound {
  readonly url?: string | undefined;
  readonly type?: string | undefined;
}

/** The enclosure that can be heard; else the alternate one that is the default; else what media RSS offers. */
function audioOf({ enclosures = [], podcast, media }: Item): string | undefined {
  const alternates = (podcast?.alternateEnclosures ?? [])
    .toSorted((one, other) => Number(other.default === true) - Number(one.default === true))
    .flatMap(({ type, sources }) => (sources ?? []).map(({ uri }) => known({ url: uri, type })))
    .filter(({ url = '' }) => /^https?:/i.test(url));
  const contents = [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap((group) => group.contents ?? [])];
  const offered: readonly Sound[] = [...enclosures, ...alternates, ...contents];
  const heard = (kind: RegExp) => offered.find(({ url, type = '' }) => url !== undefined && kind.test(type));
  const unsaid = offered.find(({ url = '', type }) => type === undefined && /\.(mp3|m4[ab]|ogg|opus|aac)\b/i.test(url));
  const first = enclosures.find(({ type = '' }) => !/^(image|text|application\/pdf)/i.test(type));
  return (heard(/^audio\//i) ?? unsaid ?? heard(/^video\//i) ?? first)?.url;
}

function imageOf({ podcast, itunes, media }: Item, base: string): string | undefined {
  return [itunes?.image, podcast?.images?.[0]?.href, media?.thumbnails?.[0]?.url]
    .map((address) => resolveLink(address, base))
    .find((address) => address !== undefined);
}

/** https://podlove.org/deep-link/ */
const deepLink = 'http://podlove.org/deep-link';

function linksOf(item: Item, contentLinks: readonly string[], base: string): EpisodeFacts['links'] | undefined {
  const links: Partial<Record<Player, string>> = {};
  const alternates = (item.podcast?.alternateEnclosures ?? []).flatMap(({ sources }) => sources ?? []);
  const podlove = resolveLink(item.atom?.links?.find(({ rel }) => rel === deepLink)?.href, base);
  if (podlove !== undefined) links.podlove = podlove;
  for (const written of [...contentLinks, ...alternates.map(({ uri }) => uri), item.link, item.media?.player?.url]) {
    const address = resolveLink(written, base);
    const player = address === undefined ? undefined : playerOf(address);
    if (address !== undefined && player !== undefined) links[player] ??= address;
  }
  return Object.keys(links).length > 0 ? links : undefined;
}

/** https://podlove.org/simple-chapters/ */
function readInlineChapters({ psc }: Item) {
  const chapters = (psc?.chapters ?? []).flatMap(({ start, title }) => {
    const startSeconds = start === undefined ? undefined : parseTimecode(start);
    const name = plainLine(title);
    return startSeconds === undefined || name === undefined ? [] : [{ startSeconds, title: name }];
  });
  return chapters.toSorted((one, other) => one.startSeconds - other.startSeconds);
}

function readSoundbites({ podcast }: Item) {
  return (podcast?.soundbites ?? []).flatMap(({ startTime, duration, display }) =>
    isTime(startTime) && isTime(duration) && duration > 0
      ? [{ startSeconds: startTime, durationSeconds: duration, ...known({ title: plainLine(display) }) }]
      : [],
  );
}

function isTime(seconds: number | undefined): seconds is number {
  return seconds !== undefined && Number.isFinite(seconds) && seconds >= 0;
}

function countOf(number: number | undefined): number | undefined {
  return isTime(number) ? number : undefined;
}
