// Whether words before a colon can be somebody's name: "Ann van Example, PhD" can, "Here's the thing" cannot.
import { genericLabel } from './speaker.ts';

/** How sure the words alone make it. `label`: a machine's label or a part in the talk; `name`: has the shape of a name; `phrase`: rather not. */
export type NameShape = 'label' | 'name' | 'phrase' | undefined;

const parts =
  /^(?:(?:co-?)?host|guest|moderator|narrator|announcer|interviewer|interviewee|caller|audience(?: member)?|voice-?over|everyone|both|all|questioner|pewawancara|narasumber|penyiar|pembawa acara|tamu|penonton|moderatorin|gast|invitad[oa]|convidad[oa]|animateur|invitée?|intervistatore|ospite)(?: ?#?\d{1,2})?$/i;

/** As `parts`, and ordinary words besides: one alone tells nothing. */
const turns = /^(?:question|answer|tanya|jawab|frage|antwort|pregunta|respuesta|pergunta|resposta)$/i;

export function isPartOfExchange(name: string): boolean {
  return turns.test(name);
}

/** Written small within names. */
const particles = new Set(
  'de da do dos das du del della di la le el al van von der den ter ten zu zur vom bin binti ibn ben bint y e and und et dan & of'.split(
    ' ',
  ),
);

/** Words that open a clause and no name. */
const openers = new Set(
  (
    'the a an my our your his her their this that these those it its here there what why who whom how when where which i we you he she they ' +
    'and but or so then now also because if while yes no not yeah yep nope ok okay well oh hey hi right sure one two three first second third ' +
    'note remember warning tip example problem solution conclusion summary result update published posted date subscribe source via read see ' +
    'point step chapter part episode title edit spoiler disclaimer translation transcript ' +
    'ini itu dan tapi tetapi atau jadi saya kami kita dia mereka apa kenapa mengapa bagaimana kapan karena kalau contohnya misalnya masalahnya ' +
    'pertanyaannya intinya pertama kedua ketiga catatan kesimpulan diterbitkan sumber ya tidak nah ' +
    'der die das und aber oder ich wir ihr es ein eine mein unser was warum wie wo wenn dann also ja nein erstens zweitens fazit hinweis ' +
    'el la los las un una y pero o yo nosotros esto eso que qué por como cuando si sí no nota ' +
    'le les un une et mais ou je nous ce cela que quoi pourquoi comment quand oui non note'
  ).split(' '),
);

/** What handbooks, forms and programs put before a colon; nobody is called so. */
const terms = new Set(
  (
    'type default defaults parameter parameters argument arguments return returns example examples usage license name version author authors ' +
    'description option options class event stability extends section severity file files important caution delay mode driver value key ' +
    'note notes warning deprecated todo fixme error input output syntax parsing repository repositories by from to cc subject sent tags ' +
    'tip tips remember reminder question questions answer answers fact facts problem problems solution solutions conclusion summary ' +
    'takeaway takeaways lesson lessons result results update updated published posted subscribe read chapter part episode title edit ' +
    'spoiler disclaimer translation transcript advice quote quotes rule rules idea goal pros cons bonus hint trivia ingredients agenda ' +
    'category duration length url link links source sources next previous home about contact email phone address status date time step steps'
  ).split(' '),
);

/** "Recommendation", "Kindness": no language names people so. */
const abstract = /\p{L}{2}(?:[ts]ions?|ness(?:es)?)$/iu;
const contraction = /\p{L}['’](?:s|re|ve|ll|m|t|d)$/iu;
const capitalised = /^["“'(]?\p{Lu}[\p{L}\p{M}'’-]*["”')]?,?$/u;
const title = /^(?:drs?|mrs?|ms|mx|prof|rev|fr|sra?|st|jr|ir|hj?|hon|gen|sen|rep|capt|lt|col|sgt|mme|mlle)\.,?$/i;
const initials = /^(?:\p{Lu}\.){1,4},?$/u;
const caseless = /^[\p{Lo}\p{M}・·•]+$/u;
const small = /^\p{Ll}[\p{Ll}\p{M}'’.-]*$/u;
const credential = /^(?:[A-Z][A-Za-z]{0,3}\.?){1,3},?$/;

/** The words as they stand, without the colon. */
export function nameShape(written: string): NameShape {
  const text = written.trim().replace(/\s*\([^()]{1,30}\)$/, '');
  if (text === '' || text.length > 60) return undefined;
  if (/^\p{Lu}$/u.test(text)) return 'name';
  if (!/\p{L}/u.test(text)) return undefined;
  if (genericLabel(text) || parts.test(text) || turns.test(text)) return 'label';
  if (/[!?;…]|\.{2}|\d/.test(text)) return undefined;
  const words = text.split(/\s+/);
  if (words.length > 6) return undefined;
  const first = words[0] ?? '';
  if (words.some((word) => contraction.test(word))) return undefined;
  if (!words.every((word, index) => isNameWord(word, index))) return undefined;
  const last = words.at(-1) ?? '';
  if (particles.has(last)) return undefined;
  // A full stop belongs to an initial or a title, not to the end of a sentence.
  if (last.endsWith('.') && !initials.test(last) && !title.test(last) && !credential.test(last)) return undefined;
  if (words.length === 1 && (terms.has(first.toLowerCase()) || abstract.test(first))) return undefined;
  return openers.has(first.toLowerCase()) ? 'phrase' : 'name';
}

/** As people type names in haste: "ann lee". One line tells nothing of it; that most lines of a file open so does. */
export function isSmallName(written: string): boolean {
  const words = written.split(' ');
  const [first = ''] = words;
  if (words.length > 3 || written.length > 40 || openers.has(first) || terms.has(first)) return false;
  return words.every((word) => small.test(word) && !contraction.test(word)) && !particles.has(words.at(-1) ?? '');
}

/** Whether these names, of all turns of a file, are people who talk: two of them, or one with a full name or a machine's label. */
export function areSpeakers(names: readonly string[]): boolean {
  const people = [...new Set(names)].filter(
    (name) => ['name', 'label'].includes(nameShape(name) ?? '') || isSmallName(name),
  );
  return people.length >= 2 || people.some((name) => /\S\s+\S/.test(name) || nameShape(name) === 'label');
}

function isNameWord(word: string, index: number): boolean {
  if (capitalised.test(word) || initials.test(word) || title.test(word) || caseless.test(word)) return true;
  return index > 0 && (particles.has(word) || credential.test(word));
}
