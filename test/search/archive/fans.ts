// What fans of a show type, and what a fan would pick of the answers.

import { describe, expect, test } from 'vitest';
import type { QuoteAnswer, Search } from '../../../src/search/search.ts';
import { sentences } from '../../../src/text/sentences.ts';

export function askAsFans(search: () => Search): void {
  const ask = (words: string): Promise<QuoteAnswer> => search().quotes({ words, offset: 0, limit: 10 });
  const first = async (words: string) => (await ask(words)).hits[0];

  describe('one broad word, or several that are one', () => {
    test.each([
      'react',
      'kubernetes',
      'dopamine',
      'burnout',
      'tiktok',
      'typescript',
      'anxiety',
      'webassembly',
      'empathy',
      'open source',
      'machine learning',
      'css in js',
    ])('“%s”: quotes about it that read well alone, at most two of an episode', async (words) => {
      const { hits } = await ask(words);
      expect(hits).toHaveLength(10);
      const episodes = hits.map(({ episode }) => episode.id);
      for (const id of episodes) expect(episodes.filter((other) => other === id).length).toBeLessThanOrEqual(2);
      for (const { quote, episode } of hits.slice(0, 3)) {
        expect(quote.highlights.length).toBeGreaterThanOrEqual(words.split(' ').length);
        expect(sentences(quote.text, episode.language).length).toBeLessThanOrEqual(4);
        expect(quote.text.split(/\s+/).length).toBeGreaterThan(7);
      }
    });

    test.each([
      ['webassembly', /\[|not WebAssembly/],
      ['e2e', /to-end-to-end/i],
      ['twenty twenty', /twenty[- ]one/i],
    ])('“%s”: no sound marks, no stammer and no counting first', async (words, spoiling) => {
      expect((await first(words))?.quote.text).not.toMatch(spoiling);
    });

    test.each(['react', 'burnout', 'typescript', 'testing'])(
      '“%s”: of answers worth the same, the newer is first',
      async (words) => {
        const { hits } = await ask(words);
        // An episode's third answer waits for the next page, whatever it is worth.
        for (const [at, { score, episode }] of hits.entries()) {
          const next = hits[at + 1];
          if (next?.score !== score || episode.publishedAt === undefined) continue;
          expect(episode.publishedAt >= (next.episode.publishedAt ?? '')).toBe(true);
        }
      },
    );
  });

  describe('questions', () => {
    test.each([
      ['what did kevin say about testing in production?', 'Kevin Ball', /test/i],
      ['what has suz said about burnout', 'Suz Hinton', /burnout/i],
      ['what does jerod think of tailwind', 'Jerod Santo', /tailwind/i],
      ['what did evan you say about vite', 'Evan You', /vite/i],
      ['what did kevin ball say about kubernetes', 'Kevin Ball', /kubernetes/i],
      ['did anyone talk about svelte', undefined, /svelte/i],
      ['who said javascript fatigue', undefined, /javascript fatigue/i],
      ['kevin ball react', 'Kevin Ball', /react/i],
      ['who said it depends', undefined, /it depends/i],
      ['which episode was it where they talked about tailwind', undefined, /tailwind/i],
      ['where did they mention svelte', undefined, /svelte/i],
      ['did anybody ever mention rick and morty', undefined, /rick and morty/i],
    ])('“%s” is answered by who is asked about', async (words, speaker, part) => {
      const hit = await first(words);
      if (speaker !== undefined) expect(hit?.segment.speaker?.name).toBe(speaker);
      expect(hit?.quote.text).toMatch(part);
    });

    test.each([
      ['do you think it worked for you that', /think it worked for you/i],
      ['were talking bathroom', /bathroom when you were talking/i],
      ['what you mentioned there Amy Okay something', /what you mentioned there, Amy/i],
      ['What does the So tell you the about', /What does the survey tell you/i],
      ["Zach Leatherman I'm Jerod and this is", /Zach Leatherman, I'm Jerod, and this is/i],
      ["Nick Nisi and Zach Leatherman I'm Jerod and this is", /Zach Leatherman, I'm Jerod, and this is/i],
    ])('“%s” is none', async (words, part) => {
      expect((await first(words))?.quote.text).toMatch(part);
    });
  });

  describe('signs, short forms and numbers, as people type them', () => {
    test.each([
      ['c++', /C\+\+/],
      ['c#', /C#/],
      ['.net', /\.NET\b/i],
      ['node.js', /Node\.?js/i],
      ['nodejs', /Node\.?js/i],
      ['vuejs', /Vue\.?js/i],
      ['e2e', /end[- ]to[- ]end/i],
      ['k8s', /kubernetes/i],
      ['a11y', /a11y|accessibility/i],
      ['10x', /10x/i],
      ['covid-19', /covid-19/i],
      ['covid19', /covid-19/i],
      ['r&d', /R&D/],
      ['ci/cd', /CI\/CD/],
      ['http/2', /HTTP\/2/],
      ['https://changelog.com/live', /changelog\.com\/live/i],
      ['1000', /1,?000/],
      ['2020', /2020/],
      ['twenty twenty', /2020|twenty,? twenty/i],
      ['ninety-nine percent', /99(?:\.\d)?%|ninety-nine percent/i],
      ['tik tok', /TikTok/],
      ['c plus plus', /C\+\+/],
      ['c sharp', /C#/],
      ['dot net', /\.NET/i],
      ['"c plus plus"', /C\+\+/],
      ['"web assembly"', /WebAssembly/],
      ['"web assembly threads"', /WebAssembly threads/],
      ['web components', /web components/i],
      ['dont know', /don['’]t know/i],
      ['youre welcome', /you['’]re welcome/i],
    ])('“%s” finds %s', async (words, part) => {
      expect((await first(words))?.quote.text).toMatch(part);
    });
  });

  describe('comparisons, and questions with any verb', () => {
    test.each([
      ['npm vs yarn', /yarn versus npm/i],
      ['deno vs node', /node versus deno/i],
      ['tabs vs spaces', /tabs versus spaces/i],
      ['jest vs mocha', /jest or mocha/i],
      ['react vs angular', /react.*angular|angular.*react/i],
      ['monorepo vs polyrepo', /monorepo/i],
      ['vs code', /VS ?Code/],
      ['who invented javascript', /invented.*javascript|javascript.*invented/i],
      ['where did the name deno come from', /deno/i],
      ['who knows', /who knows/i],
      ['how did you get started', /how did you get started/i],
      ['ie 6', /IE6/],
      ['internet explorer 11', /IE ?11/],
      ['ten x engineer', /10x engineer/],
      ['ab testing', /A\/B testing/],
      ['web 2.0', /web 2\.0/i],
      ['color theory', /theory behind.*colors/],
    ])('“%s” finds %s', async (words, part) => {
      expect((await first(words))?.quote.text).toMatch(part);
    });
  });

  describe('phrases of very common words', () => {
    test.each([
      ['"it is what it is"', /it is what it is/i],
      ['it is what it is', /it is what it is/i],
      ['to be or not', /to be or not/i],
      ['you know what i mean', /you know what i mean/i],
      ['at the end of the day', /at the end of the day/i],
      ['this is how we do it', /this is how we do it/i],
      ['if you want to do that', /if you want to do that/i],
    ])('“%s” is found as one', async (words, part) => {
      expect((await first(words))?.quote.text).toMatch(part);
    });
  });

  describe('what was typed and what was meant', () => {
    test.each(['gist', 'ghost', 'angel', 'form', 'rect', 'dom', 'tests', 'quotes', 'nodes'])(
      '“%s” exists, and is not taken for anything else',
      async (words) => {
        const { hits, corrections } = await ask(words);
        expect(corrections).toEqual([]);
        expect(hits[0]?.quote.text.toLowerCase()).toContain(words);
      },
    );

    test.each([
      ['javasript', 'JavaScript'],
      ['angulr', 'Angular'],
      ['raect', 'React'],
      ['gost', 'ghost'],
      ['acessibilitie', 'accessibility'],
      ['burnuot', 'burnout'],
    ])('“%s” is told to be searched as “%s”', async (words, used) => {
      const { corrections } = await ask(words);
      expect(corrections.map((correction) => [correction.typed, correction.used.toLowerCase()])).toEqual([
        [words, used.toLowerCase()],
      ]);
    });

    test('a word that exists is doubted only where the other words have no answer with it', async () => {
      expect((await ask('ned condescending something')).corrections).toEqual([{ typed: 'ned', used: 'need' }]);
    });

    test.each([
      ['"kubernets"', 'kubernetes'],
      ['"web assembli"', 'web assembly'],
    ])('%s is no phrase that anybody said, and “%s” is offered', async (words, offered) => {
      const { suggestions } = await ask(words);
      expect(suggestions[0]).toBe(offered);
      expect(suggestions).not.toContain(words.replaceAll('"', ''));
    });

    test.each(['who talked about sourdough', 'what is sourdough'])(
      'of “%s”, what it asks with is not offered',
      async (asked) => {
        const { hits, suggestions } = await ask(asked);
        expect(hits).toEqual([]);
        for (const offered of suggestions) expect(offered).not.toMatch(/who|about|what/);
      },
    );

    test('a phrase that nobody said is offered as words', async () => {
      const { hits, suggestions } = await ask('"to be or not to be"');
      expect(hits).toEqual([]);
      expect(suggestions).toEqual(['to be or not to be']);
    });
  });
}
