// When two names are one person: written forms that differ in case, accents, punctuation, titles or credentials alone.

const titles = /^(?:(?:dr|drs|prof|mr|mrs|ms|mx|sir)\.?\s+)+(?=\S)/;
const credentials =
  /(?:,|\s)\s*(?:ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|m\.?b\.?a|m\.?a|b\.?a|j\.?d|ll\.?m|r\.?n|d\.?phil|cpa|esq|jr|sr|s\.t|m\.t|s\.kom|m\.kom)\.?$/;

/** The folded name that all its written forms share; empty only where nothing is left to go by. */
export function nameKey(name: string): string {
  let key = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/\s*[([{].*?[)\]}]\s*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'*_-]+|[\s"'*_:;,-]+$/g, '');
  // "Jane Roe, PhD, MD" carries several.
  for (let before = ''; before !== key; ) {
    before = key;
    key = key.replace(credentials, '');
  }
  key = key.replace(titles, '').replace(/[.,]/g, '').trim();
  return key || name.trim().toLowerCase();
}
