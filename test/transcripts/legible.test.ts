// What is shown of a transcript is what is kept: nothing in it cuts a text, tears a character or stands for another one.
import { describe, expect, test } from 'vitest';
import { legible } from '../../src/transcripts/legible.ts';
import { parseTranscript } from '../../src/transcripts/parse.ts';

describe('legible', () => {
  test.each([
    ['the kettle\u0000 sings', 'the kettle sings'],
    ['a\u0007\u001b[0m b\u007f', 'a[0m b'],
    ['tabs\tand\nlines\u000bstay', 'tabs\tand\nlines\u000bstay'],
    ['half \ud83d of it', 'half \ufffd of it'],
    ['half \ude00', 'half \ufffd'],
    ['whole 😀 👨‍👩‍👧', 'whole 😀 👨‍👩‍👧'],
    ['Q&amp;A, it&#39;s &quot;so&quot; &#x27;x&#x27; &#0039;', "Q&A, it's \"so\" 'x' '"],
    ['Q&amp;amp;A it&amp;#39;s', "Q&A it's"],
    ['&lt;b&gt; &nbsp; &copy; &amp;lt; &#60; stay', '&lt;b&gt; &nbsp; &copy; &lt; &#60; stay'],
    ['R&D; a & b; AT&T', 'R&D; a & b; AT&T'],
    ['', ''],
  ])('%j', (written, shown) => {
    expect(legible(written)).toBe(shown);
  });
});

test('words, names and titles of every kind of file come through it', () => {
  const json = JSON.stringify([{ start: 0, end: 2400, speaker: 'An\u0000n', text: 'The \ud800kettle\u0000 &amp; I.' }]);
  expect(parseTranscript(json).segments).toMatchObject([{ speaker: 'Ann', text: 'The \ufffdkettle & I.' }]);
  const yaml = '---\ntitle: "Ket\\0tles"\ntranscript:\n  - line: "It\\x07 sings."\n    who: "A\\0nn"\n---\n';
  expect(parseTranscript(yaml)).toMatchObject({
    facts: { title: 'Kettles' },
    segments: [{ speaker: 'Ann', text: 'It sings.' }],
  });
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v A\u0000nn>It\u0000 si\u001fngs.\n';
  expect(parseTranscript(vtt).segments).toMatchObject([{ speaker: 'Ann', text: 'It sings.' }]);
});
