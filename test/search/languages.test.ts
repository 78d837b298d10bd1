// A library in many languages: each is searched by its own words, stems and letters.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { createSearch } from '../../src/search/create-search.ts';
import type { Search } from '../../src/search/search.ts';
import { shareFolder } from '../support/folder.ts';
import { runVerbatim } from '../support/run-verbatim.ts';

const podcasts = fileURLToPath(new URL('../fixtures/languages', import.meta.url));
const cwd = shareFolder();
let library: Library;
let search: Search;

beforeAll(async () => {
  const file = join(cwd, 'languages.db');
  const { code, stderr } = await runVerbatim(['import', podcasts, '--library', file], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  library = await openLibrary(file, { access: 'read' });
  search = createSearch(library);
});
afterAll(() => library.close());

const found = async (words: string): Promise<readonly string[]> =>
  (await search.quotes({ words, offset: 0, limit: 20 })).hits.map(({ segment }) => segment.text);

describe('forms of a word, by the rules of its language', () => {
  test.each([
    ['haus', 'elf Häuser'],
    ['schöne uhr', 'Die schönen Uhren'],
    ['house', 'The houses by the river'],
    ['quoting', 'were quoted twice'],
    ['dontthink accounting', "I don't think a llama"],
    ['notwhat its told', "it's not what they told us"],
    ['canciones', 'La canción'],
    ['niño', 'tres niños'],
    ['amour', "l'amour en bocaux"],
    ['chat maire', 'Les chats du quartier'],
    ['dibicarakan', 'Kami membicarakan hujan'],
    ['acqua', "Dell'acqua non si butta"],
    ['дом', 'В старых домах'],
    ['ışık', 'Evlerin ışıkları'],
    ['istanbul', "İstanbul'da bir martı"],
    ['ISTANBUL', "İstanbul'da bir martı"],
  ])('“%s” finds “%s”', async (words, part) => {
    expect((await found(words))[0]).toContain(part);
  });
});

describe('accents', () => {
  test.each([
    ['cafe', ['We had a chat about the café', 'El café estaba frío']],
    ['cancion', ['La canción del autobús']],
    ['ete', ["L'été dernier"]],
    ['crepes', ['Nous mangions des crêpes']],
    ['citta', ['La città era']],
    ['strasse', ['die Straße dreimal']],
    ['елка', ['Ёлка стояла']],
  ])('are no matter where the language takes the letter for the plain one: “%s”', async (words, parts) => {
    const texts = await found(words);
    for (const part of parts) expect(texts.join('\n')).toContain(part);
  });

  test.each([
    ['far', 'Min far', 'Ett får'],
    ['får', 'Ett får', 'Min far'],
    ['año', 'Este año', 'nothing else'],
  ])('make another word where the letter is one of its own: “%s”', async (words, part, other) => {
    const texts = (await found(words)).join('\n');
    expect(texts).toContain(part);
    expect(texts).not.toContain(other);
  });
});

describe('scripts without spaces', () => {
  test.each([
    ['咖啡', '谈论咖啡和茶'],
    ['下棋的猫', '会下棋的猫'],
    ['图书馆', '图书馆里没有人'],
    ['"没有人说话"', '没有人说话'],
    ['喫茶店', '東京の喫茶店'],
    ['猫 カード', '図書館のカード'],
    ['ตลาด', 'เราไปตลาด'],
    ['แมว ดนตรี', 'แมวของฉัน'],
  ])('“%s” finds “%s”, and marks no more than was typed', async (words, part) => {
    const { hits } = await search.quotes({ words, offset: 0, limit: 5 });
    const [first] = hits;
    expect(first?.segment.text).toContain(part);
    const marks = first?.quote.highlights.map(([from, to]) => first.quote.text.slice(from, to)) ?? [];
    expect(marks).not.toEqual([]);
    for (const mark of marks) expect(words).toContain(mark);
  });
});

describe('a word of two languages', () => {
  test('is found in both', async () => {
    const texts = await found('chat');
    expect(texts).toHaveLength(3);
    expect(texts.join('\n')).toMatch(/We had a chat/);
    expect(texts.join('\n')).toMatch(/Der Chat ist voll/);
    expect(texts.join('\n')).toMatch(/Les chats du quartier/);
  });

  test.each([
    ['die katze', 'eine Katze mit Telefon'],
    ['die of boredom', 'The dice would die'],
  ])('means that of its neighbours: “%s”', async (words, part) => {
    expect((await found(words))[0]).toContain(part);
  });

  test('a misspelled word is taken for one of the language that it is nearest to', async () => {
    const { hits, corrections } = await search.quotes({ words: 'limonerro', offset: 0, limit: 5 });
    expect(hits).toHaveLength(1);
    expect(corrections).toEqual([{ typed: 'limonerro', used: 'limonero' }]);
  });
});
