// Who feeds and items are, as the namespace and its examples have it.
import { describe, expect, test } from 'vitest';
import { guidOfAddress, itemKey } from '../../../src/sources/feed/identity.ts';

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md */
test.each([
  ['https://mp3s.nashownotes.com/pc20rss.xml', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
  ['http://mp3s.nashownotes.com/pc20rss.xml/', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
  ['https://ann:secret@mp3s.nashownotes.com/pc20rss.xml//', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
  ['https://podnews.net/rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
])('the guid of %s', (address, guid) => expect(guidOfAddress(address)).toBe(guid));

describe('an item is known by', () => {
  const marks = {
    guid: ' g 1\n',
    enclosure: 'https://a.example.org/1.mp3',
    link: 'https://a.example.org/1',
    title: 'One',
    publishedAt: '2020-08-15',
  };
  test('its guid, else its audio, else its page, else its title and day', () => {
    const { guid: _guid, ...noGuid } = marks;
    const { enclosure: _enclosure, ...noAudio } = noGuid;
    const { link: _link, ...noPage } = noAudio;
    const { publishedAt: _day, ...noDay } = noPage;
    expect([marks, noGuid, noAudio, noPage, noDay, {}].map(itemKey)).toEqual([
      'g 1',
      'https://a.example.org/1.mp3',
      'https://a.example.org/1',
      'One 2020-08-15',
      'One',
      undefined,
    ]);
  });

  test('no secrets, and not by more than a line', () => {
    expect(itemKey({ guid: 'https://ann:secret@a.example.org/1' })).toBe('https://a.example.org/1');
    expect(itemKey({ guid: 'x'.repeat(10_000) })).toMatch(/^[0-9a-f]{64}$/);
  });
});
