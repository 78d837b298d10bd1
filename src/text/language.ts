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

/** Enough to be sure of, and quick: the beginning may be a foreign title, so the middle is read as well. */
const sampleLength = 4000;
/** "Hi." is Catalan for the library. Other scripts tell more with less. */
const fewestLetters = 16;

/** The language as ISO 639-1, or `undefined` where the text gives too little to go by. */
export function detectLanguage(text: string): Language | undefined {
  const middle = Math.max(sampleLength, Math.floor(text.length / 2));
  const sample = `${text.slice(0, sampleLength)} ${text.slice(middle, middle + sampleLength)}`;
  if ((sample.match(/\p{sc=Latin}/gu)?.length ?? 0) < fewestLetters && !/[^\P{L}\p{sc=Latin}]/u.test(sample))
    return undefined;
  const { language } = eld.detect(sample);
  if (language === '') return undefined;
  return language === 'ms' ? malayOrIndonesian(sample) : language;
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
