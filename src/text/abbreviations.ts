// Abbreviations after whose full stop a sentence goes on: titles, units, "for example" and their like, in many languages.

/** A name, a number or an example follows these, so their full stop never ends a sentence. */
const always = new Set(
  [
    'mr mrs ms mx dr prof hon rev fr gen gov sen rep capt cpt lt col sgt maj cmdr pres supt messrs st mt ft',
    'vs e.g eg i.e cf viz approx ca fig figs vol ed eds al pp ch sec dept est ave blvd feat',
    // Indonesian and Malay
    'drs dra ir hj bpk sdr yth tgl hlm jl jln gg a.n d.a u.p s.d rp tn ny kh kol letjen brigjen',
    // German
    'z.b bzw bspw d.h u.a v.a evtl ggf inkl exkl nr hr str tel vgl sog o.ä',
    // Spanish, Portuguese, French, Italian, Dutch
    'sra srta ud uds dña dna exmo mme mlle mgr sig dott dhr mw bijv o.a drs',
  ].flatMap((line) => line.split(' ')),
);

/** These may also end a sentence: only a number right after them keeps it open ("No. 5"). */
const beforeNumbers = new Set(
  'no nos nr p art abs pasal ayat jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
);

const lastWord = /(?:^|[\s([{"'“‘«„-])([\p{L}\p{M}]{1,10}(?:\.[\p{L}\p{M}]{1,3}){0,3})\.$/u;

/** Whether what stands before (a piece that ends in a full stop) leaves its sentence open for what comes after. */
export function keepsSentenceOpen(before: string, after: string): boolean {
  const end = before.slice(-24).trimEnd();
  if (!/\p{L}\.$/u.test(end)) return false;
  const word = lastWord.exec(end)?.[1];
  if (word === undefined) return false;
  // An initial: "Kent C. Dodds", "J. R. R. Tolkien"; but "So do I."
  if (/^\p{Lu}$/u.test(word)) return word !== 'I' && /^\p{Lu}/u.test(after);
  const folded = word.toLowerCase();
  return always.has(folded) || (beforeNumbers.has(folded) && /^\d/.test(after));
}
