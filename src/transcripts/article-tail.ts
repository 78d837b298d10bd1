// What stands under an article and that nobody in the talk said.

const tail =
  /^(?:subscribe|follow us|listen (?:on|to|now)|share this|download (?:the|this)|transcri(?:bed|ption|pt) (?:by|from)|this transcript|photo(?:s|graph)? by|related|meeting ended after|berlangganan|ikuti kami|dengarkan|bagikan|transkrip oleh|foto:|abonnier|jetzt abonnieren|folgt uns|suscr[ií]b|síguenos|escucha en|abonnez|suivez|inscreva|assine|siga-nos|iscriviti|seguici|abonneer)/iu;

/** Of these nobody could have said it as their last words: they ask a reader for something. */
const advertisement =
  /^(?:subscribe (?:to|for|now|here|via)|follow us|share this|download (?:the|this)|transcri(?:bed|ption|pt) (?:by|from)|this transcript|photo(?:s|graph)? by|berlangganan|ikuti kami|transkrip oleh|foto:)/iu;
const longestAdvertisement = 200;

/** Asked of lines behind the last that opens with a name. `advertisement`: nobody is to be quoted with it, nor with what follows. */
export function tailOf(line: string): 'advertisement' | 'tail' | undefined {
  if (!tail.test(line)) return undefined;
  return line.length <= longestAdvertisement && advertisement.test(line) ? 'advertisement' : 'tail';
}
