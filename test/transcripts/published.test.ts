// When something was published, in the words and the order of many languages; what cannot be told is not guessed.
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/transcripts/front-matter.ts';
import { readPublished } from '../../src/transcripts/published.ts';

describe('the line that says when', () => {
  test.each([
    ['Published: 2020-08-15', '2020-08-15', ''],
    ['Diterbitkan: 2020-08-15CRM tidak akan membeli.', '2020-08-15', 'CRM tidak akan membeli.'],
    ['Published on August 15, 2020', '2020-08-15', ''],
    ['Posted Saturday, Aug 15th 2020 by Ann', '2020-08-15', 'by Ann'],
    ['Date: 15 August 2020', '2020-08-15', ''],
    ['Released 2020-08-15T10:00:00Z', '2020-08-15', ''],
    ['Dipublikasikan pada 15 Agustus 2020', '2020-08-15', ''],
    ['Veröffentlicht am 15. August 2020', '2020-08-15', ''],
    ['Veröffentlicht: 15.08.2020', '2020-08-15', ''],
    ['Publié le 15 août 2020', '2020-08-15', ''],
    ['Publié le 1er mars 2021', '2021-03-01', ''],
    ['Publicado el 15 de agosto de 2020', '2020-08-15', ''],
    ['公開日：2020年8月15日', '2020-08-15', ''],
    ['Published: 15/08/2020', '2020-08-15', ''],
    ['Published: 08/15/2020', '2020-08-15', ''],
    ['Published: 03/04/2020', '2020', ''],
    ['Published: 03/03/2020', '2020-03-03', ''],
  ])('%s', (line, publishedAt, rest) => {
    expect(readPublished(line)).toEqual({ publishedAt, rest });
  });

  test.each([
    'Published: soon',
    'Published: 2020-02-30',
    'In 2020 we met.',
    'Ann: 2020-08-15',
    '',
    '2020-08-15',
    'Datei: 5',
  ])('none in %s', (line) => {
    expect(readPublished(line)).toBeUndefined();
  });
});

describe('the date in front matter', () => {
  test.each([
    ['2021-05-06', '2021-05-06'],
    ['2021-05-06T10:00:00Z', '2021-05-06'],
    ['2021-05', '2021-05'],
    ['2021', '2021'],
    ['2021-13-45', undefined],
    ['2021-02-30', undefined],
    ['2021-13', undefined],
    ['soon', undefined],
  ])('%s', (written, publishedAt) => {
    expect(readFrontMatter(`---\ndate: ${written}\n---\n`)?.facts.publishedAt).toBe(publishedAt);
  });
});
