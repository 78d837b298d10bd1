// The word index in SQLite: its tables, entering and taking out segments, and answering search.

export type { IndexedEpisode, IndexedSegment } from './word-index/indexed.ts';
export { createWordIndex } from './word-index/read.ts';
export { revise } from './word-index/revision.ts';
export { mergeLess, wordIndexSchema } from './word-index/schema.ts';
export { settleSome } from './word-index/settle.ts';
export { spellingSchema } from './word-index/spelling.ts';
export { dropSegments, forgetWords, indexSegments } from './word-index/write.ts';
