// Gives every word and stem its number while segments are indexed.

import type Database from 'libsql';
import { fold } from '../../../text/fold.ts';
import { stem } from '../../../text/stem.ts';
import { statement } from './statement.ts';

export interface Numbers {
  readonly word: number;
  readonly stem: number;
}

/** Past this many remembered words it starts afresh, so that an import of any size stays small. */
const mostRemembered = 100_000;

export class Lexicon {
  /** By language, then by the word as written: most words come again as they were. */
  private readonly remembered = new Map<string, Map<string, Numbers>>();
  private size = 0;
  /** The newest word when this was last in step with the file. */
  private newest = '';
  private readonly statements: ReturnType<typeof prepare>;

  constructor(db: Database.Database) {
    this.statements = prepare(db);
  }

  /**
   * To be called first in every transaction: forgets everything if the words are not those it wrote last, for then a
   * transaction was rolled back or another process wrote meanwhile.
   */
  refresh(): void {
    if (this.newest === this.readNewest() && this.size < mostRemembered) return;
    this.remembered.clear();
    this.size = 0;
  }

  /** To be called last in every transaction. */
  settle(): void {
    this.newest = this.readNewest();
  }

  /** The numbers of a word as written, made if the library has none. */
  numbers(written: string, language: string): Numbers {
    let words = this.remembered.get(language);
    if (words === undefined) {
      words = new Map();
      this.remembered.set(language, words);
    }
    let numbers = words.get(written);
    if (numbers === undefined) {
      numbers = this.find(fold(written, language), written, language);
      words.set(written, numbers);
      this.size++;
    }
    return numbers;
  }

  private find(form: string, written: string, language: string): Numbers {
    const { findWord, addWord, findStem, addStem } = this.statements;
    const known = findWord.get(form, language);
    if (known !== undefined) return known;
    const root = stem(written, language);
    const stemNumber = findStem.get(root, language)?.id ?? addStem.run(root, language);
    const word = addWord.run(form, language, stemNumber);
    return { word, stem: stemNumber };
  }

  private readNewest(): string {
    return this.statements.newest.get()?.newest ?? '';
  }
}

function prepare(db: Database.Database) {
  return {
    findWord: statement<Numbers>(db, 'select id as word, stem from word where form = ? and language = ?'),
    addWord: statement(db, 'insert into word (form, language, stem) values (?, ?, ?)'),
    findStem: statement<{ id: number }>(db, 'select id from stem where stem = ? and language = ?'),
    addStem: statement(db, 'insert into stem (stem, language) values (?, ?)'),
    newest: statement<{ newest: string }>(
      db,
      `select id || language || form as newest from word order by id desc limit 1`,
    ),
  };
}
