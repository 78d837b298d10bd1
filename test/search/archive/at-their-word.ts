// Words that exist are what they are: none is taken for a commoner one, and the telling one is in the first answer.

import { describe, expect, test } from 'vitest';
import type { Search } from '../../../src/search/search.ts';

export function askAtTheirWord(search: () => Search): void {
  const ask = (words: string) => search().quotes({ words, offset: 0, limit: 3 });

  describe('a word that exists', () => {
    test.each([
      ['beer at conferences', /\bbeer/i],
      ['wine and cheese', /\bwine|\bcheese/i],
      ['hate regex', /\bhate|\bregex/i],
      ['flash is dead', /\bflash\b.*\bdead\b/i],
      ['is php dead', /\bphp\b|\bdead\b/i],
      ['rest is dead', /\brest\b|\bdead\b/i],
      ['fix bug node core', /\bbugs?\b.*\bfix/i],
      ['how to fix a bug in node core', /\bfix\b.*\bnode core\b|\bfix a bug\b/i],
      ['javascript is the new assembly', /\bassembly\b/i],
      ['lion king', /\blion|\bking\b/i],
      ['cake day', /\bcake/i],
      ['rat race', /\brat\b|\brace\b/i],
      ['tax on the poor', /\btax\b|\bpoor\b/i],
      ['hand crank', /\bhand\b|\bcrank\b/i],
      ['mint chocolate', /\bmint\b|\bchocolate\b/i],
      ['wine cheese', /\bwine\b|\bcheese\b/i],
      ['10x engineer myth', /\b10x\b|\bmyth\b/i],
      ['aimee knight ice skater', /\bice skater\b/i],
      ['colour theory', /\btheory\b/i],
      ['pastas', /\bpasta\b/i],
      ['lego bricks analogy', /\blego\b|\bbricks\b/i],
    ])('“%s” is not taken for a commoner one', async (words, part) => {
      const { hits, corrections } = await ask(words);
      expect(corrections).toEqual([]);
      expect(hits[0]?.quote.text).toMatch(part);
    });

    test.each([
      ['ned condescending something', 'ned', 'need'],
      ['exercism focus management', 'exercism', 'exercise'],
      ['fundamental changed les', 'les', 'less'],
    ])('“%s” has a slip in it, for one passage holds all of it but for a letter', async (words, typed, used) => {
      const { corrections } = await ask(words);
      expect(corrections.map((each) => [each.typed, each.used.toLowerCase()])).toEqual([[typed, used]]);
    });
  });

  describe('a word that nobody said is no other one, however near', () => {
    test.each(['parmesan', 'ricotta', 'brie', 'courtney', 'antwerp', 'heparin'])(
      '“%s” by itself finds nothing, and the nearest is offered at most',
      async (words) => {
        const { hits, suggestions } = await ask(words);
        expect(hits).toEqual([]);
        expect(suggestions).not.toContain(words);
      },
    );

    test.each([
      ['bisnis', 'business'],
      ['javscript', 'javascript'],
      ['embr', 'ember'],
      ['keybord', 'keyboard'],
    ])('“%s” is a slip all the same', async (words, used) => {
      const { corrections } = await ask(words);
      expect(corrections.map((each) => each.used.toLowerCase())).toEqual([used]);
    });
  });

  describe('a word that was not typed to its end', () => {
    test.each([
      ['typesc', 'typescript'],
      ['javascr', 'javascript'],
      ['webass performance', 'webassembly'],
      ['kubern', 'kubernetes'],
    ])('“%s” is what it begins', async (words, used) => {
      const { corrections } = await ask(words);
      expect(corrections.map((each) => each.used.toLowerCase())).toEqual([used]);
    });

    test.each([
      ['tik', 'tiktok'],
      ['neovi', 'neovim'],
    ])('of so few letters as “%s”, “%s” is offered', async (words, whole) => {
      const { hits, suggestions } = await ask(words);
      expect(hits).toEqual([]);
      expect(suggestions[0]).toBe(whole);
    });
  });

  test.each([
    ['sourdough kubernetes', ['sourdough'], /kubernetes/i],
    ['zzzz kubernetes', ['zzzz'], /kubernetes/i],
    ['gouda cheese', ['gouda'], /cheese/i],
    ['parmesan pasta', ['parmesan'], /pasta/i],
    ['baines checker', ['baines'], /checker/i],
    ['hakuna matata kubernetes', ['hakuna', 'matata'], /kubernetes/i],
    ['what did kevin say about kubernetes and sourdough', ['sourdough'], /kubernetes/i],
    ['java script sourdough', ['sourdough'], /java\s?script/i],
  ])('of “%s” nobody said %j, which is told', async (words, unheard, part) => {
    const { hits, ...answer } = await ask(words);
    expect(answer.unheard).toEqual(unheard);
    expect(hits[0]?.quote.text).toMatch(part);
  });

  describe('a rare word with a common stem', () => {
    test.each([
      ['communism', /\bcommunism\b/i],
      ['performative', /\bperformative\b/i],
      ['communal', /\bcommunal\b/i],
      ['generational', /\bgenerational\b/i],
      ['"probability"', /\bprobability\b/i],
      ['"dependable"', /\bdependable\b/i],
      ['attachment theory', /\battachment\b/i],
      ['secure attachment', /\battachment\b/i],
      ['attachment style', /\battachment\b/i],
    ])('“%s” is in the first answer', async (words, part) => {
      expect((await ask(words)).hits[0]?.quote.text).toMatch(part);
    });
  });

  describe('a word beside a speaker’s name that is nearly their other name', () => {
    test.each([
      ['ryan doll deno', 'doll', 'Dahl'],
      ['michael rogers burnout', 'michael', 'Mikeal'],
      ['suse hinton twitch', 'suse', 'Suz'],
      ['rick harris', 'rick', 'Rich'],
      ['amy knight ice skater', 'amy', 'Aimee'],
    ])('“%s”', async (words, typed, used) => {
      expect((await ask(words)).corrections).toEqual([{ typed, used }]);
    });

    test.each([
      ['nick nissi vim', 'Nick Nisi', /vim/i],
      ['matteo colina fastify', 'Matteo Collina', /fastify/i],
      ['adam wathen tailwind', 'Adam Wathan', /tailwind/i],
    ])('“%s” is what %s said, though nobody is spelled so', async (words, speaker, part) => {
      const [hit] = (await ask(words)).hits;
      expect(hit?.segment.speaker?.name).toBe(speaker);
      expect(hit?.quote.text).toMatch(part);
    });

    test('beside words that say nothing it is a word of a sentence', async () => {
      expect((await ask('today rebecka turner')).hits[0]?.quote.text).toMatch(/today.*Rebecca Turner/);
    });

    test('names stand in their order: of “feel meber audience” none is Audience Member', async () => {
      expect((await ask('feel meber audience')).corrections).toEqual([{ typed: 'meber', used: 'member' }]);
    });

    test.each(['nick nice', 'kevin call', 'rebecca turner today'])('“%s” is none', async (words) => {
      expect((await ask(words)).corrections).toEqual([]);
    });
  });

  describe('where nobody said all of it, the first answer holds the word that it is about', () => {
    test.each([
      ['hot take tailwind', /tailwind/i],
      ['why do people hate angular', /angular/i],
      ['amal hussein browserify', /browserify/i],
      ['how do i get over perfectionism', /perfectionism/i],
    ])('“%s”', async (words, part) => {
      expect((await ask(words)).hits[0]?.quote.text).toMatch(part);
    });

    test.each([
      ['zoom lied about e2e encryption', /Zoom.*end-to-end/i],
      ['left pad incident', /left-pad/i],
    ])('“%s” is about the other two, which tell as much', async (words, part) => {
      expect((await ask(words)).hits[0]?.quote.text).toMatch(part);
    });

    test.each([
      ['dominant use case of 90x is', /dominant use case of npm/i],
      ['richie about our how experiences we think', /our experiences, how we think/i],
      ['just shocked you codebyter used the', /just shocked that you used the/i],
      [
        'Putting code on github is like a thing that sort of happens by accident while doing the thing you actually want to do',
        /putting code on GitHub is like this thing/i,
      ],
      [
        "Could you give us some important of where streams might be used where we may not actually library we're using streams",
        /where we may not actually realize we're using streams/i,
      ],
      ['dozens companies would be what my analysis is', /sentiment would be what my analysis is/i],
    ])('“%s” is a sentence with a word or more that were not said', async (words, part) => {
      expect((await ask(words)).hits[0]?.quote.text).toMatch(part);
    });
  });

  test.each(['accessib', 'tailw', 'web comp', 'burno'])('what “%s” offers is what picking it shows', async (typed) => {
    for (const { segment, quote } of await search().suggestQuotes(typed, {}, 10)) {
      const picked = await search().quote(segment.id);
      expect(picked?.quote.text).toContain(quote.text.replace(/^…|\s?…$/g, ''));
      expect(picked?.quote.highlights.length).toBeGreaterThanOrEqual(quote.highlights.length);
    }
  });

  describe('what was typed in one is marked in one', () => {
    test.each([
      ['at&t', 'AT&T'],
      ['i.e.', 'i.e'],
      ['node.js', 'Node.js'],
      ['ci/cd', 'CI/CD'],
      ['covid-19', 'Covid-19'],
      ['changelog.com/live', 'Changelog.com/live'],
    ])('“%s”', async (words, whole) => {
      const quote = (await ask(words)).hits[0]?.quote;
      const marked = quote?.highlights.map((range) => quote.text.slice(...range).toLowerCase());
      expect(new Set(marked)).toEqual(new Set([whole.toLowerCase()]));
    });
  });
}
