// The moment of a quote as people read it: as a link where there is a place to hear it, as a mere time where there is none.

import { expect, test } from 'vitest';
import { placeLinks } from '../../commands/parts/place-links.ts';
import { messagesFor } from '../../src/i18n/languages.ts';

const podcast = { id: 'p', title: 'P' };
const segment = {
  id: 'e.0',
  episodeId: 'e',
  index: 0,
  text: 'So it goes.',
  startSeconds: 131,
  timing: 'interpolated' as const,
};
const episode = { id: 'e', podcastId: 'p', title: 'E', source: 'e.srt', language: 'en', links: {}, people: [] };

test('a time that leads nowhere looks like a time, not like something to press', () => {
  expect(placeLinks({ podcast, episode, segment }, segment.text, messagesFor('en')).moment).toEqual({ label: '~2:11' });
  const heard = { ...episode, audio: 'https://show.example.org/1.mp3' };
  expect(placeLinks({ podcast, episode: heard, segment }, segment.text, messagesFor('en')).moment).toEqual({
    label: '▶ ~2:11',
    url: 'https://show.example.org/1.mp3#t=131',
  });
});
