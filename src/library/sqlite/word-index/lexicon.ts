// Gives every word and stem its number while segments are indexed.

import type Database from 'libsql';
import { fold } from '../../../text/fold.ts';
import { stem } from '../../../text/stem.ts';
import { statement } from './statement.ts';

export interface Numbers {
  readonly word: number;
  readonly stem: number;
}

/** Numbers that are still to be given. */
type Awaited = { -readonly [K in keyof Numbers]: Numbers[K] };

/** Past this many remembered words it starts afresh, so that an import of any size stays small. */
const mostRemembered = 100_000;

export class Lexicon {
  /** By language, then by the word as written: most words come again as they were. */
  private readonly remembered = new Map<string, Map<string, Numbers>>();
  private size = 0;
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
    if (this.newest !== this.readNewest() || this.size > mostRemembered) {
      this.remembered.clear();
      this.size = 0;
    }
    this.newest = undefined;
  }

  /** To be called last in every transaction. */
  settle(): void {
    this.newest = this.readNewest();
  }

  /** The numbers of words as written, in their order; made where there are none. */
  numbersOf(written: readonly string[], language: string): readonly Numbers[] {
    const known = this.remembered.get(language) ?? new Map<string, Numbers>();
    this.remembered.set(language, known);
    const fresh = new Map<string, Awaited>();
    const numbers = written.map((word) => {
      const found = known.get(word);
      if (found !== undefined) return found;
      const awaited: Awaited = { word: 0, stem: 0 };
      known.set(word, awaited);
      fresh.set(word, awaited);
      return awaited;
    });
    this.size += fresh.size;
    // All new words at once, for a call into the driver costs as much as many words.
    if (fresh.size > 0) this.learn(fresh, language);
    return numbers;
  }

  private learn(words: ReadonlyMap<string, Awaited>, language: string): void {
    const { findWords, lastWord, addWords } = this.statements;
    const forms = new Map(Array.from(words.keys(), (written) => [written, fold(written, language)]));
    const known = new Map<string, Numbers>(
      findWords.all(JSON.stringify([...new Set(forms.values())]), language).map((found) => [found.form, found]),
    );
    const fresh = new Map<string, string>();
    for (const [written, form] of forms) {
      if (!known.has(form) && !fresh.has(form)) fresh.set(form, stem(written, language));
    }
    if (fresh.size > 0) {
      const stems = this.stems(JSON.stringify([...new Set(fresh.values())]), language);
      const last = lastWord.get()?.id ?? 0;
      const added = Array.from(fresh, ([form, root], at) => [last + 1 + at, form, stems.get(root) ?? 0] as const);
      addWords.run(JSON.stringify(added), language);
      for (const [word, form, root] of added) known.set(form, { word, stem: root });
    }
    for (const [written, numbers] of words) {
      const { word, stem: root } = known.get(forms.get(written) ?? '') ?? numbers;
      numbers.word = word;
      numbers.stem = root;
    }
  }

  /** The numbers of stems, made where there are none. */
  private stems(roots: string, language: string): ReadonlyMap<string, number> {
    const { addStems, findStems } = this.statements;
    addStems.run(roots, language);
    return new Map(findStems.all(roots, language).map(({ stem: root, id }) => [root, id]));
  }

  private readNewest(): string {
    return this.statements.newest.get()?.newest ?? '';
  }
}

function prepare(db: Database.Database) {
  return {
    findWords: statement<Numbers & { form: string }>(
      db,
      'select form, id as word, stem from word where language = ?2 and form in (select value from json_each(?1))',
    ),
    lastWord: statement<{ id: number | null }>(db, 'select max(id) as id from word'),
    addWords: statement(
      db,
      `insert into word (id, form, language, stem)
       select value ->> 0, value ->> 1, ?2, value ->> 2 from json_each(?1)`,
    ),
    findStems: statement<{ id: number; stem: string }>(
      db,
      'select id, stem from stem where language = ?2 and stem in (select value from json_each(?1))',
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
