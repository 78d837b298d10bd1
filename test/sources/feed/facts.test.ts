// What a feed says of its podcast and its episodes.
import { describe, expect, test } from 'vitest';
import { item, read, readItem, rss } from './feeds.ts';

describe('a podcast', () => {
  test('is what its channel says', () => {
    const { podcast, guid, movedTo } = read(
      rss(
        '',
        `<language>de-AT</language><link>/show</link><itunes:author>Ann Berg &amp; friends</itunes:author>
         <itunes:image href="cover.jpg"/><image><url>https://cdn.example.org/small.jpg</url></image>
         <podcast:guid>917393E3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
         <itunes:new-feed-url> https://new.example.org/feed </itunes:new-feed-url>`,
      ),
    );
    expect({ podcast, guid, movedTo }).toEqual({
      podcast: {
        title: 'Kettle Talk',
        language: 'de',
        link: 'https://feeds.example.org/show',
        image: 'https://feeds.example.org/show/cover.jpg',
        author: 'Ann Berg & friends',
      },
      guid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
      movedTo: 'https://new.example.org/feed',
    });
  });

  test.each([
    ['en-us', 'en'],
    ['de_DE', 'de'],
    ['ger', 'de'],
    ['in', 'id'],
    ['PT-br', 'pt'],
    ['zh-Hant-TW', 'zh'],
    ['English', undefined],
    ['', undefined],
  ])('in "%s"', (written, language) => {
    expect(read(rss('', `<language>${written}</language>`)).podcast.language).toBe(language);
  });

  test.each(['none', 'a sentence of words', '../../etc', '1', ''])('has no guid where it says "%s"', (guid) => {
    expect(read(rss('', `<podcast:guid>${guid}</podcast:guid>`)).guid).toBeUndefined();
  });

  test('has an author without a mail address', () => {
    const author = '<itunes:author>ann@example.org (Ann Berg)</itunes:author>';
    expect(read(rss('', author)).podcast.author).toBe('Ann Berg');
  });
});

