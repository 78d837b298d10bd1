// Who a feed is and which item an item is, so that both are found again when they have moved or changed.

import { createHash } from 'node:crypto';
import { publicAddress } from './addresses.ts';

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md */
const namespace = Buffer.from('ead4c236bf5858c6a2c6a6b28d128cb6', 'hex');

/** The guid that the Podcasting 2.0 namespace makes of an address: UUIDv5, without its scheme and the slashes at its end. */
export function guidOfAddress(address: string): string {
  return uuid5(bareAddress(address));
}

/** What two spellings of one address have in common. */
export function bareAddress(address: string): string {
  return publicAddress(address)
    .replace(/^\w+:\/\//, '')
    .replace(/\/+$/, '');
}

/** https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5 */
function uuid5(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** `undefined` where it is no name that a podcast can be filed under ("none", a sentence, a path). */
export function ownGuid(written: string | undefined): string | undefined {
  const guid = written?.trim().toLowerCase();
  return guid !== undefined && /^[\w.-]{8,64}$/.test(guid) ? guid : undefined;
}

export interface ItemMarks {
  readonly guid?: string;
  readonly enclosure?: string;
  readonly link?: string;
  readonly title?: string;
  readonly publishedAt?: string;
}

/** What an item is known by, in one line: its guid, else its audio, else its page, else its title and day. */
export function itemKey({ guid, enclosure, link, title, publishedAt }: ItemMarks): string | undefined {
  const mark = guid?.trim() || enclosure || link || (title && [title, publishedAt].filter(Boolean).join(' '));
  if (!mark) return undefined;
  const plain = (/^https?:/i.test(mark) && URL.canParse(mark) ? publicAddress(mark) : mark)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return plain.length <= 300 ? plain : createHash('sha256').update(plain).digest('hex');
}
