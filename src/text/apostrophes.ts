// Words that are one word with and without its apostrophe: people type "dont" for "don't", and transcribers write it.

/** Shortened words, as they look without the apostrophe; it goes between the two parts. */
const shortened =
  /^(?<whole>i|you|he|she|it|we|they|that|there|this|who|what|where|how|here|let)(?<rest>ll|re|ve|d|s|m)$|^(?<verb>do|does|did|is|are|was|were|ca|could|wo|would|should|has|have|had|ai|must|need|might)nt$/;

/** Other words altogether: whoever types "well" means it, and whoever types "we'll" means that. */
const otherWords = new Set('were well ill hell shell wed shed id whore'.split(' '));
/** Whoever types these may mean "it's" and "let's", but not the other way round. */
const mayBeShort = new Set(['its', 'lets']);

/** The other ways of writing a folded word, where there are any. */
export function withOrWithoutApostrophe(form: string): readonly string[] {
  const without = form.replaceAll("'", '');
  if (otherWords.has(without)) return [];
  if (without !== form) return mayBeShort.has(without) ? [] : [without];
  const { whole, rest, verb } = shortened.exec(form)?.groups ?? {};
  if (verb !== undefined) return [`${verb}n't`];
  return whole === undefined ? [] : [`${whole}'${rest}`];
}