describe('an episode', () => {
  test('is what its item says', () => {
    const { key, facts, transcripts, chaptersAddress } = readItem(`
      <pubDate>Sat, 15 Aug 2020 23:30:00 -0800</pubDate><link>https://example.org/1</link>
      <description><![CDATA[<p>On <b>kettles</b> &amp; pots.</p><ul><li>One</li><li>Two</li></ul><script>x()</script>]]></description>
      <itunes:image href="https://cdn.example.org/1.jpg"/><podcast:season name="Spring">2</podcast:season>
      <podcast:episode display="Ch. 7">7</podcast:episode><itunes:episode>99</itunes:episode>
      <podcast:transcript url="1.srt" type="application/srt"/>
      <podcast:transcript url="1.vtt" type="text/vtt" language="es" rel="captions"/>
      <podcast:chapters url="1.json" type="application/json+chapters"/>
      <podcast:soundbite startTime="73.0" duration="60.5">Why kettles sing</podcast:soundbite>
      <podcast:soundbite startTime="-1" duration="60"/><podcast:soundbite startTime="5" duration="0"/>
      <podcast:person role="Host">Ann Berg</podcast:person>
      <podcast:person group="Visuals" role="Cover Art Designer"><![CDATA[Mira & Quist]]></podcast:person>`);
    expect(key).toBe('guid-1');
    expect(facts).toEqual({
      title: 'Episode 1',
      publishedAt: '2020-08-15',
      link: 'https://example.org/1',
      audio: 'https://cdn.example.org/1.mp3',
      image: 'https://cdn.example.org/1.jpg',
      description: 'On kettles & pots.\nOne\nTwo',
      season: 2,
      number: 7,
      soundbites: [{ startSeconds: 73, durationSeconds: 60.5, title: 'Why kettles sing' }],
      people: [
        { name: 'Ann Berg', role: 'host' },
        { name: 'Mira & Quist', role: 'cover art designer', group: 'visuals' },
      ],
      ownPeople: true,
    });
    expect(transcripts).toEqual([
      { address: 'https://feeds.example.org/show/1.srt', mediaType: 'application/srt' },
      { address: 'https://feeds.example.org/show/1.vtt', mediaType: 'text/vtt', language: 'es' },
    ]);
    expect(chaptersAddress).toBe('https://feeds.example.org/show/1.json');
  });

  test('has the numbers of iTunes where the podcast namespace has none', () => {
    const { facts } = readItem('<itunes:season>3</itunes:season><itunes:episode>4</itunes:episode>');
    expect(facts).toMatchObject({ season: 3, number: 4 });
  });

  test('has its podcast’s people, unless it names its own', () => {
    const channel = '<podcast:person>Ann Berg</podcast:person>';
    expect(readItem('', channel).facts).toMatchObject({ people: [{ name: 'Ann Berg', role: 'host' }] });
    expect(readItem('', channel).facts.ownPeople).toBeUndefined();
    expect(readItem('<podcast:person role="guest">Bo Tarn</podcast:person>', channel).facts).toMatchObject({
      people: [{ name: 'Bo Tarn', role: 'guest' }],
      ownPeople: true,
    });
  });

  test('has the chapters that stand in it', () => {
    const { facts } = readItem(`<psc:chapters version="1.2">
      <psc:chapter start="01:02:03.5" title="Pots"/><psc:chapter start="0" title="Kettles &amp; tea"/>
      <psc:chapter start="soon" title="Never"/><psc:chapter start="5"/></psc:chapters>`);
    expect(facts.chapters).toEqual([
      { startSeconds: 0, title: 'Kettles & tea' },
      { startSeconds: 3723.5, title: 'Pots' },
    ]);
  });

  test('reads the same under other prefixes, without declarations and in capitals', () => {
    const transcript = '<podcast:transcript url="https://cdn.example.org/1.vtt" type="text/vtt"/>';
    const usual = rss(item(1, transcript));
    const expected = read(usual).items;
    expect(expected[0]?.transcripts).toHaveLength(1);
    const spellings = [
      usual.replace('xmlns:podcast=', 'xmlns:p20=').replace('<podcast:', '<p20:'),
      usual.replace(/ xmlns:\w+="[^"]*"/g, ''),
      usual.replace(/<(\/?)([\w:]+)/g, (_, slash, name) => `<${slash}${name.toUpperCase()}`),
      usual.replace(
        'https://podcastindex.org/namespace/1.0',
        'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md',
      ),
      `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "rss-0.91.dtd">${usual.replace(/^<\?xml.*\?>/, '')}`,
    ];
    for (const text of spellings) expect(read(text).items).toEqual(expected);
  });

  test('resolves addresses against xml:base', () => {
    const text = rss(item(1, '<link>one</link><podcast:transcript url="one.vtt" type="text/vtt"/>')).replace(
      '<channel>',
      '<channel xml:base="https://example.org/pages/">',
    );
    expect(read(text).items[0]).toMatchObject({
      facts: { link: 'https://example.org/pages/one' },
      transcripts: [{ address: 'https://example.org/pages/one.vtt' }],
    });
  });

  test.each(['javascript:alert(1)', 'ipfs://Qm1', 'file:///etc/passwd', 'data:text/plain,x', 'http://', ''])(
    'links nowhere with "%s"',
    (address) => {
      const { facts, transcripts, chaptersAddress } = readItem(
        `<link>${address}</link><itunes:image href="${address}"/><podcast:transcript url="${address}" type="text/vtt"/>
         <podcast:chapters url="${address}"/><podcast:contentLink href="${address}">x</podcast:contentLink>`,
      );
      expect({ link: facts.link, image: facts.image, links: facts.links, transcripts, chaptersAddress }).toEqual({
        transcripts: [],
      });
    },
  );

  test('shows no name and no password of any address', () => {
    const { facts, key } =
      read(
        rss(`<item><title>x</title><link>https://ann:secret@example.org/1</link><guid>https://ann:secret@example.org/g</guid>
        <enclosure url="https://ann:secret@cdn.example.org/1.mp3" type="audio/mpeg"/>
        <itunes:image href="https://ann:secret@cdn.example.org/1.jpg"/></item>`),
      ).items[0] ?? {};
    expect(JSON.stringify({ facts, key })).not.toMatch(/ann|secret/);
    expect(facts?.audio).toBe('https://cdn.example.org/1.mp3');
  });

  test('leads nobody to what opens with a password alone', () => {
    const { facts } = readItem(`<link>https://ann:secret@example.org/1</link>
      <itunes:image href="https://ann:secret@cdn.example.org/1.jpg"/>
      <podcast:contentLink href="https://ann:secret@www.youtube.com/watch?v=abcdefghijk">x</podcast:contentLink>`);
    expect(facts).toEqual({ title: 'Episode 1', audio: 'https://cdn.example.org/1.mp3' });
    const [locked] = read(rss(item(1).replace('https://cdn', 'https://ann:secret@cdn'))).items;
    expect(locked?.facts).toMatchObject({ audio: 'https://cdn.example.org/1.mp3', audioLocked: true });
  });
});

