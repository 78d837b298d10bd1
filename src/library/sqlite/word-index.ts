// The word index in SQLite: its tables, entering and taking out segments, and answering search.

export { createWordIndex } from './word-index/read.ts';
export { mergeLess, wordIndexSchema } from './word-index/schema.ts';
export { settleSome } from './word-index/settle.ts';
export { dropSegments, type IndexedSegment, indexSegments } from './word-index/write.ts';
