// The web console's own sentences, by language.

import type { Locale } from '../messages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

/** A key that a language lacks fails to compile. */
export type WebStrings = { readonly [K in keyof typeof en]: string };

export const webStrings: Readonly<Record<Locale, WebStrings>> = { en, id };