test.each([
  ['3600', 3600],
  ['1:02:03', 3723],
  ['62:03', 3723],
  ['0', undefined],
  ['an hour', undefined],
  ['', undefined],
])('an episode that is said to be "%s" long', (written, seconds) => {
  expect(readItem(`<itunes:duration>${written}</itunes:duration>`).facts.durationSeconds).toBe(seconds);
});

describe('the sound', () => {
  const alternate = (type: string, address: string, more = '') =>
    `<podcast:alternateEnclosure type="${type}" ${more}><podcast:source uri="ipfs://x"/><podcast:source uri="${address}"/></podcast:alternateEnclosure>`;
  test.each([
    [
      'its enclosure',
      '<enclosure url="https://a.example.org/1.mp3" type="audio/mpeg"/>',
      'https://a.example.org/1.mp3',
    ],
    [
      'the one that can be heard',
      '<enclosure url="https://a.example.org/1.jpg" type="image/jpeg"/><enclosure url="https://a.example.org/1.ogg" type="audio/ogg"/>',
      'https://a.example.org/1.ogg',
    ],
    [
      'a video, where there is no more',
      '<enclosure url="https://a.example.org/1.mp4" type="video/mp4"/>',
      'https://a.example.org/1.mp4',
    ],
    ['one without a type', '<enclosure url="https://a.example.org/1.m4a?x=1"/>', 'https://a.example.org/1.m4a?x=1'],
    [
      'one of a wrong type',
      '<enclosure url="https://a.example.org/play/1" type="application/octet-stream"/>',
      'https://a.example.org/play/1',
    ],
    [
      'the default alternate one',
      `${alternate('audio/opus', 'https://a.example.org/2.opus')}${alternate('audio/mpeg', 'https://a.example.org/1.mp3', 'default="true"')}`,
      'https://a.example.org/1.mp3',
    ],
    [
      'of media RSS',
      '<media:group><media:content url="https://a.example.org/1.mp3" type="audio/mpeg"/></media:group>',
      'https://a.example.org/1.mp3',
    ],
    [
      'no picture',
      '<enclosure url="https://a.example.org/1.jpg" type="image/jpeg"/><podcast:transcript url="1.srt"/>',
      undefined,
    ],
  ])('is %s', (_, enclosures, audio) => {
    expect(read(rss(`<item><title>x</title>${enclosures}</item>`)).items[0]?.facts.audio).toBe(audio);
  });
});

describe('where else to listen', () => {
  test.each([
    ['https://www.youtube.com/watch?v=abcdefghijk&amp;t=5', 'youtube'],
    ['https://youtu.be/abcdefghijk', 'youtube'],
    ['https://www.youtube.com/live/abcdefghijk', 'youtube'],
    ['https://open.spotify.com/episode/abc123', 'spotify'],
    ['https://podcasts.apple.com/us/podcast/kettles/id123?i=1000', 'apple'],
    ['https://soundcloud.com/kettle-talk/one', 'soundcloud'],
    ['https://pca.st/episode/0a1b2c3d', 'pocketcasts'],
  ])('%s is an episode', (address, player) => {
    const { facts } = readItem(`<podcast:contentLink href="${address}">There</podcast:contentLink>`);
    expect(facts.links).toEqual({ [player]: address.replace('&amp;', '&') });
  });

  test.each([
    'https://www.youtube.com/@kettles',
    'https://www.youtube.com/channel/UCabc',
    'https://www.youtube.com/kettles/livestream',
    'https://open.spotify.com/show/abc123',
    'https://podcasts.apple.com/us/podcast/kettles/id123',
    'https://soundcloud.com/kettle-talk',
    'https://soundcloud.com/kettle-talk/sets/all',
    'https://notyoutube.com/watch?v=abcdefghijk',
    'https://example.org/?u=https://youtu.be/abcdefghijk',
  ])('%s is none', (address) => {
    expect(readItem(`<podcast:contentLink href="${address}"/>`).facts.links).toBeUndefined();
  });

  test('in alternate enclosures, the page itself and Podlove’s player as well; the first of each counts', () => {
    const { facts } = readItem(`<link>https://soundcloud.com/kettle-talk/one</link>
      <podcast:alternateEnclosure type="video/mp4"><podcast:source uri="https://youtu.be/abcdefghijk"/></podcast:alternateEnclosure>
      <podcast:contentLink href='https://youtu.be/first-one-1'>A</podcast:contentLink>
      <!-- <podcast:contentLink href="https://open.spotify.com/episode/1"/> -->
      <atom:link rel="http://podlove.org/deep-link" href="https://example.org/1#"/>`);
    expect(facts.links).toEqual({
      youtube: 'https://youtu.be/first-one-1',
      soundcloud: 'https://soundcloud.com/kettle-talk/one',
      podlove: 'https://example.org/1#',
    });
  });
});

