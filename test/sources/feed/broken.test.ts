// Feeds that are broken, hostile, or no feeds at all.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VerbatimError } from '../../../src/errors.ts';
import { decodeFeed } from '../../../src/sources/feed/encoding.ts';
import { errorOf, item, place, read, rss } from './feeds.ts';

describe('a broken item costs only itself', () => {
  test.each([
    ['an element that is not closed', '\n<title>Two', '<title> is never closed', 5],
    ['an element that is closed as another', '\n\n<link>https://example.org/2</lnk>', '<link> is never closed', 6],
    [
      'a CDATA section that is not closed',
      '<description><![CDATA[Two</description>',
      '<description> is never closed',
      4,
    ],
    ['a comment that is not closed', '<!-- Two', 'is never closed', 4],
    ['elements nested too deep', '<a>'.repeat(20_000) + '</a>'.repeat(20_000), 'nested more than 200 deep', 4],
  ])('%s', (_, broken, told, line) => {
    const whole = '<description><![CDATA[One & all]]></description><!-- so -->';
    const { items, problems } = read(rss([item(1, whole), item(2, broken), item(3, whole)].join('\n')));
    expect(items.map(({ key, facts }) => [key, facts.description])).toEqual([
      ['guid-1', 'One & all'],
      ['guid-3', 'One & all'],
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'malformed', line, message: expect.stringContaining(told) });
    expect(problems[0]?.message).toMatch(`${place.file}:${line}: an episode is broken XML (`);
  });

  test.each([
    ['HTML that is not escaped', '<description><p>Two <br> and</description>'],
    ['bare ampersands', '<description>Two & two &nbsp; &unknown; &</description>'],
    ['an item in a comment', '<!-- <item><title>No</title></item> -->'],
    ['items in CDATA', '<description><![CDATA[Write <item> and </item>]]></description>'],
  ])('%s costs nothing', (_, more) => {
    const { items, problems } = read(rss([item(1), item(2, more), item(3)].join('\n')));
    expect(items.map(({ key }) => key)).toEqual(['guid-1', 'guid-2', 'guid-3']);
    expect(problems).toEqual([]);
  });

  test('whole items in a comment are not there', () => {
    expect(read(rss(`<!-- ${item(1)}${item(2)} -->${item(3)}`)).items.map(({ key }) => key)).toEqual(['guid-3']);
  });

  test('what has been cut off costs what is behind it', () => {
    const { podcast, items, problems } = read(
      rss(`${item(1)}\n${item(2)}`).replace(/<\/title><guid[^>]*>guid-2.*$/s, ''),
    );
    expect(podcast.title).toBe('Kettle Talk');
    expect(items.map(({ key }) => key)).toEqual(['guid-1']);
    expect(problems.map(({ line }) => line)).toEqual([4]);
  });

  test('items that say nothing are told; those that are there twice, too', () => {
    const { items, problems } = read(rss(['<item/>', '<item> </item>', item(1), item(2), item(1)].join('\n')));
    expect(items.map(({ key }) => key)).toEqual(['guid-1', 'guid-2']);
    expect(problems.map(({ line, message }) => [line, message.replace(/^\S+ /, '')])).toEqual([
      [3, 'an episode has neither guid, audio, link nor title. It was left out.'],
      [4, 'an episode has neither guid, audio, link nor title. It was left out.'],
      [7, '"Episode 1" is there twice. The first one counts.'],
    ]);
  });

  test('entries without sound and transcript are no episodes', () => {
    const entry = '<item><title>News</title><link>https://example.org/news</link></item>';
    expect(read(rss(entry + item(1)))).toMatchObject({ items: [{ key: 'guid-1' }], problems: [] });
    expect(read(rss(entry)).problems.map(({ message }) => message)).toEqual([
      `${place.file}: none of its entries has audio or a transcript. Is it the feed of a podcast?`,
    ]);
  });

  /** Everything of an item carries its number, so that words of another item are seen. */
  const numbered = (n: number) =>
    `<item>\n<title>Episode ${n}</title><guid>guid-${n}</guid>\n<description><![CDATA[Notes ${n} <b>and</b>]]></description>\n` +
    `<enclosure url="https://cdn.example.org/${n}.mp3" type="audio/mpeg"/><!-- ${n} -->\n` +
    `<podcast:transcript url="https://cdn.example.org/${n}.vtt" type="text/vtt"/><podcast:person>Person ${n}</podcast:person>\n</item>`;
  const scraps = [
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<item>',
    '</item>',
    '<item',
    '"',
    "'",
    '<',
    '>',
    '&',
    '</',
    '<title>',
    '<description>',
    '</channel>',
    '<?',
    '\0',
  ];

  test('whatever is done to one item, no other loses anything, and none gets the words of another', () => {
    const whole = read(rss([1, 2, 3, 4, 5].map(numbered).join('\n'))).items;
    fc.assert(
      fc.property(
        fc.nat(numbered(3).length - 20),
        fc.nat(60),
        fc.array(fc.constantFrom(...scraps), { maxLength: 3 }),
        (at, length, inserted) => {
          const text = numbered(3);
          // Its first and its last tag stay: what is cut there is cut out of its neighbours.
          const from = Math.max(6, at);
          const to = Math.min(text.length - 7, from + length);
          const hurt = text.slice(0, from) + inserted.join('') + text.slice(Math.max(from, to));
          const { items } = read(rss([numbered(1), numbered(2), hurt, numbered(4), numbered(5)].join('\n')));
          for (const other of [0, 1, 3, 4]) expect(items).toContainEqual(whole[other]);
          for (const { key, facts, transcripts } of items) {
            const numbers = new Set(
              JSON.stringify({ key, facts, transcripts }).match(/(?<=guid-|Episode |Notes |Person |org\/)\d/g),
            );
            expect(numbers.size).toBeLessThan(2);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('any text is read, or is told to be none', () => {
    const text = rss([1, 2, 3].map(numbered).join('\n'));
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(400),
        fc.array(fc.constantFrom(...scraps, ...'<>&/"', 'x'), { maxLength: 20 }),
        (at, length, inserted) => {
          try {
            read(text.slice(0, at) + inserted.join('') + text.slice(at + length));
          } catch (error) {
            expect(error).toBeInstanceOf(VerbatimError);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('there is an end to what is tried', () => {
  test('where thousands are broken, the first ones are told', { timeout: 60_000 }, () => {
    const { items, problems } = read(rss(`${item(1)}${'<item><title>'.repeat(4000)}`));
    expect(items.map(({ key }) => key)).toEqual(['guid-1']);
    expect(problems).toHaveLength(51);
    expect(problems[50]?.message).toMatch(/: \d+ more of its episodes were left out\.$/);
  });

  test('of more items than a podcast has in fifty years, the first ones are read', { timeout: 60_000 }, () => {
    const { items, problems } = read(
      rss(Array.from({ length: 20_010 }, (_, n) => `<item><guid>${n}</guid><enclosure url="a.mp3"/></item>`).join('')),
    );
    expect(items).toHaveLength(20_000);
    expect(problems.map(({ message }) => message)).toEqual([
      `${place.file}: only its first 20000 episodes are read; 10 more are not.`,
    ]);
  });

  test('a feed of 50 MB is read', { timeout: 60_000 }, () => {
    const notes = `<description><![CDATA[${'<p>What kettles sing of.</p> '.repeat(1800)}]]></description>`;
    const text = rss(Array.from({ length: 1000 }, (_, n) => item(n, notes)).join('\n'));
    expect(text.length).toBeGreaterThan(50_000_000);
    const { items, problems } = read(text);
    expect([items.length, problems.length]).toEqual([1000, 0]);
  });

  test.each([
    ['open tags', '<a '],
    ['quotes', '"'],
    ['CDATA sections', '<![CDATA['],
    ['comments', '<!--'],
    ['instructions', '<?x '],
    ['content links', '<p:contentLink href="'],
    ['ampersands', '&amp;'],
  ])('a megabyte of %s costs the item it stands in', { timeout: 30_000 }, (_, scrap) => {
    const { items } = read(rss(`${item(1)}<item>${scrap.repeat(1_000_000 / scrap.length)}</item>${item(2)}`));
    expect(items.map(({ key }) => key)).toEqual(['guid-1', 'guid-2']);
  });
});

describe('a broken channel is told with its line', () => {
  test.each([
    ['an element that is not closed', '\n<title>Kettle', 3],
    ['elements nested too deep', `\n${'<a>'.repeat(20_000)}`, 3],
  ])('%s', (_, channel, line) => {
    const error = errorOf(() => read(rss(item(1), channel)));
    expect(error).toMatchObject({ code: 'malformed', line });
    expect(error.message).toMatch(new RegExp(`^${place.file}:${line} is broken XML: .* Tell whoever makes the feed.$`));
  });
});

describe('entities and DOCTYPEs mean nothing', () => {
  const bomb = Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(20)}">`).join('');
  test.each([
    ['a bomb', `<!ENTITY e0 "ha">${bomb}`, '&e20;'],
    ['a file', '<!ENTITY e SYSTEM "file:///etc/passwd">', '&e;'],
    ['an address', '<!ENTITY % e SYSTEM "http://127.0.0.1/"> %e;', '&e;'],
    ['a text', '<!ENTITY e "<item><title>No</title></item>">', '&e;'],
  ])('%s', (_, doctype, entity) => {
    const text = rss(item(1, `<description>${entity}</description>`)).replace(
      '<rss',
      `<!DOCTYPE rss [${doctype}]>\n<rss`,
    );
    const { items, problems } = read(text);
    expect(items.map(({ key, facts }) => [key, facts.description])).toEqual([['guid-1', entity]]);
    expect(problems).toEqual([]);
  });

  test('a name that is nothing but one of them is none', () => {
    const head = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<rss';
    const { podcast, items } = read(
      rss(item(1)).replace('<rss', head).replace('Kettle Talk', '&b;').replace('Episode 1', '&b;&a;'),
    );
    expect(podcast.title).toBeUndefined();
    expect(items.map(({ facts, fallback }) => [facts.title, fallback.title])).toEqual([[undefined, '1']]);
    expect(read(rss(item(1)).replace('Kettle Talk', 'Tea &amp; Kettles &amp;c;')).podcast.title).toBe(
      'Tea & Kettles &c;',
    );
  });
});

describe('what is no feed says what it is', () => {
  const page = (head: string) =>
    `<!DOCTYPE html><html><head>${head}</head><body><rss><channel></channel></rss></body></html>`;
  test.each([
    ['', 'answered with nothing. Check the address, or try again later.'],
    [' \n', 'answered with nothing. Check the address, or try again later.'],
    ['{"error": "no"}', 'is JSON, and no feed. Look for "RSS" on the podcast’s page, and give that address.'],
    ['WEBVTT\n\n00:00.000 --> 00:01.000\nHi', 'is one transcript, not a feed. Save it as a file and import that.'],
    [
      '<opml version="2.0"><body/></opml>',
      'is a list of feeds (OPML), not a feed. Save it as a file and add the feeds from that.',
    ],
    [
      '<?xml version="1.0"?><urlset></urlset>',
      'is XML, and no feed: it begins with <urlset>. Look for "RSS" on the podcast’s page, and give that address.',
    ],
    ['hello', 'is text, and no feed. Look for "RSS" on the podcast’s page, and give that address.'],
    [
      page(''),
      'is a web page, not a feed, and names none. Look for "RSS" on the podcast’s page, and give that address.',
    ],
    [
      page('<link rel="alternate" type="application/rss+xml" href="/feed?a=1">'),
      'is a web page, not a feed. Give its feed instead: https://feeds.example.org/feed?a=…',
    ],
    [
      page(
        '<LINK href=a.xml type=application/rss+xml rel="alternate home"><link rel=alternate type="application/atom+xml" href=b.xml>',
      ),
      'is a web page, not a feed. Give its feed instead: https://feeds.example.org/show/a.xml or https://feeds.example.org/show/b.xml',
    ],
    [
      page('<link rel="alternate" type="text/html" href="/de"><link rel="stylesheet" href="/x.css">'),
      'is a web page, not a feed, and names none. Look for "RSS" on the podcast’s page, and give that address.',
    ],
  ])('%.40s', (text, told) => {
    expect(errorOf(() => read(text))).toMatchObject({ code: 'unknown-format', message: `${place.file} ${told}` });
  });
});

describe('encodings', () => {
  const text = (encoding: string) =>
    rss(item('Ä–日本'), '<title>Ä</title>').replace(
      'encoding="UTF-8"',
      encoding === '' ? '' : `encoding="${encoding}"`,
    );
  const latin = (encoding: string) => text(encoding).replaceAll('日本', 'ß');
  test.each<[string, Uint8Array, string | undefined, string]>([
    ['UTF-8', Buffer.from(text('UTF-8')), undefined, 'Ä–日本'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text('utf-8')}`), undefined, 'Ä–日本'],
    ['UTF-8 that says nothing', Buffer.from(text('')), undefined, 'Ä–日本'],
    ['UTF-8 that says it is Windows-1252', Buffer.from(text('windows-1252')), 'iso-8859-1', 'Ä–日本'],
    ['UTF-8 that says it is Shift JIS', Buffer.from(text('Shift_JIS')), undefined, 'Ä–日本'],
    ['UTF-8 of an encoding that nobody knows', Buffer.from(text('x-none')), 'nonsense', 'Ä–日本'],
    ['UTF-16', Buffer.from(`\ufeff${text('UTF-16')}`, 'utf16le'), undefined, 'Ä–日本'],
    ['UTF-16 without its mark', Buffer.from(text('UTF-16'), 'utf16le'), undefined, 'Ä–日本'],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${text('utf-16')}`, 'utf16le').swap16(), undefined, 'Ä–日本'],
    ['Windows-1252', Buffer.from(latin('windows-1252').replace('–', '\x96'), 'latin1'), undefined, 'Ä–ß'],
    [
      'Windows-1252 that says it is Latin-1',
      Buffer.from(latin('ISO-8859-1').replace('–', '\x96'), 'latin1'),
      undefined,
      'Ä–ß',
    ],
    ['Windows-1252 that says it is UTF-8', Buffer.from(latin('UTF-8').replace('–', '\x96'), 'latin1'), 'utf-8', 'Ä–ß'],
    [
      'Cyrillic, as it says',
      Buffer.from(text('windows-1251').replace(/Ä–日本/, '\xcf\xf0'), 'latin1'),
      undefined,
      'Пр',
    ],
    [
      'Cyrillic, as its server says',
      Buffer.from(text('').replace(/Ä–日本/, '\xcf\xf0'), 'latin1'),
      'windows-1251',
      'Пр',
    ],
  ])('%s', (_, bytes, charset, name) => {
    const { items } = read(decodeFeed(bytes, charset, place.file));
    expect(items[0]?.facts.title).toBe(`Episode ${name}`);
  });
});
