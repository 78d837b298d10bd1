// Finds sound marks ("[laughs]", "(music)", "[unintelligible 00:12:03]"): shown, yet not words that anyone said.
import type { Range } from '../model.ts';

/** What transcribers write about sounds, by language; folded (lower case, no accents). */
const sounds = new Set(
  [
    'laugh laughs laughed laughing laughter laugher chuckle chuckles chuckling giggle giggles giggling snicker snickers',
    'applause applauds clap claps clapping cheer cheers cheering crowd audience booing',
    'music musical song songs singing sings sung jingle tune melody outro intro theme beatboxing humming hums whistling',
    'sound sounds sfx noise noises alert alerts soundboard bleep bleeps beep beeps beeping buzz buzzer ding dings bell',
    'chime chimes drumroll drum rimshot siren ringtone rings ringing typing knock knocking footsteps barking barks static',
    'kazoo beat-box crickets gong whoosh click clicks clicking explosion thunder thud bang',
    'unintelligible inaudible indiscernible indistinct crosstalk crosstalking overlapping garbled unclear foreign',
    'silence pause pauses sigh sighs sighing gasp gasps gasping cough coughs coughing sneeze sneezes sniff sniffs crying',
    'cries sobs sobbing whisper whispers whispering mumble mumbles mumbling shouts shouting screams screaming groans yawns',
    'inhales exhales breathes sipping clears accent voice censored redacted ad advertisement blank_audio blank',
    // Indonesian and Malay
    'tertawa tawa ketawa terkekeh terbahak musik muzik lagu bernyanyi bersiul suara bunyi jingel sorakan hening jeda diam',
    'terdengar berbisik mendesah menghela batuk bersin menangis',
    // Spanish, Portuguese, Italian, French
    'risa risas rie rien musica cancion aplauso aplausos inaudible ininteligible silencio suspira tose sonido ruido',
    'riso risos risadas aplausos inaudivel ininteligivel incompreensivel som ruidos',
    'risate risata ride ridono applausi applauso incomprensibile silenzio rumore suono',
    'rire rires rit musique chanson applaudissements inintelligible inaudibles silence bruit bruits soupir',
    // German, Dutch, Scandinavian
    'lachen lacht gelachter musik applaus beifall unverstandlich stille pause seufzt seufzen hustet gerausch gerausche',
    'gelach muziek onverstaanbaar stilte skratt skrattar applader ohorbart latter musikk applåder',
    // Polish, Turkish, Russian, Ukrainian
    'smiech muzyka oklaski niezrozumiale kahkaha gulme muzik alkis anlasilmiyor',
    'смех смеется смеются музыка аплодисменты неразборчиво пауза вздыхает сміх музика оплески',
  ].flatMap((line) => fold(line).split(' ')),
);

/** Sounds in scripts that write no spaces: it is enough that the mark contains one. */
const soundParts = [
  '笑',
  '拍手',
  '音楽',
  '音乐',
  '音樂',
  '掌声',
  '掌聲',
  '박수',
  '웃음',
  '음악',
  '聞き取り不能',
  '沉默',
  '沈黙',
];

/** Words that describe a sound without being one, so that "(soft piano music)" is a mark and "(I like music)" is none. */
const describing = new Set(
  [
    'a an the of in on at from and with to all both everyone everybody host guest speaker speakers background',
    'upbeat soft gentle loud loudly quiet quietly dramatic dramatically tense light heavy long short brief low',
    'nervous nervously awkward softly warmly hard out continues continuing stops starts ends ending begins fades fading playing',
    'plays piano guitar rock jazz electronic ambient group together roll throat nose fail win wrong correct live sample',
    'dan di para penonton keras pelan lembut latar belakang tepuk tangan tidak tak kurang jelas bersama semua',
    'de la el en y alegre suave fuerte di e forte doux fort leise laut van zacht',
  ].flatMap((line) => fold(line).split(' ')),
);

/** Whole marks that name a sound only together. */
const phrases = /^(?:(?:tepuk|bertepuk) tangan|(?:tidak|tak|kurang) jelas|clears (?:his |her |their )?throat)$/;

const bracketed = /\[[^[\]\n]{1,100}\]|\([^()\n]{1,60}\)|(?<![*\w])\*[^*\n]{1,40}\*(?![*\w])|[♪♫♬]+/gu;
const time = /\d{1,3}(?:[:.]\d{1,2}){1,3}/;

/**
 * Where sound marks stand in a text: ascending runs, brackets included.
 *
 * A bracket is one when it names a sound or carries a time; what else stands in brackets ("[Deno]") was said or is meant to be
 * read. Round brackets and asterisks are common in ordinary prose, so there every word has to be about the sound.
 */
export function soundMarks(text: string): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(bracketed)) {
    const [mark] = match;
    if (isSoundMark(mark)) found.push([match.index, match.index + mark.length]);
  }
  return found;
}

function isSoundMark(mark: string): boolean {
  if (/^[♪♫♬]/u.test(mark)) return true;
  const inside = mark.slice(1, -1);
  if (mark.startsWith('[') && time.test(inside)) return true;
  if (soundParts.some((part) => inside.includes(part))) return inside.length <= 16;
  const words = fold(inside).match(/[\p{L}\p{N}_'’-]+/gu) ?? [];
  if (words.length === 0) return false;
  if (phrases.test(words.join(' '))) return true;
  if (!words.some((word) => sounds.has(word))) return false;
  // "[You did not just hear that sound, I swear…]" is talk in brackets: marks are short.
  if (mark.startsWith('[')) return words.length <= 8;
  return words.length <= 5 && words.every((word) => sounds.has(word) || describing.has(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