test.each([
  ['Sat, 15 Aug 2020 10:00:00 GMT', '2020-08-15'],
  ['Sat, 15 Aug 2020 23:59:59 -1200', '2020-08-15'],
  ['Sat, 15 Aug 2020 10:00:00 Somewhere/Else', '2020-08-15'],
  ['Sat,15 Aug 2020 25:61:00', '2020-08-15'],
  ['Thu, 15 August 2020', '2020-08-15'],
  ['15 Aug 20 10:00 EST', '2020-08-15'],
  ['Sun, 15-Mar-98 10:00:00 GMT', '1998-03-15'],
  ['Sa., 15. Aug. 2020', '2020-08-15'],
  ['sáb, 15 ago 2020 10:00:00 +0200', '2020-08-15'],
  ['August 15, 2020', '2020-08-15'],
  ['2020-08-15', '2020-08-15'],
  ['2020-08-15T10:00:00.000Z', '2020-08-15'],
  ['2020-08-15 10:00:00', '2020-08-15'],
  ['2020/8/5', '2020-08-05'],
  ['20200815T100000Z', '2020-08-15'],
  ['1597485600', '2020-08-15'],
  ['1597485600000', '2020-08-15'],
  ['08/09/2020', '2020'],
  ['Thu, 01 Jan 1970 00:00:00 GMT', undefined],
  ['30 Feb 2020', undefined],
  ['soon', undefined],
  ['', undefined],
])('a publishing date of "%s" is %s', (written, day) => {
  expect(readItem(`<pubDate>${written}</pubDate>`).facts.publishedAt).toBe(day);
});

test.each([
  ['Q&amp;amp;A on kettles', 'Q&A on kettles'],
  ['<![CDATA[Kettles &#8211; & pots]]>', 'Kettles – & pots'],
  ['  Kettles\n  and pots ', 'Kettles and pots'],
  ['I &lt;3 kettles', 'I <3 kettles'],
  ['&lt;i&gt;Kettles&lt;/i&gt; sing', 'Kettles sing'],
])('a title of "%s" is "%s"', (written, title) => {
  const { items } = read(rss(`<item><title>${written}</title><enclosure url="https://a.example.org/1.mp3"/></item>`));
  expect(items[0]?.facts.title).toBe(title);
});

