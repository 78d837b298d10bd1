// The other spelling of a word that British and American English write in two ways: "colour" is "color".

/** Pairs that no rule makes without making others as well. */
const pairs =
  'aluminium aluminum|centre center|defence defense|fibre fiber|grey gray|litre liter|metre meter|theatre theater';
const paired: ReadonlyMap<string, string> = new Map(
  pairs.split('|').flatMap((pair): [string, string][] => {
    const [british = '', american = ''] = pair.split(' ');
    return [british, american].flatMap((one, at): [string, string][] => {
      const other = at === 0 ? american : british;
      return [
        [one, other],
        [`${one}s`, `${other}s`],
      ];
    });
  }),
);

/** The ends that follow: "behavioural", "organisations", "analysed". */
const behindOur = '(?=(?:s|ed|ing|al|ally|able|ably|ful|ite|ites|hood|less)?$)';
const behindIse = '(?=(?:e|ed|er|ers|es|ing|able|ation|ations)$)';
const rules: readonly (readonly [written: RegExp, other: string])[] = [
  [new RegExp(`(?<=...)our${behindOur}`), 'or'],
  [new RegExp(`(?<=...)or${behindOur}`), 'our'],
  [new RegExp(`(?<=...)is${behindIse}`), 'iz'],
  [new RegExp(`(?<=...)iz${behindIse}`), 'is'],
  [new RegExp(`(?<=al|ral)ys${behindIse}`), 'yz'],
  [new RegExp(`(?<=al|ral)yz${behindIse}`), 'ys'],
];

/** Of a folded word; a library may well have none of them. */
export function otherSpellings(form: string): readonly string[] {
  const known = paired.get(form);
  if (known !== undefined) return [known];
  return rules.map(([written, other]) => form.replace(written, other)).filter((spelled) => spelled !== form);
}
