// Bahasa Indonesia.

import { createFormat } from './format.ts';
import type { Messages } from './messages.ts';
import { code, rich } from './rich.ts';

const format = createFormat('id', 'long');
const { count, number } = format;

const quoted = (text: string): string => `“${text}”`;
const episodes = (value: number) => count(value, { other: 'episode' });
const passages = (value: number) => count(value, { other: 'bagian percakapan' });
const words = (value: number) => count(value, { other: 'kata' });
const maybe = (nearest: readonly string[]) =>
  nearest.length > 0 ? ` Mungkin maksudmu ${format.either(nearest.map(quoted))}?` : '';

export const id: Messages = {
  format,
  quoted,

  actions: {
    next: 'Berikutnya',
    previous: 'Sebelumnya',
    context: 'Konteks',
    share: 'Bagikan',
    another: 'Yang lain',
    earlier: 'Lihat sebelumnya',
    later: 'Lihat sesudahnya',
    trimStart: 'Pangkas awal',
    trimEnd: 'Pangkas akhir',
    shareExchange: 'Bagikan percakapan ini',
    episodesWith: (name) => `Episode bersama ${name}`,
    quoteOf: (name) => `Kutipan dari ${name}`,
    allEpisodes: 'Semua episode',
    allSpeakers: 'Semua pembicara',
  },

  places: { web: 'Halaman web', audio: 'Audio' },
  listen: 'Dengarkan',
  read: 'Baca',
  about: (time) => `~${time}`,

  quote: {
    shown: (from, to, total, atLeast) =>
      `${from === to ? number(from) : `${number(from)}–${number(to)}`} dari ${atLeast ? 'lebih dari ' : ''}${number(total)}`,
    corrected: (used, typed) =>
      `Menampilkan kutipan untuk ${format.all(used.map(quoted))}, bukan ${format.all(typed.map(quoted))}.`,
    unheard: (words) =>
      `Tidak ada yang menyebut ${words.length > 3 ? `${number(words.length)} dari kata-kata ini` : format.either(words.map(quoted))}. Menampilkan kutipan untuk sisanya.`,
    nothing: (typed) => `Tidak ada kutipan untuk ${quoted(typed)}.`,
    looked: (inEpisodes, inPassages) => `Saya sudah mencari di ${episodes(inEpisodes)} dan ${passages(inPassages)}.`,
    lookedWithin: 'Saya hanya mencari di antara yang cocok dengan filtermu.',
    noneDated: () =>
      rich`Tidak ada episode yang tanggalnya diketahui, jadi ${code('after:')} dan ${code('before:')} tidak menyisakan apa pun untuk dicari.`,
    someUndated: (inEpisodes) =>
      rich`${episodes(inEpisodes)} tanpa tanggal tidak ikut dicari karena ${code('after:')} atau ${code('before:')}.`,
    didYouMean: (queries) => `Mungkin maksudmu ${format.either(queries.map(quoted))}?`,
    notInThisOrder: 'Tidak ada yang mengatakannya persis begitu. Tanpa tanda kutip, kata-katanya mungkin ditemukan.',
    unquoted: 'Cari tanpa tanda kutip',
    searchFor: (words) => `Cari ${quoted(words)}`,
    everywhere: 'Cari tanpa filter',
    noWords: (example) => rich`Tulis satu atau dua kata yang dicari, misalnya ${code(example)}.`,
    gone: 'Kutipan itu sudah tidak ada di koleksi ini.',
    noMore: 'Tidak ada kutipan lagi untuk ini.',
    machineMade: 'transkrip buatan mesin',
    said: (speaker, text, episode) => `${speaker === undefined ? '' : `${speaker}: `}${quoted(text)} (${episode})`,
  },

  problems: {
    date: (filter, value) =>
      rich`Tanggal di ${code(`${filter}:${value}`)} tidak terbaca, jadi saya abaikan. Tulis tanggal seperti ${code(`${filter}:2020`)}, ${code(`${filter}:2020-08`)}, atau ${code(`${filter}:2020-08-15`)}.`,
    noSpeaker: (value, nearest) => `Tidak ada pembicara bernama ${quoted(value)}.${maybe(nearest)}`,
    noEpisode: (value, nearest) => `Tidak ada episode berjudul ${quoted(value)}.${maybe(nearest)}`,
    noPodcast: (value, nearest) => `Tidak ada podcast bernama ${quoted(value)}.${maybe(nearest)}`,
    leftOut: 'Itu saya abaikan, dan sisanya tetap saya cari.',
    emptyFilter: (filter, example) =>
      rich`Tidak ada apa-apa setelah ${code(`${filter}:`)}, jadi saya abaikan. Tulis seperti ${code(example)}.`,
    tooLong: 'Itu panjang sekali: saya hanya mencari kata-kata awalnya.',
  },

  random: {
    nothing: 'Tidak ada kutipan untuk itu.',
  },

  context: {
    full: 'Hanya sebanyak ini yang muat. Pangkas satu ujung untuk melihat ujung lainnya.',
    summary: (episode) => `Di sekitar sebuah kutipan dari ${episode}`,
  },

  share: {
    by: (name) => `Dibagikan oleh ${name}`,
  },

  episode: {
    podcast: 'Podcast',
    date: 'Terbit',
    people: 'Pembicara',
    length: 'Durasi',
    number: 'Nomor',
    passages: 'Transkrip',
    passageCount: passages,
    passagesHeard: (inPassages) => `${passages(inPassages)}, buatan mesin`,
    awaited: 'belum ada',
    language: 'Bahasa',
    chapters: 'Bab',
    soundbites: 'Pilihan pembuatnya',
    more: (count) => `… dan ${number(count)} lagi`,
    words: 'Kata yang paling khas',
    quotes: 'Dari episode ini',
    nothing: (typed) => `Tidak ada episode berjudul ${quoted(typed)}.`,
    others: 'Episode lain dengan judul serupa',
    season: (season, episode) =>
      episode === undefined ? `Musim ${number(season)}` : `Musim ${number(season)}, episode ${number(episode)}`,
    summary: (title, date) => (date === undefined ? title : `${title}, ${date}`),
  },

  episodes: {
    heading: (search, speaker) =>
      `Episode${search === undefined ? '' : ` untuk ${quoted(search)}`}${speaker === undefined ? '' : ` bersama ${speaker}`}`,
    nothing: 'Tidak ada episode untuk itu.',
    count: episodes,
    open: 'Buka',
    awaited: 'belum ada transkrip',
    undated: 'Tanggalnya tidak diketahui: diurutkan menurut podcast, nomor tertinggi lebih dulu.',
  },

  speaker: {
    episodes: 'Episode',
    said: 'Berbicara',
    saidMuch: (inWords, inPassages) => `${words(inWords)} dalam ${passages(inPassages)}`,
    heard: 'Terdengar',
    heardBetween: (first, last) => (first === last ? first : `${first} – ${last}`),
    words: 'Kata yang paling khas',
    quotes: 'Dalam kata-katanya sendiri',
    nothing: (typed) => `Tidak ada pembicara bernama ${quoted(typed)}.`,
    others: 'Pembicara lain dengan nama serupa',
    summary: (name, inEpisodes) => `${name}, terdengar di ${episodes(inEpisodes)}`,
  },

  speakers: {
    heading: 'Daftar pembicara',
    nothing: 'Belum ada pembicara yang dikenal: transkripnya tidak menyebut nama siapa pun.',
    much: (inEpisodes, inWords) => `${episodes(inEpisodes)} · ${words(inWords)}`,
    summary: (total) => count(total, { other: 'pembicara' }),
    open: 'Buka',
  },

  suggest: {
    speaker: (name, inEpisodes) => `${name} · ${episodes(inEpisodes)}`,
    machineMade: 'buatan mesin',
  },

  help: {
    heading: 'Yang bisa kamu tanyakan',
    intro: (inEpisodes, inPassages) =>
      `Saya hafal ${episodes(inEpisodes)} dan ${passages(inPassages)}, kata demi kata.`,
    example: (examples) => `Contoh: ${examples.join(' · ')}`,
    searching: 'Cara mencari',
    syntax: [
      { typed: 'tiktok data', means: 'bagian yang memuat kata-kata ini, salah eja pun boleh, yang terbaik dulu' },
      { typed: '"data pelanggan"', means: 'persis kata-kata ini, berurutan' },
      { typed: 'from:maudie', means: 'ucapan satu orang; from:"Maudie Thistlecroft" untuk nama lebih dari satu kata' },
      { typed: 'in:"judul episode"', means: 'dalam satu episode saja' },
      { typed: 'podcast:nama', means: 'dalam satu podcast saja' },
      { typed: 'after:2020 before:2021-06', means: 'di antara dua tanggal: tahun, bulan, atau hari' },
      { typed: '-kata', means: 'tanpa kata ini' },
      { typed: 'private:yes', means: 'dijawab hanya kepadamu' },
    ],
    buttons:
      'Konteks menunjukkan, hanya kepadamu, apa yang diucapkan sebelum dan sesudah sebuah kutipan; dari sana kamu bisa membagikannya. Tombol berlaku 7 hari.',
    summary: 'Yang bisa kamu tanyakan, dan cara mencari',
  },

  trouble: {
    failed: (reference) =>
      rich`Ada yang tidak beres di sisi saya. Silakan coba lagi. Kalau tetap begini, sampaikan kode ${code(reference)} kepada pengelola bot ini.`,
    expired: (days) =>
      `Tombol ini sudah tidak berlaku: masa berlakunya ${count(days, { other: 'hari' })}. Silakan tanya lagi.`,
    already: 'Ini sudah dilakukan.',
    tooFast: (seconds) => `Cepat sekali! Tunggu ${format.seconds(seconds)}, lalu tanya lagi.`,
    unknownCommand: (typed, help) => rich`Perintah ${code(typed)} tidak ada. Lihat ${code(help)}.`,
    missing: (usage, example) => rich`Mohon dilengkapi, seperti ${code(usage)}. Misalnya: ${code(example)}.`,
    empty: (command) =>
      rich`Belum ada episode di sini. Pengelola bot ini bisa menambahkan transkrip dengan ${code(command)}.`,
    awaiting: (waiting) =>
      `Saya tahu ${episodes(waiting)}, tetapi transkripnya belum ada. Begitu ada, saya bisa mengutipnya.`,
  },

  platform: {
    refused: 'Jawaban saya tidak diterima di sini. Coba lagi, atau dengan kata lain.',
    tooLate: 'Itu terlalu lama. Silakan coba lagi.',
    restarting: 'Saya sedang dimulai ulang. Tanyakan lagi sebentar lagi.',
    notTaken: 'Jawaban saya tidak sampai. Silakan coba lagi.',
    choose: 'Pilih…',
    greeting: (help, leave) =>
      rich`Ketik beberapa kata yang kamu ingat, atau ${code(help)} untuk melihat apa yang bisa ditanyakan. Tab melengkapi, angka menekan tombolnya, ${code(leave)} mengakhiri.`,
    noButton: (typed: number, last: number) =>
      `Tidak ada tombol ${number(typed)}.${last === 0 ? ' Tombol muncul bersama jawaban.' : ` Tombolnya dari 1 sampai ${number(last)}.`}`,
    unknown: 'Yang itu saya tidak kenal. Ketik / untuk melihat apa yang saya bisa.',
    cannotPost: 'Saya tidak boleh menulis di kanal ini. Minta izin kepada pengelolanya, atau bagikan di tempat lain.',
    cut: 'Sebagian tidak muat di sini.',
    search: 'Cari',
    cancel: 'Batal',
    close: 'Tutup',
    yes: 'Ya',
  },
};
