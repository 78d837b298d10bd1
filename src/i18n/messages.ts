// Every sentence that people read: the shape all languages fill.

import type { en } from './en.ts';

export type Messages = typeof en;
