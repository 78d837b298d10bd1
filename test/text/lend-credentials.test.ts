// A private feed's name and password go to its own server alone.
import { expect, test } from 'vitest';
import { lendCredentials } from '../../src/text/lend-credentials.ts';

const feed = 'https://ann:secret@shows.example.org/feed.xml';

test.each([
  ['the same server', 'https://shows.example.org/one.mp3', feed, 'https://ann:secret@shows.example.org/one.mp3'],
  ['one with a name of its own', 'https://bo@shows.example.org/', feed, 'https://bo@shows.example.org/'],
  ['another server', 'https://cdn.example.org/one.mp3', feed, 'https://cdn.example.org/one.mp3'],
  ['one below it', 'https://a.shows.example.org/', feed, 'https://a.shows.example.org/'],
  ['another port', 'https://shows.example.org:8443/', feed, 'https://shows.example.org:8443/'],
  ['the same without encryption', 'http://shows.example.org/', feed, 'http://shows.example.org/'],
  ['the same, now encrypted', 'https://a.example/', 'http://ann:secret@a.example/', 'https://ann:secret@a.example/'],
  ['what nobody opened', 'https://a.example/', 'https://a.example/feed', 'https://a.example/'],
])('%s', (_, address, from, lent) => {
  expect(lendCredentials(address, from)).toBe(lent);
});
