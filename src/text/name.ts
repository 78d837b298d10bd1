// When two names are one person: written forms that differ in case, accents, punctuation, titles or credentials alone.

const academic = /^(?:(?:dr|drs|prof|professor)\.?\s+)+(?=\S)/;
const civil = /^(?:mr|mrs|ms|mx|sir)\.?\s+(?=\S+\s+\S)/;
const credentials = new RegExp(
  '(?:,|\\s)\\s*(?:' +
    [
      'ph\\.?\\s?d|psy\\.?\\s?d|ed\\.?\\s?d|d\\.?phil|m\\.?phil|m\\.?d|d\\.?d\\.?s|d\\.?v\\.?m|d\\.?o|j\\.?d|ll\\.?[mb]|esq',
      'm\\.?b\\.?a|m\\.?sc|b\\.?sc|m\\.?a|b\\.?a|m\\.?s|b\\.?s|m\\.?eng|b\\.?eng|m\\.?ed|m\\.?p\\.?h|r\\.?n|r\\.?d|cpa|cfa|lcsw|lmft|lpc|pmp',
      's\\.\\s?t|m\\.\\s?t|s\\.\\s?kom|m\\.\\s?kom|s\\.\\s?e|s\\.\\s?h|m\\.\\s?h|s\\.\\s?sos|s\\.\\s?pd|m\\.\\s?pd|m\\.\\s?si|sp\\.\\s?[a-z]{1,3}',
    ].join('|') +
    ')\\.?$',
);
/** Only behind a comma: without one they are surnames as well ("Tran Van Ma"). */
const shortCredential = /^(?:m\.?a|b\.?a|m\.?s|b\.?s|d\.?o|r\.?d|r\.?n|m\.?d)$/;

/**
 * The folded name that all its written forms share; empty only where nothing is left to go by.
 *
 * A middle initial does not count ("Kent C. Dodds" is "Kent Dodds"): one show writes it both ways far more often than two people
 * share all of a name but that letter. A first initial does: "J. Roe" and "K. Roe" are two.
 */
export function nameKey(name: string): string {
  let key = name
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\s*[([{][^([{]*[)\]}]\s*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“”*_-]+|[\s"'“”*_:;,-]+$/g, '');
  // "Jane Roe, PhD, MD" carries several.
  for (let before = ''; before !== key; ) {
    before = key;
    key = key.replace(credentials, (found) =>
      found.startsWith(',') || !shortCredential.test(found.trim()) ? '' : found,
    );
  }
  key = key
    .replace(academic, '')
    .replace(civil, '')
    .replace(/(?<=^\p{L}[^\s.]\S*(?: \S+)*) \p{L}\.?(?= \S)/gu, '')
    .replace(/[.,]/g, '')
    .trim();
  return key || name.trim().toLowerCase();
}
