// Every sentence that people read: the shape all languages fill, and the languages there are.

import type { en } from './en.ts';

/** The languages Verbatim speaks, as ISO 639-1 codes; the first is the one to fall back on. */
export const locales = ['en', 'id'] as const;
export type Locale = (typeof locales)[number];

/** A key that a language lacks fails to compile: each language's file is of this type. */
export type Messages = typeof en;
