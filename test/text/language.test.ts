// The language of a transcript is told from its words; Indonesian from Malay by those they spell differently.
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/text/language.ts';

describe('language', () => {
  test.each([
    ['id', 'Jadi, apakah menurut Anda perusahaan itu masih mau membeli aplikasinya? Saya pikir tidak.'],
    ['id', 'Gimana kabarnya, Bro? Gue baru aja balik dari kantor.'],
    ['id', 'Ya, kedengarannya tidak bagus. Tidak.'],
    ['ms', 'Adakah anda fikir syarikat itu masih mahu membeli aplikasi ini? Saya rasa tidak, kerana wang.'],
    ['ms', 'Awak nak pergi ke mana? Saya boleh hantar awak dengan kereta saya.'],
    ['en', 'So I do not think I want to touch that at this point.'],
    ['en', 'Right. I mean, JavaScript, TypeScript, npm install and so on.'],
    ['de', 'Ja, das klingt nicht gut. Nein.'],
    ['fr', 'Oui, je pense que ça va être compliqué pour tout le monde.'],
    ['es', 'Bueno, yo creo que esto es muy importante para todos nosotros.'],
    ['pt', 'Então, eu acho que isso é muito importante para todos nós.'],
    ['nl', 'Ja, ik denk dat het heel belangrijk is voor iedereen.'],
    ['ja', 'それはとても大事なことだと思います。'],
    ['ko', '저는 그것이 매우 중요하다고 생각합니다.'],
    ['zh', '我觉得这件事情非常重要。'],
    ['ru', 'Да, я думаю, это очень важно для всех.'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each(['', 'Hi.', '12:04 … 300', '👨‍👩‍👧'])('nothing to go by in %j', (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });

  test('what most of the texts are written in, the first of equals', () => {
    const [german, english] = [
      'Ja, das klingt nicht gut. Nein.',
      'So I do not think I want to touch that at this point.',
    ];
    expect(detectLanguage(english, german, german)).toBe('de');
    expect(detectLanguage(english, german)).toBe('en');
    expect(detectLanguage('', german)).toBe('de');
  });
});
