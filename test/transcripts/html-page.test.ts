// A talk is told from what stands around it on a page, however the page is built.
import { describe, expect, test } from 'vitest';
import { parseTranscript } from '../../src/transcripts/parse.ts';

const talk = Array.from({ length: 12 }, (_, turn) => {
  const name = turn % 2 === 0 ? 'Ann Example' : 'Ben Example';
  return turn % 3 === 0
    ? ([
        name,
        `So this is question ${turn} about kettles, and it goes on for a while, because people talk and talk.`,
      ] as const)
    : ([name, `Yes, number ${turn} it is.`] as const);
});
const write = (turn: (name: string, words: string) => string): string =>
  talk.map(([name, words]) => turn(name, words)).join('\n');
const paragraphs = write((name, words) => `<p><strong>${name}:</strong> ${words}</p>`);
const comments =
  '<div id="comments"><h3>Comments</h3><div class="comment"><p>Joe Reader: What a talk! I loved it, really, and so did my ' +
  'mother.</p></div><div class="comment"><p>Jane Reader: Me too, for hours and hours.</p></div></div>';
const teaser =
  '<article class="card"><h2>Teaser: one</h2><p>Words of a teaser, and more of them, so many.</p></article>';

test.each([
  ['an article', `<nav>Home</nav><article>${paragraphs}</article>${comments}<footer>Subscribe: now</footer>`],
  [
    'a div among divs',
    `<div class="menu"><a href="/">About: us</a></div><div class="content">${paragraphs}</div>${comments}`,
  ],
  [
    'a sidebar',
    `<div class="post">${paragraphs}</div><div class="sidebar"><h4>Popular: now</h4><ul><li>Tea: it</li></ul></div>`,
  ],
  ['teasers that are articles', `${teaser.repeat(6)}<div class="post">${paragraphs}</div>`],
  [
    'a banner',
    `<div class="cookie-banner"><p>We value: your privacy, as do our partners.</p></div><div>${paragraphs}</div>`,
  ],
  [
    'hidden until it is asked for',
    `<section class="tabs"><div class="transcript" hidden>${paragraphs}</div></section>`,
  ],
  ['line breaks', `<div id="main-content">${write((name, words) => `<b>${name}:</b> ${words}<br><br>`)}</div>`],
  ['a list', `<main><dl>${write((name, words) => `<dt>${name}:</dt><dd>${words}</dd>`)}</dl></main>`],
  ['a table', `<table>${write((name, words) => `<tr><td>${name}:</td><td>${words}</td></tr>`)}</table>`],
  ['spans', `<div>${write((name, words) => `<div><span>${name}:</span> <span>${words}</span></div>`)}</div>`],
])('%s', (_, body) => {
  const page = `<!doctype html><html><head><title>Kettles | A Site</title></head><body>${body}</body></html>`;
  const { format, segments } = parseTranscript(page);
  expect(format).toBe('html-page');
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual(talk);
});

describe('the title', () => {
  test.each([
    ['<title>Kettles | A Site</title>', '<h1>Kettles</h1>', 'Kettles'],
    ['<title>A Site</title>', '<h1>Kettles</h1>', 'A Site'],
    ['', '<h1>Kettles</h1>', 'Kettles'],
    ['<title>A Site</title><meta property="og:title" content="Kettles">', '', 'Kettles'],
  ])('%s %s', (head, heading, title) => {
    const page = `<!doctype html><html><head>${head}</head><body>${heading}<main>${paragraphs}</main></body></html>`;
    expect(parseTranscript(page).facts.title).toBe(title);
  });
});
