// Sentences in which some words are a command or a name: text that keeps its meaning until a platform renders it.

/** The same shape as the reply's Span: what is put in is never read as markup. */
export interface Phrase {
  readonly text: string;
  readonly mark?: 'strong' | 'code';
}

export const code = (text: string): Phrase => ({ text, mark: 'code' });
export const strong = (text: string): Phrase => ({ text, mark: 'strong' });

/** rich`Type ${code('/quote tiktok')} to look for it.` */
export function rich(strings: TemplateStringsArray, ...values: readonly (string | Phrase)[]): readonly Phrase[] {
  const phrases = strings.flatMap((text, place): Phrase[] => {
    const value = values[place];
    return [{ text }, ...(value === undefined ? [] : [typeof value === 'string' ? { text: value } : value])];
  });
  return phrases.filter((phrase) => phrase.text !== '');
}
