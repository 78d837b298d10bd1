// Lists of feeds, as podcast programs write them.
import { describe, expect, test } from 'vitest';
import { VerbatimError } from '../../src/errors.ts';
import { readOpml, writeOpml } from '../../src/sources/opml.ts';

const opml = (body: string) =>
  Buffer.from(`<?xml version="1.0"?><opml version="2.0"><head/><body>${body}</body></opml>`);
const read = (body: string) => readOpml(opml(body), 'feeds.opml');

describe('reading', () => {
  test('takes the feeds out of all groups, in their order', () => {
    const { feeds, problems } = read(`
      <outline text="Talk"><outline text="Deep">
        <outline type="rss" text="One" title="Show &amp; One" xmlUrl="https://one.example.org/feed"/>
      </outline></outline>
      <outline text="Two" xmlUrl="https://two.example.org/feed?a=1&amp;b=2"/>
      <outline text="An empty group"/>`);
    expect(feeds).toEqual([
      { address: 'https://one.example.org/feed', title: 'Show & One' },
      { address: 'https://two.example.org/feed?a=1&b=2', title: 'Two' },
    ]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['xmlURL="https://a.example.org/f"', 'https://a.example.org/f'],
    ['XMLURL="https://a.example.org/f"', 'https://a.example.org/f'],
    ['type="RSS" url="https://a.example.org/f"', 'https://a.example.org/f'],
    ['xmlUrl="feed://a.example.org/f"', 'http://a.example.org/f'],
    ['xmlUrl="feed:https://a.example.org/f"', 'https://a.example.org/f'],
    ['xmlUrl="itpc://a.example.org/f"', 'http://a.example.org/f'],
    ['xmlUrl=" https://ann:secret@a.example.org/f "', 'https://ann:secret@a.example.org/f'],
  ])('knows %s', (attributes, address) => {
    expect(read(`<outline ${attributes}/>`).feeds).toEqual([{ address }]);
  });

  test('names each feed once, whatever its scheme and slashes', () => {
    const { feeds } = read(
      ['https://a.example.org/f', 'http://a.example.org/f/', 'https://a.example.org/f']
        .map((address) => `<outline text="A" xmlUrl="${address}"/>`)
        .join(''),
    );
    expect(feeds).toEqual([{ address: 'https://a.example.org/f', title: 'A' }]);
  });

  test('tells what is no feed, and goes on', () => {
    const { feeds, problems } = read(`
      <outline type="rss" text="Lost"/>
      <outline text="Local" xmlUrl="file:///home/ann/secret.xml"/>
      <outline text="Good" xmlUrl="https://a.example.org/f"/>`);
    expect(feeds.map(({ title }) => title)).toEqual(['Good']);
    expect(problems.map(({ message }) => message)).toEqual([
      'feeds.opml: "Lost" has no address. It was left out.',
      'feeds.opml: "Local" has no address of the web (file:…). It was left out.',
    ]);
  });

  test('reads UTF-16, and a DOCTYPE with entities means nothing', () => {
    const text =
      '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="&x;Ä" xmlUrl="https://a.example.org/f"/></body></opml>';
    const { feeds } = readOpml(Buffer.from(`\ufeff${text}`, 'utf16le'), 'feeds.opml');
    expect(feeds).toEqual([{ address: 'https://a.example.org/f', title: '&x;Ä' }]);
  });

  test.each([
    ['<html><body>no</body></html>', 'unknown-format', undefined],
    ['', 'unknown-format', undefined],
    ['<opml>\n<head>\n<title>Mine\n</head><body/></opml>', 'malformed', 3],
    [`<opml><body>${'<outline text="a">'.repeat(100_000)}`, 'malformed', 1],
  ])('says where %.30s is wrong', (text, code, line) => {
    const error = caught(() => readOpml(Buffer.from(text), 'feeds.opml'));
    expect(error).toMatchObject({ code, message: expect.stringMatching(/^feeds\.opml/) });
    expect(error.line).toBe(line);
  });
});

describe('writing', () => {
  const feeds = [
    { address: 'https://one.example.org/feed?a=1&b=2', title: 'Ann & "Bob" <live>' },
    { address: 'https://two.example.org/feed' },
  ];

  test('is read back as it was', () => {
    const text = writeOpml(feeds, new Date('2020-08-15T10:00:00Z'));
    expect(readOpml(Buffer.from(text), 'x').feeds).toEqual([feeds[0], { ...feeds[1], title: 'two.example.org' }]);
    expect(text).toContain('<dateCreated>Sat, 15 Aug 2020 10:00:00 GMT</dateCreated>');
  });

  test('of no feeds is a list as well', () => {
    expect(readOpml(Buffer.from(writeOpml([], new Date(0))), 'x').feeds).toEqual([]);
  });
});

function caught(act: () => unknown): VerbatimError {
  try {
    act();
  } catch (error) {
    if (error instanceof VerbatimError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
