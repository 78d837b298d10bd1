// What somebody pastes who means no harm, or does: some ten thousand characters, each of another kind.

const common = 'to be or not to be that is the question of it';
const unknown = Array.from({ length: 1250 }, (_, at) => `zq${at}x`);
/** So many characters a paste has. */
const length = 10_000;

const repeated = (text: string): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);

export const pastes: readonly (readonly [what: string, typed: string])[] = [
  ['common words', repeated(`${common} `)],
  ['the same nine words', repeated('the of and to in is it that ')],
  ['one letter', repeated('a ')],
  ['a letter and a colon', repeated('a:')],
  ['unknown words', repeated(`${unknown.join(' ')} `)],
  ['one phrase', `"${repeated(common)}"`],
  ['phrases of two words', repeated('"the of" ')],
  ['words left out', repeated(`${common.replace(/\b(?=\w)/g, '-')} `)],
  ['a title', `in:${repeated(`${common} `)}`],
  ['many titles', repeated('in:the ')],
  ['a title of unknown words', `in:${unknown.slice(0, 150).join(' ')}`],
  ['a name', `from:${repeated('kevni ')}`],
  ['one speaker', repeated('from:kevin ')],
  ['many speakers', unknown.map((word) => `from:${word}`).join(' ')],
];
