// Tells which language a text is written in. Importing this loads a table of 80 MB: only what imports transcripts may.
import { eld } from 'eld/extrasmall';
import type { Language } from '../model.ts';

/** The library knows Indonesian and Malay as one; these everyday words are spelled differently in the two. */
const indonesian = words(
  'bahwa karena uang kantor mobil perusahaan pemerintah apakah coba beda berbeda bisa mau gue gua nggak enggak gak ngga banget',
  'gimana kayak aja udah dong sih kok deh cuma ngomong kalian kualitas aktivitas komunitas universitas senin jumat',
  'polisi bicara pesan telepon membeli sekolah kulkas wortel pekan rapat resmi adalah anda mengapa bagaimana',
);
const malay = words(
  'bahawa kerana wang pejabat kereta syarikat kerajaan adakah cuba beza berbeza boleh mahu awak nak tak korang diorang',
  'sahaja ialah kualiti aktiviti komuniti universiti isnin jumaat ahad hospital polis telefon mesyuarat',
  'peniaga rasmi benda kat ni tu dah ke',
);

/** "Hi." is Catalan for the library. Other scripts tell more with less. */
const fewestLetters = 16;

/**
 * What most of these are written in, the first of equals, as ISO 639-1; `undefined` where they give too little to go by. Of each
 * the library reads the first thousand characters.
 */
export function detectLanguage(...texts: readonly string[]): Language | undefined {
  const votes = new Map<string, number>();
  for (const language of texts.map(languageOf)) {
    if (language !== '') votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  const [[language] = [undefined]] = [...votes].sort(([, one], [, other]) => other - one);
  return language === 'ms' ? malayOrIndonesian(texts.join(' ')) : language;
}

function languageOf(text: string): string {
  const isLittle = (text.match(/\p{sc=Latin}/gu)?.length ?? 0) < fewestLetters && !/[^\P{L}\p{sc=Latin}]/u.test(text);
  return isLittle ? '' : eld.detect(text).language;
}

/** Nine in ten who write either write Indonesian, so that is the answer where nothing tells them apart. */
function malayOrIndonesian(text: string): Language {
  let balance = 0;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    if (indonesian.has(word)) balance++;
    else if (malay.has(word)) balance--;
  }
  return balance < 0 ? 'ms' : 'id';
}

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
