// Gives every word and stem its number while segments are indexed.

import type Database from 'libsql';
import { fold } from '../../../text/fold.ts';
import { stem } from '../../../text/stem.ts';
import type { Tally } from '../../../text/tally.ts';
import { statement } from './statement.ts';

/** Of a list of words, by their places in it; 0 where nobody asked for the word yet. */
export interface Numbers {
  readonly word: Uint32Array;
  readonly stem: Uint32Array;
  highestStem: number;
}

export interface SpokenText {
  readonly tally: Tally;
  readonly language: string;
}

interface Known {
  readonly word: number;
  readonly stem: number;
}

type PackedWord = readonly [form: string, word: number, stem: number];
type PackedStem = readonly [stem: string, id: number];

export class Lexicon {
  /** By list of words and language: most words come again as they were. */
  private remembered = new WeakMap<readonly string[], Map<string, Numbers>>();
  /** The newest word when this was last in step with the file; `undefined` within a transaction. */
  private newest: string | undefined;
  private readonly statements: ReturnType<typeof prepare>;

  constructor(db: Database.Database) {
    this.statements = prepare(db);
  }

  /**
   * To be called first in every transaction: forgets everything if the words are not those it wrote last, for then a
   * transaction was rolled back or another process wrote meanwhile.
   */
  refresh(): void {
    if (this.newest !== this.readNewest()) this.remembered = new WeakMap();
    this.newest = undefined;
  }

  /** To be called last in every transaction. */
  settle(): void {
    this.newest = this.readNewest();
  }

  /** For each text the numbers of all words that are said in it; made where there are none. */
  numbersOf<T extends SpokenText>(texts: readonly T[]): ReadonlyMap<T, Numbers> {
    const numbers = new Map<T, Numbers>();
    const fresh = new Map<Numbers, { readonly text: T; readonly places: Set<number> }>();
    for (const text of texts) {
      const known = this.remember(text.tally.words, text.language);
      const { places } = fresh.get(known) ?? { places: new Set<number>() };
      for (const place of text.tally.said) if (known.word[place] === 0) places.add(place);
      fresh.set(known, { text, places });
      numbers.set(text, known);
    }
    // All new words at once, for a call into the driver costs as much as many words.
    for (const [known, { text, places }] of fresh) if (places.size > 0) this.learn(text, places, known);
    return numbers;
  }

  private remember(words: readonly string[], language: string): Numbers {
    const ofLanguages = this.remembered.get(words) ?? new Map<string, Numbers>();
    this.remembered.set(words, ofLanguages);
    const known = ofLanguages.get(language);
    if (known !== undefined && known.word.length >= words.length) return known;
    const room = words.length * 2;
    const numbers = {
      word: new Uint32Array(room),
      stem: new Uint32Array(room),
      highestStem: known?.highestStem ?? 0,
    };
    if (known !== undefined) {
      numbers.word.set(known.word);
      numbers.stem.set(known.stem);
    }
    ofLanguages.set(language, numbers);
    return numbers;
  }

  private learn({ tally, language }: SpokenText, fresh: ReadonlySet<number>, numbers: Numbers): void {
    const { words } = tally;
    const { findWords, sayAgain, lastWord, addWords } = this.statements;
    const forms = new Map(Array.from(fresh, (place) => [place, fold(words[place] ?? '', language)]));
    // Packed into one value, as a row each would cost twice as much.
    const asked = JSON.stringify([...new Set(forms.values())]);
    const packed: readonly PackedWord[] = JSON.parse(findWords.get(asked, language)?.found ?? '[]');
    if (packed.length > 0) sayAgain.run(asked, language);
    const known = new Map<string, Known>(packed.map(([form, word, root]) => [form, { word, stem: root }]));
    const unknown = new Map<string, string>();
    for (const [place, form] of forms) {
      if (!known.has(form) && !unknown.has(form)) unknown.set(form, stem(words[place] ?? '', language));
    }
    if (unknown.size > 0) {
      const stems = this.stems(JSON.stringify([...new Set(unknown.values())]), language);
      const last = lastWord.get()?.id ?? 0;
      const added = Array.from(unknown, ([form, root], at) => [last + 1 + at, form, stems.get(root) ?? 0] as const);
      addWords.run(JSON.stringify(added), language);
      for (const [word, form, root] of added) known.set(form, { word, stem: root });
    }
    for (const [place, form] of forms) {
      const found = known.get(form);
      numbers.word[place] = found?.word ?? 0;
      numbers.stem[place] = found?.stem ?? 0;
      numbers.highestStem = Math.max(numbers.highestStem, found?.stem ?? 0);
    }
  }

  /** The numbers of stems, made where there are none. */
  private stems(roots: string, language: string): ReadonlyMap<string, number> {
    const { addStems, findStems } = this.statements;
    addStems.run(roots, language);
    const found: readonly PackedStem[] = JSON.parse(findStems.get(roots, language)?.found ?? '[]');
    return new Map(found);
  }

  private readNewest(): string {
    return this.statements.newest.get()?.newest ?? '';
  }
}

function prepare(db: Database.Database) {
  return {
    findWords: statement<{ found: string }>(
      db,
      `select json_group_array(json_array(form, word.id, stem)) as found
       from json_each(?1) as asked join word on form = asked.value and language = ?2`,
    ),
    sayAgain: statement(
      db,
      `update word set segments = -1
       where segments = 0 and language = ?2 and form in (select value from json_each(?1))`,
    ),
    lastWord: statement<{ id: number | null }>(db, 'select max(id) as id from word'),
    addWords: statement(
      db,
      `insert into word (id, form, language, stem)
       select value ->> 0, value ->> 1, ?2, value ->> 2 from json_each(?1)`,
    ),
    findStems: statement<{ found: string }>(
      db,
      `select json_group_array(json_array(stem, stem.id)) as found
       from json_each(?1) as asked join stem on stem = asked.value and language = ?2`,
    ),
    addStems: statement(
      db,
      'insert into stem (stem, language) select value, ?2 from json_each(?1) where true on conflict do nothing',
    ),
    newest: statement<{ newest: string }>(
      db,
      `select id || language || form as newest from word order by id desc limit 1`,
    ),
  };
}