describe('other kinds of feed', () => {
  test('Atom, with the podcast namespace in it', () => {
    const { podcast, guid, items } =
      read(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:podcast="https://podcastindex.org/namespace/1.0"
        xml:base="https://example.org/x/" xml:lang="de"><title>Kettles</title><link href="/"/><logo>l.png</logo>
      <podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
      <entry><id>tag:1</id><title type="html">&lt;b&gt;One&lt;/b&gt;</title><link href="one"/><published>2020-08-15T23:00:00-08:00</published>
        <link rel="enclosure" type="audio/mpeg" href="1.mp3"/><podcast:person>Ann Berg</podcast:person>
        <podcast:transcript url="1.vtt" type="text/vtt"/></entry>
      <entry><id>tag:2</id><title>Two</title><updated>2020-08-16</updated><link rel="enclosure" href="2.mp3"/></entry></feed>`);
    expect({ podcast, guid }).toEqual({
      podcast: { title: 'Kettles', language: 'de', link: 'https://example.org/', image: 'https://example.org/x/l.png' },
      guid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
    });
    expect(items).toMatchObject([
      {
        key: 'tag:1',
        facts: {
          title: 'One',
          publishedAt: '2020-08-15',
          link: 'https://example.org/x/one',
          audio: 'https://example.org/x/1.mp3',
          people: [{ name: 'Ann Berg' }],
        },
        transcripts: [{ address: 'https://example.org/x/1.vtt', mediaType: 'text/vtt' }],
      },
      { key: 'tag:2', facts: { title: 'Two', publishedAt: '2020-08-16' }, transcripts: [] },
    ]);
  });

  test('RDF', () => {
    const { podcast, items } =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:podcast="https://podcastindex.org/namespace/1.0">
      <channel rdf:about="x"><title>Kettles</title><link>https://example.org/</link></channel>
      <item rdf:about="y"><title>One</title><link>https://example.org/1</link><dc:date>2020-08-15</dc:date>
        <podcast:transcript url="https://example.org/1.vtt" type="text/vtt"/></item></rdf:RDF>`);
    expect(podcast).toEqual({ title: 'Kettles', link: 'https://example.org/' });
    expect(items).toMatchObject([
      {
        key: 'https://example.org/1',
        facts: { title: 'One', publishedAt: '2020-08-15' },
        transcripts: [{ mediaType: 'text/vtt' }],
      },
    ]);
  });

  test('JSON Feed', () => {
    const { podcast, items } = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Kettles',
        language: 'en-US',
        authors: [{ name: 'Ann Berg' }],
        items: [
          {
            id: '1',
            title: 'One',
            url: 'https://example.org/1',
            date_published: '2020-08-15T23:00:00-08:00',
            content_html: '<p>On kettles.</p>',
            attachments: [{ url: 'https://cdn.example.org/1.mp3', mime_type: 'audio/mpeg', duration_in_seconds: 90 }],
          },
        ],
      }),
    );
    expect(podcast).toEqual({ title: 'Kettles', language: 'en', author: 'Ann Berg' });
    expect(items).toMatchObject([
      {
        key: '1',
        facts: {
          title: 'One',
          description: 'On kettles.',
          publishedAt: '2020-08-15',
          audio: 'https://cdn.example.org/1.mp3',
          durationSeconds: 90,
        },
      },
    ]);
  });

  test('JSON Feed, whose attachments are sound, transcripts and chapters', () => {
    const at = (name: string) => `https://cdn.example.org/${name}`;
    const { items } = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Kettles',
        items: [
          {
            id: '1',
            attachments: [
              { url: at('1.srt'), mime_type: 'application/srt' },
              { url: at('1.vtt?v=2'), mime_type: 'text/vtt; charset=utf-8' },
              { url: at('1.json'), mime_type: 'application/json' },
              { url: at('2.vtt'), mime_type: 'application/octet-stream' },
              { url: at('parts'), mime_type: 'application/json+chapters' },
              { url: at('notes.html'), mime_type: 'text/html' },
              { url: at('1.mp3'), mime_type: 'audio/mpeg', duration_in_seconds: 90 },
            ],
          },
        ],
      }),
    );
    expect(items[0]?.facts).toEqual({ audio: at('1.mp3'), durationSeconds: 90 });
    expect(items[0]?.chaptersAddress).toBe(at('parts'));
    expect(items[0]?.transcripts).toEqual([
      { address: at('1.srt'), mediaType: 'application/srt' },
      { address: at('1.vtt?v=2'), mediaType: 'text/vtt' },
      { address: at('1.json'), mediaType: 'application/json' },
      { address: at('2.vtt'), mediaType: 'application/octet-stream' },
    ]);
  });

  test('RSS without a channel', () => {
    expect(read(`<rss version="0.9">${item(1)}${item(2)}</rss>`).items.map(({ key }) => key)).toEqual([
      'guid-1',
      'guid-2',
    ]);
  });
});

test('a description of any length is cut at a word, visibly', () => {
  const written = `<description>${'&lt;p&gt;What kettles sing of.&lt;/p&gt;'.repeat(500)}</description>`;
  const { description = '' } = readItem(written).facts;
  expect(description.length).toBeLessThanOrEqual(2000);
  expect(description).toMatch(/^(What kettles sing of\.\n)+What kettles sing of\. ?…$/);
});
