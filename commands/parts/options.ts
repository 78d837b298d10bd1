// Options that several commands share, declared once.

import { suggestDates, suggestEpisodes, suggestPodcasts, suggestSpeakers } from './suggest.ts';

export const speakerOption = {
  kind: 'text',
  required: false,
  key: 'from',
  example: 'Maudie Thistlecroft',
  localNames: { id: 'pembicara' },
  description: { en: 'Only what this person said', id: 'Hanya ucapan orang ini' },
  suggest: suggestSpeakers,
} as const;

export const episodeOption = {
  kind: 'text',
  required: false,
  key: 'in',
  untilNextKey: true,
  localNames: { id: 'episode' },
  description: { en: 'Only in this episode', id: 'Hanya dalam episode ini' },
  suggest: suggestEpisodes,
} as const;

export const podcastOption = {
  kind: 'text',
  required: false,
  key: 'podcast',
  localNames: { id: 'podcast' },
  description: { en: 'Only in this podcast', id: 'Hanya dalam podcast ini' },
  suggest: suggestPodcasts,
} as const;

export const afterOption = {
  kind: 'day',
  required: false,
  key: 'after',
  example: '2020-08',
  localNames: { id: 'sejak' },
  description: {
    en: 'Only from this date on: a year, a month or a day (2020, 2020-08, 2020-08-15)',
    id: 'Hanya sejak tanggal ini: tahun, bulan, atau hari (2020, 2020-08, 2020-08-15)',
  },
  suggest: suggestDates,
} as const;

export const beforeOption = {
  kind: 'day',
  required: false,
  key: 'before',
  example: '2021',
  localNames: { id: 'sebelum' },
  description: {
    en: 'Only before this date: a year, a month or a day (2021, 2021-06, 2021-06-30)',
    id: 'Hanya sebelum tanggal ini: tahun, bulan, atau hari (2021, 2021-06, 2021-06-30)',
  },
  suggest: suggestDates,
} as const;

export const privateOption = {
  kind: 'flag',
  required: false,
  key: 'private',
  localNames: { id: 'pribadi' },
  description: { en: 'Show the answer to you alone', id: 'Tampilkan jawabannya hanya kepadamu' },
} as const;
