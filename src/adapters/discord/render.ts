// Renders the neutral reply as the body of a Discord message. Nothing in it can ping anybody or show a link's preview.

import type { APIApplicationCommandOptionChoice, APIEmbed, APIMessageTopLevelComponent } from 'discord.js';
import type { Suggestion } from '../../bot/command.ts';
import type { Reply } from '../../reply/reply.ts';
import { bareCard, card } from './card.ts';
import { plainLine } from './escape.ts';
import { cut } from './fit.ts';
import { content, embed, legacyRows } from './legacy.ts';
import { limits } from './limits.ts';
import { flag } from './wire.ts';

export interface MessageBody {
  readonly flags: number;
  readonly content?: string | null;
  readonly embeds?: APIEmbed[];
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: readonly [] };
}

/** `card`: Components V2. `embed` and `plain`: the older ways. `bare`: a card of nothing but the summary. */
export type Form = 'card' | 'embed' | 'plain' | 'bare';

/** In which forms to try a new message, best first; a message that is a card stays one for ever. */
export const newMessage: readonly Form[] = ['card', 'embed', 'plain'];
export const editedCard: readonly Form[] = ['card', 'bare'];

export function renderDiscord(reply: Reply<string>, form: Form = 'card'): MessageBody {
  const hidden = reply.visibility === 'private' ? flag.ephemeral : 0;
  const mentions = { allowed_mentions: { parse: [] } } as const;
  switch (form) {
    case 'card':
      return { ...mentions, flags: hidden | flag.card | flag.suppressEmbeds, components: card(reply) };
    case 'bare':
      return { ...mentions, flags: hidden | flag.card | flag.suppressEmbeds, components: bareCard(reply) };
    case 'embed':
      // Suppressing embeds would hide this one; links within an embed show no preview anyway.
      return { ...mentions, flags: hidden, embeds: [embed(reply)], components: legacyRows(reply) };
    case 'plain':
      return {
        ...mentions,
        flags: hidden | flag.suppressEmbeds,
        content: content(reply),
        components: legacyRows(reply),
      };
  }
}

/** What an operator is shown: the body as it would be posted. */
export function previewDiscord(reply: Reply<string>): unknown {
  return renderDiscord(reply);
}

/** Suggestions as autocomplete takes them; those whose value would be refused or whose name says nothing are left out. */
export function renderChoices(suggestions: readonly Suggestion[]): APIApplicationCommandOptionChoice<string>[] {
  const byName = new Map<string, string>();
  for (const { label, value } of suggestions) {
    const name = cut(plainLine(label), limits.choiceName, (text) => text.length);
    if (name === '' || value === '' || value.length > limits.choiceValue) continue;
    // Two that read alike cannot be told apart by anybody: the better one stays.
    if (!byName.has(name)) byName.set(name, value);
  }
  return [...byName].slice(0, limits.choices).map(([name, value]) => ({ name, value }));
}
